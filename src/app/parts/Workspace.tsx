import type { ProjectView } from "../../../workers/protocol.ts";
import { Segments } from "../../ui/frame/Segments.tsx";
import type { Palette } from "../../ui/look/palette.ts";
import { useWords } from "../../ui/words.ts";
import { usePlacing } from "../state/placing.ts";
import { useNarrow, useRoomForSentence } from "../state/screen.ts";
import { type SheetHeight, useSession } from "../state/session.ts";
import { EvidenceDrawer } from "./drawers/EvidenceDrawer.tsx";
import { Lists } from "./lists/Lists.tsx";
import { MapPane } from "./map/MapPane.tsx";
import { Welcome } from "./Welcome.tsx";

/** Lists left, map right, evidence over the map; on a narrow screen the lists are a sheet of three heights over it. */
export function Workspace({ view, palette }: { readonly view: ProjectView; readonly palette: Palette }) {
  const { t } = useWords();
  const narrow = useNarrow();
  const hintOnMap = useRoomForSentence();
  const sheet = useSession((session) => session.sheet);
  const drawing = usePlacing(({ outlineAsked }) => outlineAsked !== undefined);
  const asking = usePlacing(({ asked }) => asked !== undefined) || drawing;
  return (
    <main
      className={`workspace sheet-${sheet}${asking ? " asking" : ""}${drawing ? " drawing" : ""}`}
      id="main"
    >
      <section className="panel" aria-label={t("screen.panel")}>
        {narrow && (
          <Segments<SheetHeight>
            className="sheet-heights"
            aria-label={t("screen.panelHeight")}
            block
            value={sheet}
            onChange={(to) => useSession.setState({ sheet: to })}
            options={(["low", "middle", "high"] as const).map((one) => ({
              value: one,
              label: t(`screen.heights.${one}`),
            }))}
          />
        )}
        <Lists view={view} />
      </section>
      <section className="map" aria-label={t("screen.map")}>
        <MapPane view={view} palette={palette} />
        {hintOnMap && <Welcome />}
      </section>
      <EvidenceDrawer view={view} />
    </main>
  );
}
