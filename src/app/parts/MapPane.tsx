import { ExpandOutlined, MinusOutlined, PictureOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import {
  lazy,
  type ReactNode,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../workers/protocol.ts";
import { formatMetres } from "../../i18n/numbers.ts";
import type { CityMap } from "../../map/city-map.ts";
import type { Circles, Focus, MapContent } from "../../map/columns.ts";
import { canDrawMap } from "../../map/webgl.ts";
import { Legend, SHADES } from "../../ui/frame/Legend.tsx";
import { Notice } from "../../ui/frame/Notice.tsx";
import type { Palette } from "../../ui/look/palette.ts";
import { CHINESE_FONTS } from "../../ui/look/theme.ts";
import { useWords } from "../../ui/words.ts";
import { moveFacility } from "../commands/edit.ts";
import { subjectOf } from "../derived/facts.ts";
import { haveGround, unitPaint } from "../derived/unit-paint.ts";
import { classCounts, flagged, zonePaint } from "../derived/zone-paint.ts";
import { useDesk } from "../desk-context.ts";
import { useBasemap, useBasemapSource } from "../state/basemap.ts";
import { useDocument } from "../state/document.ts";
import { useListedZones } from "../state/listed-zones.ts";
import { useParameters } from "../state/parameters.ts";
import { usePickedRows } from "../state/picked-rows.ts";
import { useRoomForLegend, useStill } from "../state/screen.ts";
import { hover, pick, rowChosen, select, shadeOf, useSession } from "../state/session.ts";
import { coveredOf, watchLists } from "./covered.ts";
import { BasemapStatus } from "./map/BasemapStatus.tsx";
import { BasemapTool } from "./map/BasemapTool.tsx";
import type { Pictured } from "./map/picture-content.ts";

const PictureDialog = lazy(async () => ({
  default: (await import("./map/PictureDialog.tsx")).PictureDialog,
}));
const MapView = lazy(async () => ({ default: (await import("../../map/MapView.tsx")).MapView }));

const SHADES_OF_ZONES = SHADES.filter((shade) => shade !== "streets");
const RINGS = [300, 500, 1000] as const;

/** The map with its legend and buttons; where it cannot be drawn, one line that says so. */
export function MapPane({ view, palette }: { readonly view: ProjectView; readonly palette: Palette }) {
  const { t } = useWords();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const ground = useMemo(() => haveGround(view.units), [view.units]);
  const shade = useSession((session) => shadeOf(session, ground));
  const { subject, rings } = useSession(useShallow(({ subject, rings }) => ({ subject, rings })));
  const roomy = useRoomForLegend(useSession((session) => session.selection !== undefined));
  const map = useRef<CityMap>(undefined);
  const content = useRef<MapContent>(undefined);
  const [picture, setPicture] = useState<Pictured>();
  const counts = useMemo(() => results && classCounts(results), [results]);
  const placeless = useMemo(() => (results ? flagged(results, "placeless") : 0), [results]);

  if (!canDrawMap()) return <Notice tone="quiet" text={t("map.noWebgl")} />;
  return (
    <>
      <Suspense fallback={<p className="map-loading">{t("map.loading")}</p>}>
        <Drawn view={view} palette={palette} map={map} content={content} />
      </Suspense>
      <div className="map-tools">
        <Tool label={t("map.zoomIn")} icon={<PlusOutlined />} onClick={() => map.current?.zoomBy(1)} />
        <Tool label={t("map.zoomOut")} icon={<MinusOutlined />} onClick={() => map.current?.zoomBy(-1)} />
        <Tool label={t("map.fit")} icon={<ExpandOutlined />} onClick={() => map.current?.showAll()} />
        <BasemapTool />
        <Tool
          label={t(results && !stale ? "map.picture.tool" : "map.picture.stale")}
          icon={<PictureOutlined />}
          disabled={!results || stale}
          onClick={() => {
            if (map.current && content.current && results)
              setPicture({ view, results, shade, shown: content.current, bounds: map.current.seen() });
          }}
        />
      </div>
      <BasemapStatus />
      {picture && (
        <Suspense>
          <PictureDialog of={picture} onClosed={() => setPicture(undefined)} />
        </Suspense>
      )}
      <Legend
        key={roomy ? "unfolded" : "folded"}
        roomy={roomy}
        shade={shade}
        shades={ground ? SHADES : SHADES_OF_ZONES}
        onShade={(to) => useSession.setState({ shade: to })}
        subject={subject}
        counts={counts}
        stale={stale}
        placeless={placeless}
        rings={rings}
        onRings={(shown) => useSession.setState({ rings: shown })}
      />
    </>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, ...button }: ToolProps) {
  return <Button {...button} aria-label={label} title={label} />;
}

interface DrawnProps {
  readonly view: ProjectView;
  readonly palette: Palette;
  readonly map: React.RefObject<CityMap | undefined>;
  /** What was drawn last. */
  readonly content: React.RefObject<MapContent | undefined>;
}

function Drawn({ view, palette, map, content }: DrawnProps) {
  const { t, gist } = useWords();
  const desk = useDesk();
  const still = useStill();
  // Painting a city anew takes a while: the words on the page do not wait for it.
  const results = useDeferredValue(useDocument((document) => document.results));
  const stale = useDeferredValue(useDocument((document) => document.stale));
  const { subject, onMap } = useSession(
    useShallow(({ subject, selection }) => ({
      ...{ subject, onMap: rowChosen(selection)?.onMap === true },
    })),
  );
  const { zones, facilities, units, backdrop } = view;
  const ground = useMemo(() => haveGround(units), [units]);
  const shade = useSession((session) => shadeOf(session, ground));

  const city = useMemo(() => ({ zones, units, backdrop }), [zones, units, backdrop]);
  const marks = useMemo(
    () => ({
      ...{ lng: facilities.lng, lat: facilities.lat },
      subjects: facilities.kinds.map(subjectOf),
      hollow: facilities.statuses.map((status) => status !== "built"),
    }),
    [facilities],
  );
  const kept = useDeferredValue(useListedZones(zones).kept);
  const paint = useMemo(
    () => zonePaint(zones.ids.length, results, shade, subject, stale, palette, kept),
    [zones, results, shade, subject, stale, palette, kept],
  );
  const streets = useMemo(
    () =>
      shade === "streets" && results
        ? unitPaint(results, subject, stale, palette, (amount, unit) =>
            t("map.streetLack", { amount: gist(amount, unit) }),
          )
        : undefined,
    [shade, results, subject, stale, palette, t, gist],
  );
  const focus = useFocus(view);
  const circles = useCircles(view, focus.facility);

  useEffect(() => {
    const place = focus.zone !== undefined ? zones : focus.facility !== undefined ? facilities : undefined;
    const row = focus.zone ?? focus.facility;
    const [lng, lat] = row === undefined ? [] : [place?.lng[row], place?.lat[row]];
    if (lng !== undefined && lat !== undefined && Number.isFinite(lng) && Number.isFinite(lat))
      map.current?.show(lng, lat, !onMap);
  }, [map, zones, facilities, focus.zone, focus.facility, onMap]);

  useEffect(() => watchLists(() => map.current?.refit()), [map]);

  useEffect(() => {
    if (focus.unit !== undefined) map.current?.showUnit(focus.unit);
  }, [map, focus.unit]);

  const basemap = useBasemapSource();
  const shown: MapContent = {
    ...{ colours: palette, city, facilities: marks, paint, unitPaint: streets, focus, circles, basemap },
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
      onUnit={(id) => select({ kind: "unit", id, onMap: true })}
      onNothing={() => useSession.setState({ selection: undefined })}
      onHover={(pointed) =>
        hover(
          pointed?.kind === "zone"
            ? { zone: pointed.row }
            : pointed?.kind === "unit"
              ? { unit: pointed.id }
              : {},
        )
      }
      onMove={(row, lng, lat) => void moveFacility(desk, facilities.ids[row] ?? "", lng, lat)}
      onDrawn={() => document.documentElement.setAttribute("data-map", "drawn")}
      onBasemap={(state) => useBasemap.setState({ state })}
    />
  );
}

function useFocus({ zones, facilities }: ProjectView): Focus {
  const { selection, hovered, marked } = useSession(
    useShallow(({ selection, hovered, marked }) => ({ selection, hovered, marked })),
  );
  const rowsPicked = usePickedRows(zones.ids);
  return useMemo(() => {
    const chosen = rowChosen(selection);
    const rowIn = (ids: readonly string[], kind: string) => {
      const row = chosen?.kind === kind ? ids.indexOf(chosen.id) : -1;
      return row < 0 ? undefined : row;
    };
    return {
      zone: rowIn(zones.ids, "zone"),
      facility: rowIn(facilities.ids, "facility"),
      unit: chosen?.kind === "unit" ? chosen.id : undefined,
      ...{ marked, picked: rowsPicked },
      hoverZone: hovered.zone,
      hoverUnit: hovered.unit,
    };
  }, [zones, facilities, selection, hovered, marked, rowsPicked]);
}

/** The circle of the chosen facility: the walk of the profile that decides for its subject. */
function useCircles({ facilities }: ProjectView, row: number | undefined): Circles | undefined {
  const { t } = useWords();
  const rings = useSession((session) => session.rings);
  const { limits, decides, detour } = useParameters();
  return useMemo(() => {
    if (row === undefined) return undefined;
    const [lng, lat] = [facilities.lng[row] ?? Number.NaN, facilities.lat[row] ?? Number.NaN];
    if (Number.isNaN(lng) || Number.isNaN(lat)) return undefined;
    const childcare = subjectOf(facilities.kinds[row] ?? "") === "childcare";
    const limit = limits[decides[childcare ? "childcare" : "elderly"]];
    return {
      ...{ lng, lat, limit, detour },
      limitLabel: t("map.circle", { walk: formatMetres(limit), straight: formatMetres(limit / detour) }),
      rings: rings
        ? RINGS.filter((metres) => metres !== limit).map((metres) => ({
            metres,
            label: t("map.ring", { walk: formatMetres(metres) }),
          }))
        : [],
    };
  }, [facilities, row, rings, limits, decides, detour, t]);
}
