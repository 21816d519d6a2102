import { lazy, useDeferredValue, useEffect, useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { MapContent } from "../../../map/columns.ts";
import type { CityMap } from "../../../map/map-contract.ts";
import type { Palette } from "../../../ui/look/palette.ts";
import { CHINESE_FONTS } from "../../../ui/look/theme.ts";
import { PLACELESS } from "../../../ui/tables/facts.ts";
import { useWords } from "../../../ui/words.ts";
import { moveFacility } from "../../commands/edit.ts";
import { choosePlace, holdMarked, moveMarked } from "../../commands/plan-places.ts";
import { subjectOf } from "../../derived/facts.ts";
import { haveGround, lackWords, outdatedUnitPaint, unitPaint } from "../../derived/unit-paint.ts";
import { zonePaint } from "../../derived/zone-paint.ts";
import { useDesk } from "../../desk-context.ts";
import { useBasemap, useBasemapSource } from "../../state/basemap.ts";
import { type Drawn, useOutdated } from "../../state/drawn-results.ts";
import { useListedZones } from "../../state/listed-zones.ts";
import {
  aimAt,
  answerOutline,
  answerPlace,
  holdPlace,
  roundedPlace,
  showSketch,
  usePlacing,
} from "../../state/placing.ts";
import { usePaintedResults } from "../../state/plan-after.ts";
import { usePlans } from "../../state/plans.ts";
import { useStill } from "../../state/screen.ts";
import { hover, paintedBy, pick, rowChosen, select, shadeOf, useSession } from "../../state/session.ts";
import { coveredOf, watchLists } from "./covered.ts";
import { useAround } from "./use-around.ts";
import { useFocus } from "./use-focus.ts";
import { usePlanMarks } from "./use-plan-marks.ts";
import { useStreetChanges } from "./use-street-changes.ts";
import { useWalkArea } from "./use-walk-area.ts";

const MapView = lazy(async () => ({ default: (await import("../../../map/MapView.tsx")).MapView }));

interface Props {
  readonly drawn: Drawn;
  readonly strays: MapContent["strays"];
  readonly services: MapContent["services"];
  readonly palette: Palette;
  readonly map: React.RefObject<CityMap | undefined>;
  /** What was drawn last. */
  readonly content: React.RefObject<MapContent | undefined>;
}

/** The map as it stands: what is listed, shaded, chosen and pointed at, and what is done on it. */
export function DrawnMap({ drawn, strays, services, palette, map, content }: Props) {
  const { view, results, broughtBy } = drawn;
  const painted = usePaintedResults(results);
  const { t, gist } = useWords();
  const desk = useDesk();
  const still = useStill();
  const outdated = useOutdated();
  const faint = useDeferredValue(outdated);
  const { subject, onMap } = useSession(
    useShallow(({ subject, selection }) => ({
      ...{ subject, onMap: rowChosen(selection)?.onMap === true },
    })),
  );
  const { zones, facilities, units, backdrop } = view;
  const ground = useMemo(() => haveGround(units), [units]);
  const shade = useSession((session) => shadeOf(session, ground));

  const city = useMemo(() => ({ zones, units, backdrop, broughtBy }), [zones, units, backdrop, broughtBy]);
  const focus = useFocus(view, results);
  const kind = useSession((session) => session.facilityKind);
  const marks = useMemo(
    () => ({
      lat: facilities.lat,
      // Facilities of other kinds stand nowhere on the map, but for one that is chosen.
      lng:
        kind === undefined || kind === PLACELESS
          ? facilities.lng
          : facilities.lng.map((lng, row) =>
              facilities.kinds[row] === kind || row === focus.facility ? lng : Number.NaN,
            ),
      subjects: facilities.kinds.map(subjectOf),
      hollow: facilities.statuses.map((status) => status !== "built"),
    }),
    [facilities, kind, focus.facility],
  );
  const kept = useDeferredValue(useListedZones(zones).kept);
  const by = useSession((session) => paintedBy(shade, session, painted?.allocations !== undefined));
  const paint = useMemo(
    () => zonePaint(zones.ids.length, painted, by, subject, faint, palette, kept),
    [zones, painted, by, subject, faint, palette, kept],
  );
  const streets = useMemo(
    () =>
      shade === "streets" && painted
        ? unitPaint(painted, subject, palette, lackWords({ t, gist }))
        : undefined,
    [shade, painted, subject, palette, t, gist],
  );
  const streetsNow = useMemo(
    () => (faint && streets ? outdatedUnitPaint(streets) : streets),
    [faint, streets],
  );
  const around = useAround(drawn, focus);
  const streetChanges = useStreetChanges(view);
  const walkArea = useWalkArea(view, results, outdated);
  const { marks: plan, keys } = usePlanMarks(view.sites);

  useEffect(() => {
    const place = focus.zone !== undefined ? zones : focus.facility !== undefined ? facilities : undefined;
    const row = focus.zone ?? focus.facility;
    const [lng, lat] = row === undefined ? [] : [place?.lng[row], place?.lat[row]];
    if (lng !== undefined && lat !== undefined && Number.isFinite(lng) && Number.isFinite(lat))
      map.current?.show(lng, lat, !onMap);
  }, [map, zones, facilities, focus.zone, focus.facility, onMap]);

  const site = plan?.find(({ isChosen, subject }) => isChosen && subject !== undefined);
  const [siteLng, siteLat] = [site?.lng, site?.lat];
  // Under the hand it is in view, and the map stays where it is.
  const isHeld = usePlans(({ trial }) => trial?.isHeld === true);
  useEffect(() => {
    if (isHeld || siteLng === undefined || siteLat === undefined) return;
    map.current?.show(siteLng, siteLat, !onMap);
  }, [map, siteLng, siteLat, onMap, isHeld]);

  const pair = useSession(({ selection }) => (selection?.kind === "pair" ? selection.ids : undefined));
  useEffect(() => {
    if (pair) map.current?.showZones(pair.map((id) => zones.ids.indexOf(id)));
  }, [map, zones, pair]);

  useEffect(() => {
    if (focus.area) map.current?.showZones(focus.area.zones, focus.area.facilities);
  }, [map, focus.area]);

  const asking = usePlacing(({ asked, street }) => asked !== undefined || street !== undefined);
  const { pin, answer, outlineAsked, outline } = usePlacing(
    useShallow(({ pin, answer, outlineAsked, outline }) => ({ pin, answer, outlineAsked, outline })),
  );
  useEffect(() => {
    if (answer) map.current?.show(answer.lng, answer.lat, false);
  }, [map, answer]);

  useEffect(() => watchLists(() => map.current?.refit()), [map]);

  // The sentence on top has come, and with it the room that is left to the map.
  useEffect(() => {
    if (results) map.current?.refit();
  }, [map, results]);

  useEffect(() => {
    if (focus.unit !== undefined) map.current?.showUnit(focus.unit);
  }, [map, focus.unit]);

  const basemap = useBasemapSource();
  const shown: MapContent = {
    ...{
      colours: palette,
      city,
      facilities: marks,
      paint,
      unitPaint: streetsNow,
      focus,
      around,
      walkArea,
      services,
      strays,
      streetChanges,
      plan,
      basemap,
    },
  };
  useEffect(() => {
    content.current = shown;
  });

  return (
    <MapView
      label={t("map.label")}
      font={CHINESE_FONTS}
      still={still}
      {...shown}
      asking={asking}
      pin={pin}
      outlineAsked={outlineAsked}
      outline={outline}
      covered={coveredOf}
      onReady={(made) => {
        map.current = made;
      }}
      onZone={(row, adding) => {
        const id = zones.ids[row] ?? "";
        if (adding) pick([id], !useSession.getState().picked.has(id));
        else select({ kind: "zone", id, onMap: true });
      }}
      onFacility={(row) => select({ kind: "facility", id: facilities.ids[row] ?? "", onMap: true })}
      onMark={(row) => choosePlace(keys[row] ?? "", true)}
      onMoveMark={(row, lng, lat) => {
        holdPlace(undefined);
        moveMarked(desk, keys[row] ?? "", roundedPlace(lng, lat));
      }}
      onHoldMark={(mark) => {
        holdPlace(mark?.giveUp);
        holdMarked(desk, mark && { key: keys[mark.row] ?? "", to: roundedPlace(mark.lng, mark.lat) });
      }}
      onUnit={(id) => select({ kind: "unit", id, onMap: true })}
      onPlace={answerPlace}
      onSketch={showSketch}
      onOutline={answerOutline}
      onNothing={() => useSession.setState({ selection: undefined })}
      onHover={(pointed) =>
        hover(
          pointed?.kind === "zone"
            ? { zone: pointed.row }
            : pointed?.kind === "unit"
              ? { unit: pointed.id }
              : pointed?.kind === "mark"
                ? { place: keys[pointed.row] ?? "" }
                : {},
        )
      }
      onAim={(aim) =>
        aimAt(
          aim && {
            at: roundedPlace(aim.lng, aim.lat),
            ...(aim.dragged && {
              dragged: { id: facilities.ids[aim.dragged.row] ?? "", giveUp: aim.dragged.giveUp },
            }),
          },
        )
      }
      onMove={(row, lng, lat) => void moveFacility(desk, facilities.ids[row] ?? "", roundedPlace(lng, lat))}
      onDrawn={() => document.documentElement.setAttribute("data-map", "drawn")}
      onBasemap={(state) => useBasemap.setState({ state })}
    />
  );
}
