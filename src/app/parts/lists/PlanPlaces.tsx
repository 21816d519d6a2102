import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { PlanSurvey } from "../../../../workers/plan-tasks.ts";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { placeKey } from "../../../core/plan/measure.ts";
import { counted } from "../../../i18n/numbers.ts";
import { refusalWords } from "../../../ui/plans/refusal-words.ts";
import { useWords } from "../../../ui/words.ts";
import { choosePlace } from "../../commands/plan-places.ts";
import { rowName } from "../../derived/row-name.ts";
import { surveyFor } from "../../derived/survey-for.ts";
import { useIsCurrent, usePlans } from "../../state/plans.ts";
import { hover, useSession } from "../../state/session.ts";
import "../../../ui/plans/plans.css";

/** Places where something can be done, then candidate sites where nothing can, and why; and how a site is added. */
export function PlanPlaces({ sites }: { readonly sites: ProjectView["sites"] }) {
  const { t } = useWords();
  const {
    surveyed,
    goal,
    places: asked,
  } = usePlans(useShallow(({ surveyed, goal, places }) => ({ surveyed, goal, places })));
  const isCurrent = useIsCurrent(surveyed?.ground);
  const { places, refused } = useMemo(
    () => surveyFor({ goal, places: asked }, surveyed?.is ?? NOTHING_KNOWN),
    [goal, asked, surveyed],
  );
  const unusable = useMemo(() => {
    const usable = new Set(places.map(({ place }) => placeKey(place)));
    return sites.ids.flatMap((site, row) => {
      const key = placeKey({ site });
      return usable.has(key) ? [] : [{ key, name: rowName(sites, row) }];
    });
  }, [places, sites]);
  const whyNot = (key: string) =>
    refused.filter(({ place }) => placeKey(place) === key).map((refusal) => refusalWords(refusal, t));
  const listed = [
    ...places.map(({ place, name, measures }) => ({
      ...{ key: placeKey(place), name },
      words: measures.map(({ kind }) => t(`plans.kinds.${kind}`)),
    })),
    ...unusable.map((each) => ({ ...each, words: whyNot(each.key) })),
  ];
  const isNoneKnown = surveyed === undefined || !isCurrent || unusable.length === 0;
  return (
    <div className="plan-candidates">
      {listed.length > 0 && (
        <details className="plan-places">
          <summary>
            {t("plans.places", counted(places.length))}
            {!isNoneKnown && t("plans.unusable", counted(unusable.length))}
          </summary>
          <ul>
            {listed.map(({ key, name, words }) => (
              <li key={key}>
                <Button
                  type="link"
                  size="small"
                  onMouseEnter={() => hover({ place: key })}
                  onMouseLeave={() => hover({})}
                  onClick={() => choosePlace(key)}
                >
                  {name}
                </Button>
                <span className="remark">{[...new Set(words)].join(t("effect.between"))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => useSession.setState({ selection: { kind: "new-site" } })}
      >
        {t("editing.site.add")}
      </Button>
    </div>
  );
}

const NOTHING_KNOWN: Pick<PlanSurvey, "places" | "refused" | "idle"> = { places: [], refused: [], idle: [] };
