import { Button } from "antd";
import { useMemo, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../../workers/protocol.ts";
import type { LngLat } from "../../../core/geo/lng-lat.ts";
import { type Place, placeKey } from "../../../core/plan/measure.ts";
import { isMovable } from "../../../core/plan/movable.ts";
import { MovedFigures } from "../../../ui/plans/MovedFigures.tsx";
import { PlacePlan } from "../../../ui/plans/PlacePlan.tsx";
import { useWords } from "../../../ui/words.ts";
import { dropSite, holdSite, putBack, tryElsewhere } from "../../commands/plan-trial.ts";
import { idOf, movedFacts } from "../../derived/plan-facts.ts";
import { rowName } from "../../derived/row-name.ts";
import { surveyFor } from "../../derived/survey-for.ts";
import { useDesk } from "../../desk-context.ts";
import { willOf } from "../../state/plan-asked.ts";
import { planShown, setWill, useIsCurrent, usePlans } from "../../state/plans.ts";
import { select } from "../../state/session.ts";
import { useAskPlace } from "./use-place.ts";

interface Props {
  readonly view: ProjectView;
  readonly place: Place;
}

/** What a plan does at a chosen place, or could; nothing where it could do nothing. */
export function PlannedHere({ view, place }: Props) {
  const key = placeKey(place);
  const { surveyed, made, goal, places } = usePlans(
    useShallow(({ surveyed, made, goal, places }) => ({ surveyed, made, goal, places })),
  );
  const found = usePlans(planShown);
  const isSurveyed = useIsCurrent(surveyed?.ground);
  const isMade = useIsCurrent(made?.ground);
  const usable = useMemo(
    () => (surveyed ? surveyFor({ goal, places }, surveyed.is, found?.measures).places : []),
    [surveyed, goal, places, found],
  );
  const isHere = (each: { readonly place: Place }) => placeKey(each.place) === key;
  const isKnown = isSurveyed && surveyed?.is.places.some(isHere);
  const options = (isSurveyed && usable.find(isHere)?.measures) || [];
  const at = isMade ? (found?.measures.findIndex((each) => placeKey(each.place) === key) ?? -1) : -1;
  const measure = found?.measures[at];
  const { zones } = view;
  const serves = useMemo(() => {
    const rows = new Map(zones.ids.map((id, row) => [id, row]));
    const units = new Map(found?.missing.map(({ metric, unit }) => [metric, unit]));
    return (measure?.serves ?? []).map(({ zone, metric, amount }) => ({
      ...{ id: zone, metric, amount, unit: units.get(metric) ?? ("m2" as const) },
      name: rowName(zones, rows.get(zone) ?? -1) || zone,
    }));
  }, [zones, found, measure]);
  if (!isKnown && !measure) return null;
  const id = idOf(place);
  return (
    <PlacePlan
      options={options}
      done={measure && { ...measure, number: at + 1 }}
      planned={isMade && found !== undefined && found.measures.length > 0}
      serves={serves}
      will={willOf(places, id)}
      onWill={(will) => setWill(id, will)}
      onZone={(zone) => select({ kind: "zone", id: zone }, false, "plans")}
    >
      {"site" in place &&
        measure &&
        (isMovable(measure) ? <Moving site={place.site} name={measure.name} /> : <Fixed />)}
    </PlacePlan>
  );
}

/** A building that is there. */
function Fixed() {
  const { t } = useWords();
  return <p className="remark">{t("plans.fixed")}</p>;
}

/** A chosen site tried elsewhere: how, and what becomes of what is missing. */
function Moving({ site, name }: { readonly site: string; readonly name: string }) {
  const { t } = useWords();
  const desk = useDesk();
  const ask = useAskPlace(site);
  const move = useRef<HTMLButtonElement>(null);
  const { made, trial } = usePlans(useShallow(({ made, trial }) => ({ made, trial })));
  const isMoved = trial?.moved.some((each) => each.site === site) === true;
  const onPlace = (to: LngLat) => void tryElsewhere(desk, site, to);
  const onAim = (at: LngLat | undefined) => (at ? holdSite(desk, site, at) : dropSite());
  return (
    <div className="plan-moved">
      <p className="plan-go">
        {ask && (
          <Button
            ref={move}
            size="small"
            title={t("plans.moveHelp")}
            onClick={() => ask({ name, onPlace, onAim })}
          >
            {t("plans.move")}
          </Button>
        )}
        {isMoved && (
          <Button
            size="small"
            onClick={() => {
              // The button goes with what it did.
              move.current?.focus();
              void putBack(desk, site);
            }}
          >
            {t("plans.putBack")}
          </Button>
        )}
      </p>
      {isMoved && trial?.found && !trial.isHeld && (
        <div role="status">
          <MovedFigures of={movedFacts(made, trial)} />
        </div>
      )}
    </div>
  );
}
