import { lazy, Suspense, useCallback, useState } from "react";
import type { DemoCityId } from "../../../workers/protocol.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import type { Language } from "../../i18n/catalogue.ts";
import { catalogue } from "../../i18n/catalogue.ts";
import { DEMO_CITIES } from "../../io/demo/shipped.ts";
import { setAddressMember } from "../../platform/browser/address.ts";
import { canAskPlace } from "../../platform/browser/file-places.ts";
import { remember } from "../../platform/browser/preferences.ts";
import { TopBar } from "../../ui/frame/TopBar.tsx";
import { useWords } from "../../ui/words.ts";
import { setParameters } from "../commands/analyse.ts";
import { redo, undo } from "../commands/edit.ts";
import { leave } from "../commands/leave.ts";
import { OWN } from "../commands/load.ts";
import { chooseMerge } from "../commands/merge.ts";
import { closeProject, openCity, openRecent } from "../commands/open.ts";
import { save } from "../commands/save.ts";
import { saveProject } from "../commands/save-project.ts";
import { choosePack } from "../commands/standards.ts";
import { useDesk } from "../desk-context.ts";
import { targetYears } from "../standards.ts";
import { useDocument } from "../state/document.ts";
import { useChosenPack, useKnownPacks } from "../state/packs.ts";
import { useRecent } from "../state/recent.ts";
import { useNarrow } from "../state/screen.ts";
import { useSession } from "../state/session.ts";

const RECENT = "recent ";
const BY_PLACE = "by-place";
const MANAGE = "manage";
const LATEST = 0;

const ExportDialog = lazy(async () => ({ default: (await import("./ExportDialog.tsx")).ExportDialog }));

/** The top bar, wired to the document. */
export function Bar({ dark, onImport }: { readonly dark: boolean; readonly onImport: () => void }) {
  const { t, text } = useWords();
  const desk = useDesk();
  const asked = useDocument(({ busy, asked }) => (busy?.with === "opening" ? asked : undefined));
  const year = useDocument((document) => document.choices.year);
  const packs = useKnownPacks();
  const ofProject = useDocument((document) => document.view?.pack);
  const pack = useChosenPack();
  const loaded = useDocument((document) => document.view !== undefined);
  const mergeable = useDocument((document) => document.view?.origin === "imported");
  const undoable = useDocument((document) => document.done.length > 0);
  const redoable = useDocument((document) => document.undone.length > 0);
  const narrow = useNarrow();
  const historyShown = useSession(({ selection }) => selection?.kind === "history");
  const source = useDocument((document) => document.source);
  const shown = asked ?? source;

  const recent = useRecent(({ projects }) => projects);
  const [exporting, setExporting] = useState(false);

  const onCity = useCallback(
    (city: string) => {
      if (city.startsWith(RECENT)) void openRecent(desk, city.slice(RECENT.length));
      else leave(() => (city === OWN ? closeProject() : void openCity(desk, city as DemoCityId)));
    },
    [desk],
  );

  return (
    <>
      <TopBar
        city={shown?.kind === "demo" ? shown.city : OWN}
        cities={[
          ...DEMO_CITIES.map((id) => ({
            value: id as string,
            label: t("screen.cityDemo", { city: t(`screen.cities.${id}`) }),
          })),
          { value: OWN, label: t("screen.ownData") },
          ...recent.map(({ name }) => ({
            value: `${RECENT}${name}`,
            label: t("screen.recent.open", { name }),
          })),
        ]}
        onCity={onCity}
        pack={pack ?? BY_PLACE}
        packs={[
          ...(ofProject === undefined ? [{ value: BY_PLACE, label: t("screen.packByPlace") }] : []),
          ...packs.map((one) => ({ value: one.id as string, label: packTitle(one) })),
          { value: MANAGE, label: t("standards.manage") },
        ]}
        onPack={(id) =>
          id === MANAGE
            ? useSession.setState({ standardsShown: true })
            : choosePack(desk, id === BY_PLACE ? undefined : id)
        }
        year={year ?? LATEST}
        years={[
          { value: LATEST, label: t("screen.yearLatest") },
          ...targetYears(packs).map((value) => ({ value, label: `${value}` })),
        ]}
        onYear={(value) => setParameters(desk, { year: value === LATEST ? undefined : value })}
        onUndo={undoable ? () => void undo(desk) : undefined}
        onRedo={redoable ? () => void redo(desk) : undefined}
        historyShown={historyShown}
        narrow={narrow}
        onHistory={
          undoable || redoable || historyShown
            ? () => useSession.setState({ selection: historyShown ? undefined : { kind: "history" } })
            : undefined
        }
        onImport={onImport}
        onSave={loaded ? (file) => void save(desk, file) : undefined}
        onSaveElsewhere={loaded && canAskPlace() ? () => void saveProject(desk, true) : undefined}
        onMerge={mergeable ? () => void chooseMerge(desk) : undefined}
        onExport={() => setExporting(true)}
        onPrint={() => useSession.setState({ printing: { kind: "streets" } })}
        dark={dark}
        onDark={(to) => {
          const scheme = to ? "dark" : "light";
          remember("scheme", scheme);
          useSession.setState({ scheme });
        }}
        onLanguage={speak}
      />
      {exporting && (
        <Suspense>
          <ExportDialog onClose={() => setExporting(false)} />
        </Suspense>
      )}
    </>
  );

  function packTitle({ title, custom }: RulePack): string {
    if (custom === undefined) return text(title);
    const mark = t(custom.checkedBy === undefined ? "standards.unchecked" : "standards.unofficial");
    return t("standards.withMark", { title: text(title), mark });
  }
}

function speak(language: Language) {
  remember("language", language);
  setAddressMember("lang", language);
  void catalogue.changeLanguage(language);
}
