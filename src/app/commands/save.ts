import type { Desk } from "../../../workers/client.ts";
import type { Tasks } from "../../../workers/protocol.ts";
import { type Language, sentenceFor, wordsIn } from "../../i18n/catalogue.ts";
import { exportWords } from "../../i18n/export-words.ts";
import type { ExportChoices } from "../../io/export/export-files.ts";
import { saveFile } from "../../platform/browser/files.ts";
import { useDocument } from "../state/document.ts";
import { useImporting } from "../state/importing.ts";
import { analyse } from "./analyse.ts";
import { run } from "./run.ts";
import { saveProject, titleOf } from "./save-project.ts";
import { saveTable } from "./take.ts";

/** Whether it was saved. */
export async function save(
  desk: Desk,
  file: Exclude<Tasks["write"]["input"]["file"], "export">,
): Promise<boolean> {
  if (file === "project") return saveProject(desk);
  const written = await run(desk, "saving", "write", { file });
  if (written.state !== "done") return false;
  saveFile(written.output.name, written.output.bytes);
  // What was changed while the file was written is worked out now.
  if (useDocument.getState().stale) await analyse(desk);
  return true;
}

/** Takes tables out of the document and its results: one file, or a zip of several. Whether it was saved. */
export async function exportData(desk: Desk, choices: ExportChoices, language: Language): Promise<boolean> {
  const { view, source } = useDocument.getState();
  const title = view?.name || titleOf(source);
  const words = exportWords(language);
  const written = await run(desk, "saving", "write", { file: "export", choices, title, words });
  if (written.state !== "done") return false;
  saveFile(written.output.name, written.output.bytes);
  // What was changed while the file was written is worked out now.
  if (useDocument.getState().stale) await analyse(desk);
  return true;
}

/** The issues of an import as a table. */
export function saveIssues(language: Language): void {
  const { report: made, problem } = useDocument.getState();
  const report = useImporting.getState().rehearsal?.report ?? made;
  const t = wordsIn(language);
  const head = (["file", "row", "column", "id", "severity", "code", "text"] as const).map((name) =>
    t(`importing.csv.${name}`),
  );
  const refused = problem && !problem.cancelled ? problem.issues : undefined;
  const listed = refused
    ? refused.map((issue) => ({ file: issue.at.file ?? "", issue }))
    : [
        ...(report?.files ?? []).flatMap(({ file, issues }) => issues.map((issue) => ({ file, issue }))),
        ...(report?.into?.issues ?? []).map((issue) => ({ file: "", issue })),
      ];
  const rows = listed.map(({ file, issue }) => [
    ...[file, issue.at.row, issue.at.column, issue.at.id],
    ...[t(`importing.severity.${issue.severity}`), issue.code, sentenceFor(issue, language)],
  ]);
  saveTable("issues.csv", { head, rows });
}
