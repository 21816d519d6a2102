import { Suspense } from "react";
import { useShallow } from "zustand/react/shallow";
import type { FileReport, ImportChoices } from "../../../workers/protocol.ts";
import type { Issue } from "../../core/base/issue.ts";
import { type FacilityKind, isFacilityKind } from "../../core/model/facility-kind.ts";
import { ImportOptions } from "../../ui/importing/ImportOptions.tsx";
import type { PlacesDoubt, PlacesSaid } from "../../ui/importing/PlacesReview.tsx";
import { useWords } from "../../ui/words.ts";
import { saveIssues } from "../commands/save.ts";
import { commitImport, leaveImport, openAgain, rehearseAgain } from "../commands/take-in.ts";
import { importEffect } from "../derived/import-effect.ts";
import { unplacedRows, withPlaced } from "../derived/unplaced-rows.ts";
import { useDesk } from "../desk-context.ts";
import { kindNames } from "../standards.ts";
import { useDocument } from "../state/document.ts";
import { useImporting } from "../state/importing.ts";
import { Return } from "../state/return.ts";
import { rememberChoices, useSession } from "../state/session.ts";
import { later } from "./later.tsx";

const ImportReportDialog = later(
  async () => (await import("../../ui/importing/ImportReportDialog.tsx")).ImportReportDialog,
);

/** Fetches the code of the report while its rows are still being read. */
export const fetchReport = ImportReportDialog.fetch;

/** The report of the last import and its options, wired to the document. */
export function ImportDialog({ onOtherFiles }: { readonly onOtherFiles: () => void }) {
  const { t, language, text } = useWords();
  const desk = useDesk();
  const { reportShown, importChoices } = useSession(
    useShallow(({ reportShown, importChoices }) => ({ reportShown, importChoices })),
  );
  const rehearsal = useImporting((state) => state.rehearsal);
  const made = useDocument((document) => document.report);
  const report = rehearsal?.report ?? made;
  const problem = useDocument((document) => document.problem);
  const busy = useDocument((document) => document.busy?.with === "opening");
  const refused = !rehearsal && problem?.during === "opening" && !problem.cancelled;
  const replacedDemo = useDocument((document) => document.replacedDemo);
  const said = rehearsal?.choices ?? importChoices;
  const readAgain = (choices: ImportChoices) => {
    rememberChoices(choices);
    if (rehearsal) rehearseAgain(desk, choices);
    else void openAgain(desk, choices);
  };
  const told = refused ? problem.issues : (report?.files ?? []).flatMap(({ issues }) => issues);
  const close = rehearsal ? leaveImport : () => useSession.setState({ reportShown: false });
  if (!(reportShown || rehearsal) || busy || !(report || refused)) return null;
  return (
    <>
      <Suspense fallback={null}>
        <ImportReportDialog
          files={refused ? [] : (report?.files ?? [])}
          review={
            rehearsal && {
              effect: importEffect(rehearsal, (column) =>
                column ? t(`columns.${column}`) : t("importing.effect.outline"),
              ),
              others: rehearsal.choices.others ?? "go",
              onOthers: (others) => readAgain({ ...said, others }),
              onGo: () => void commitImport(desk),
            }
          }
          intoIssues={(!refused && report?.into?.issues) || NONE}
          replacedDemo={!refused && !rehearsal && replacedDemo}
          refused={refused}
          refusal={refused ? problem.issues : []}
          message={refused ? problem.message : undefined}
          kinds={kindNames(text)}
          unplaced={refused ? [] : unplacedRows(report?.files ?? [])}
          onPlaced={(chosen) => readAgain({ ...said, places: withPlaced(said.places, chosen) })}
          doubts={refused ? [] : doubtsOf(report?.files ?? [])}
          onPlaces={(places) => readAgain({ ...said, byFile: withPlaces(said.byFile, places) })}
          unknownKinds={unknownKinds(told)}
          onKinds={(kinds) => readAgain({ ...said, kinds: { ...said.kinds, ...kindsOf(kinds) } })}
          onClose={close}
          onOtherFiles={onOtherFiles}
          onDownload={() => saveIssues(language)}
        >
          <ImportOptions value={said} onApply={(choices) => readAgain({ ...choices, ...keptOf(said) })} />
        </ImportReportDialog>
      </Suspense>
      <Return />
    </>
  );
}

const NONE: readonly never[] = [];

/** Files of whose coordinates somebody has to say something: read in one datum while another fits or none was declared, or exchanged. */
function doubtsOf(files: readonly FileReport[]): readonly PlacesDoubt[] {
  return files.flatMap(({ file, datum, swapped }) => {
    const fits = datum && "datum" in datum.verdict ? datum.verdict.datum : undefined;
    const isAsked =
      datum !== undefined &&
      datum.rows > 0 &&
      (fits === undefined ? !datum.isDeclared : fits !== datum.readAs);
    if (!isAsked && swapped === undefined) return [];
    return [
      {
        file,
        ...(isAsked && { datum: { ...pickOf(datum), ...(fits && { fits }) } }),
        ...(swapped !== undefined && { swapped }),
      },
    ];
  });
}

function pickOf({ readAs, rows, residuals, sketch }: NonNullable<FileReport["datum"]>) {
  return { readAs, rows, residuals, ...(sketch && { drawing: sketch }) };
}

function withPlaces(
  byFile: ImportChoices["byFile"],
  said: Readonly<Record<string, PlacesSaid>>,
): NonNullable<ImportChoices["byFile"]> {
  const changed = Object.entries(said).map(([file, to]) => [file, { ...byFile?.[file], ...to }] as const);
  return { ...byFile, ...Object.fromEntries(changed) };
}

/** Words of kinds that are none of ours, over all files, with the number of their rows. */
function unknownKinds(issues: readonly Issue[]): readonly { readonly word: string; readonly rows: number }[] {
  const rows = new Map<string, number>();
  for (const each of issues) {
    if (each.code !== "file.kinds-unknown") continue;
    const { kinds, rows: of } = each.facts;
    for (const [i, word] of kinds.entries()) rows.set(word, (rows.get(word) ?? 0) + (of[i] ?? 0));
  }
  return [...rows].map(([word, of]) => ({ word, rows: of }));
}

function kindsOf(said: Readonly<Record<string, string>>): ImportChoices["kinds"] {
  return Object.fromEntries(
    Object.entries(said).filter((each): each is [string, FacilityKind] => isFacilityKind(each[1])),
  );
}

/** What was said of single tables and words, which the options do not speak of. */
function keptOf({ byFile, kinds, places, others }: ImportChoices): ImportChoices {
  return {
    ...(byFile && { byFile }),
    ...(kinds && { kinds }),
    ...(places && { places }),
    ...(others && { others }),
  };
}
