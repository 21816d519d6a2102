import { Modal } from "antd";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import type { ProjectView } from "../../../workers/protocol.ts";
import { counted } from "../../i18n/numbers.ts";
import { DEMO_CITIES } from "../../io/demo/shipped.ts";
import { caveatsOf } from "../../ui/frame/caveats.ts";
import { EmptyState } from "../../ui/frame/EmptyState.tsx";
import { Headline } from "../../ui/frame/Headline.tsx";
import { isTyping, layerOpen, stepOf } from "../../ui/frame/keys-for.ts";
import { ProgressLine } from "../../ui/frame/ProgressLine.tsx";
import { StatusBar } from "../../ui/frame/StatusBar.tsx";
import { IssueList } from "../../ui/importing/IssueList.tsx";
import type { Palette } from "../../ui/look/palette.ts";
import { useWords } from "../../ui/words.ts";
import { redo, undo } from "../commands/edit.ts";
import { openChosenFiles, openCity, openRecent } from "../commands/open.ts";
import { saveTemplate } from "../commands/template.ts";
import { shortAreas } from "../derived/area-facts.ts";
import { unitOf } from "../derived/facts.ts";
import { hintsOn } from "../derived/hints.ts";
import { flagged } from "../derived/zone-paint.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "../state/document.ts";
import { useDrawnResults, useOutdated } from "../state/drawn-results.ts";
import { usePacksInUse } from "../state/packs.ts";
import { useParameters } from "../state/parameters.ts";
import { askNoPlace } from "../state/placing.ts";
import { forget, useRecent } from "../state/recent.ts";
import { useRoomForSentence } from "../state/screen.ts";
import { useSession } from "../state/session.ts";
import { Bar } from "./Bar.tsx";
import { ImportColumns } from "./ImportColumns.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { Keeping } from "./Keeping.tsx";
import { Leaving } from "./Leaving.tsx";
import { Merges } from "./Merges.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { Welcome } from "./Welcome.tsx";
import { Workspace } from "./Workspace.tsx";

/** The planner's page: bar, headline, lists and map, small print. */
export function Page({ palette }: { readonly palette: Palette }) {
  const { t, language } = useWords();
  const desk = useDesk();
  const hintOnMap = useRoomForSentence();
  const view = useDocument((document) => document.view);
  const waiting = useDocument((document) => document.busy !== undefined && document.view === undefined);
  const recent = useRecent(({ projects }) => projects);
  const onImport = () => void openChosenFiles(desk, useSession.getState().importChoices);
  useShortcuts();

  return (
    <>
      <a className="skip" href="#lists">
        {t("screen.skipToTable")}
      </a>
      <Bar dark={palette.scheme === "dark"} onImport={onImport} />
      {view && <Top />}
      <Progress />
      <ProblemNotice />
      <Keeping />
      {!hintOnMap && <Welcome />}
      {view ? (
        <Workspace view={view} palette={palette} />
      ) : waiting ? (
        <main className="empty" id="main" aria-busy="true" />
      ) : (
        <EmptyState
          cities={DEMO_CITIES.map((id) => ({
            id,
            name: t("screen.cityDemo", { city: t(`screen.cities.${id}`) }),
          }))}
          onCity={(id) => void openCity(desk, id as (typeof DEMO_CITIES)[number])}
          onChoose={onImport}
          onTemplate={() => void saveTemplate(language)}
          recent={recent}
          onRecent={(name) => void openRecent(desk, name)}
          onForget={(name) => void forget(name)}
        />
      )}
      {view && <Foot />}
      <ImportColumns onOtherFiles={onImport} />
      <ImportDialog onOtherFiles={onImport} />
      <Standards />
      <Methods />
      <Leaving />
      <Merges />
      {view && <Printed view={view} />}
    </>
  );
}

function Top() {
  const { t, text, language } = useWords();
  const view = useDocument((document) => document.view);
  const results = useDrawnResults();
  const outdated = useOutdated();
  const parameters = useParameters();
  const imported = useDocument(
    (document) => document.asked?.kind === "files" && document.report !== undefined,
  );
  const hints = useMemo(
    () => (view && results ? hintsOn(view, results, parameters) : []),
    [view, results, parameters],
  );
  const placeless = useMemo(() => view?.facilities.lng.filter(Number.isNaN).length ?? 0, [view]);
  const inUse = usePacksInUse();
  const borrowed = useMemo(() => (results ? flagged(results, "borrowed") : 0), [results]);
  const packs = inUse.map(({ city, title, status, validTo, custom }) => ({
    // Standards of one's own are told by their name, which says whether anybody has checked them.
    name: custom ? text(title) : text(city),
    status,
    unchecked: custom !== undefined && custom.checkedBy === undefined,
    ...(validTo && { validTo }),
  }));
  return (
    <Headline
      facts={results?.headline}
      stale={outdated}
      unitOf={(metric) => unitOf(results, metric)}
      areas={results ? shortAreas(results) : []}
      demo={view?.origin === "demo"}
      invented={view?.invented ?? 0}
      packs={packs}
      borrowed={borrowed}
      placeless={placeless}
      caveats={caveatsOf(parameters, { t, language }, results?.network)}
      supplied={(view?.facilities.ids.length ?? 0) > 0}
      hints={hints.map(({ about, count }) => ({
        text: t(`screen.hint.${about}`, counted(count)),
        ...(about === "noPeople" &&
          imported && {
            action: {
              label: t("screen.hint.importOptions"),
              onClick: () => useSession.setState({ reportShown: true }),
            },
          }),
      }))}
    />
  );
}

function Foot() {
  const view = useDocument((document) => document.view);
  const results = useDrawnResults();
  const outdated = useOutdated();
  const { reach, detour } = useParameters();
  const [listed, setListed] = useState(false);
  const { t } = useWords();
  if (!view) return null;
  const issues = results?.issues ?? [];
  return (
    <>
      <StatusBar
        asOf={view.asOf}
        zones={view.zones.ids.length}
        estimated={results?.headline.estimated ?? 0}
        facilities={view.facilities.ids.length}
        reach={reach}
        detour={detour}
        resultKey={results?.key}
        stale={outdated}
        issues={issues.length}
        onIssues={() => setListed(true)}
        onMethod={() => useSession.setState({ method: {} })}
      />
      <Modal
        open={listed}
        width={760}
        title={t("importing.issues")}
        footer={null}
        onCancel={() => setListed(false)}
      >
        <IssueList issues={issues} />
      </Modal>
    </>
  );
}

const StandardsDialog = lazy(async () => ({
  default: (await import("./StandardsDialog.tsx")).StandardsDialog,
}));

/** Loaded when somebody asks for it. */
function Standards() {
  const shown = useSession((session) => session.standardsShown);
  return (
    shown && (
      <Suspense>
        <StandardsDialog />
      </Suspense>
    )
  );
}

const Method = lazy(async () => ({ default: (await import("./Method.tsx")).Method }));

/** Loaded when somebody asks for it. */
function Methods() {
  const shown = useSession((session) => session.method);
  return (
    shown && (
      <Suspense>
        <Method at={shown.at} />
      </Suspense>
    )
  );
}

const Printing = lazy(async () => ({ default: (await import("./Printing.tsx")).Printing }));

/** Loaded when something is to be printed. */
function Printed({ view }: { readonly view: ProjectView }) {
  const asked = useSession((session) => session.printing);
  return (
    asked && (
      <Suspense>
        <Printing key={JSON.stringify(asked)} asked={asked} view={view} />
      </Suspense>
    )
  );
}

/** Alone in following the steps of the work, so that nothing else is drawn anew for them. */
function Progress() {
  const busy = useDocument((document) => document.busy);
  return busy && <ProgressLine key={busy.with} step={busy.step} onCancel={busy.cancel} />;
}

/** Undo, redo, close: everywhere but in a text field, which has its own. */
function useShortcuts() {
  const desk = useDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (layerOpen()) return;
      if (event.key === "Escape" && askNoPlace()) return;
      if (isTyping(event)) return;
      if (event.key === "Escape") useSession.setState({ selection: undefined });
      const step = stepOf({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey });
      if (step === undefined) return;
      event.preventDefault();
      void (step === "redo" ? redo(desk) : undo(desk));
    };
    // Heard before any layer hears it, so that one key closes one layer.
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [desk]);
}
