import { ExpandOutlined, MinusOutlined, PictureOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { limitOf } from "../../../core/analysis/parameters.ts";
import type { MapContent } from "../../../map/columns.ts";
import type { CityMap } from "../../../map/map-contract.ts";
import { canDrawMap } from "../../../map/webgl.ts";
import { Legend, SHADES } from "../../../ui/frame/Legend.tsx";
import { Notice } from "../../../ui/frame/Notice.tsx";
import type { Palette } from "../../../ui/look/palette.ts";
import { useWords } from "../../../ui/words.ts";
import { haveGround } from "../../derived/unit-paint.ts";
import { classCounts, flagged } from "../../derived/zone-paint.ts";
import { useDrawn, useOutdated } from "../../state/drawn-results.ts";
import { useParameters } from "../../state/parameters.ts";
import { usePaintedResults } from "../../state/plan-after.ts";
import { usePlans } from "../../state/plans.ts";
import { useRoomForLegend } from "../../state/screen.ts";
import { paintedBy, rowChosen, shadeOf, useSession } from "../../state/session.ts";
import { AskedPlace } from "./AskedPlace.tsx";
import { BasemapStatus } from "./BasemapStatus.tsx";
import { BasemapTool } from "./BasemapTool.tsx";
import { DrawnMap } from "./DrawnMap.tsx";
import type { Pictured } from "./picture-content.ts";
import { StreetsTool } from "./StreetsTool.tsx";
import { useServices } from "./use-services.ts";
import { useStrays } from "./use-strays.ts";
import { walkAreaLabel } from "./use-walk-area.ts";

const PictureDialog = lazy(async () => ({
  default: (await import("./PictureDialog.tsx")).PictureDialog,
}));

const SHADES_OF_ZONES = SHADES.filter((shade) => shade !== "streets");

interface MapPaneProps {
  readonly view: ProjectView;
  readonly palette: Palette;
}

/** The map with its legend and buttons; where it cannot be drawn, one line that says so. */
export function MapPane({ view: latest, palette }: MapPaneProps) {
  const { t } = useWords();
  const drawn = useDrawn(latest);
  const { view, results } = drawn;
  const painted = usePaintedResults(results);
  const strays = useStrays(drawn);
  const outdated = useOutdated();
  const services = useServices(drawn, outdated);
  const ground = useMemo(() => haveGround(view.units), [view.units]);
  const shade = useSession((session) => shadeOf(session, ground));
  const by = useSession((session) => paintedBy(shade, session, painted?.allocations !== undefined));
  const { subject, rings, walkArea, marked } = useSession(
    useShallow(({ subject, rings, walkArea, marked }) => ({ subject, rings, walkArea, marked })),
  );
  const surveyed = usePlans((plans) => plans.surveyed !== undefined);
  const planned = useSession(({ tab }) => tab === "plans") && surveyed;
  const ringed = useSession(({ selection }) => rowChosen(selection)?.kind === "facility");
  const outlined = useSession(({ tab, selection }) =>
    selection?.kind === "area" ? "chosen" : tab === "areas" && selection === undefined ? "listed" : undefined,
  );
  const parameters = useParameters();
  const roomy = useRoomForLegend(useSession((session) => session.selection !== undefined));
  const map = useRef<CityMap>(undefined);
  const content = useRef<MapContent>(undefined);
  const [picture, setPicture] = useState<Pictured>();
  const counts = useMemo(() => painted && classCounts(painted), [painted]);
  const placeless = useMemo(() => (results ? flagged(results, "placeless") : 0), [results]);

  if (!canDrawMap()) return <Notice tone="quiet" text={t("map.noWebgl")} />;
  return (
    <>
      <Suspense fallback={<p className="map-loading">{t("map.loading")}</p>}>
        <DrawnMap
          drawn={drawn}
          strays={strays}
          services={services}
          palette={palette}
          map={map}
          content={content}
        />
      </Suspense>
      <div className="map-tools">
        <Tool label={t("map.zoomIn")} icon={<PlusOutlined />} onClick={() => map.current?.zoomBy(1)} />
        <Tool label={t("map.zoomOut")} icon={<MinusOutlined />} onClick={() => map.current?.zoomBy(-1)} />
        <Tool label={t("map.fit")} icon={<ExpandOutlined />} onClick={() => map.current?.showAll()} />
        <BasemapTool />
        {view.ways > 0 && <StreetsTool changes={latest.streetChanges} />}
        <Tool
          label={t(results && !outdated ? "map.picture.tool" : "map.picture.stale")}
          icon={<PictureOutlined />}
          disabled={!results || outdated}
          onClick={() => {
            if (map.current && content.current && results)
              setPicture({ view, results, by, shown: content.current, bounds: map.current.seen() });
          }}
        />
      </div>
      <AskedPlace map={map} />
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
        paintedBy={by}
        subject={subject}
        counts={counts}
        stale={outdated}
        placeless={placeless}
        marked={marked.length > 0}
        areas={results?.allocations && outlined}
        plan={planned}
        services={services.length > 0 && shade !== "streets"}
        straight={parameters.reach === "straight"}
        strays={strays.length}
        streetsChanged={view.streetChanges.length > 0}
        rings={rings}
        ringed={ringed}
        onRings={(shown) => useSession.setState({ rings: shown })}
        walkArea={{
          shown: walkArea,
          label: walkAreaLabel(subject, limitOf(parameters, subject), t),
          colour: palette.walkArea,
        }}
        onWalkArea={(shown) => useSession.setState({ walkArea: shown })}
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
