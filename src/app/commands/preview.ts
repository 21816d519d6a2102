import type { Desk } from "../../../workers/client.ts";
import type { FileChoices, FilePreview } from "../../../workers/protocol.ts";
import { type Brought, type Importing, useImporting } from "../state/importing.ts";
import { keepColumns, knownColumns } from "../state/known-columns.ts";

/** Looks at tables that were brought, before any row of them is taken in. */
export async function showImport(desk: Desk, brought: Brought): Promise<void> {
  const importing = { ...brought, previews: undefined, remembered: new Set<string>() };
  useImporting.setState({ importing });
  const previews = await lookedAt(desk, importing);
  if (previews === undefined) return;
  const known = previews.flatMap(({ tables }) =>
    tables.flatMap(({ name, sample }) => {
      const said = knownColumns(sample.headings);
      return said ? [[name, said] as const] : [];
    }),
  );
  if (known.length === 0) return;
  const byFile = { ...Object.fromEntries(known), ...importing.choices.byFile };
  change({ choices: { ...importing.choices, byFile }, remembered: new Set(known.map(([name]) => name)) });
  await lookAgain(desk);
}

/** Says of one table how it is to be read, and looks at it anew. */
export async function sayOfTable(desk: Desk, name: string, said: FileChoices): Promise<void> {
  const { importing } = useImporting.getState();
  if (!importing) return;
  const { choices } = importing;
  change({
    choices: { ...choices, byFile: { ...choices.byFile, [name]: { ...choices.byFile?.[name], ...said } } },
  });
  await lookAgain(desk);
}

/** Keeps what was said of the tables for others with the same columns. */
export function keepSaid({ previews = [], choices }: Importing): void {
  for (const { name, sample } of previews.flatMap(({ tables }) => tables)) {
    const said = choices.byFile?.[name];
    if (said) keepColumns(sample.headings, said);
  }
}

async function lookAgain(desk: Desk): Promise<void> {
  const { importing } = useImporting.getState();
  if (importing) await lookedAt(desk, importing);
}

/** `undefined` where something else was said or shown meanwhile. */
async function lookedAt(desk: Desk, importing: Importing): Promise<readonly FilePreview[] | undefined> {
  const { files, choices } = importing;
  const own = files.map((file) => ({ ...file, bytes: file.bytes.slice() }));
  const answer = await desk.call("preview", { files: own, said: choices.byFile ?? {} }, {});
  const now = useImporting.getState().importing;
  if (now?.files !== files || now.choices !== choices) return undefined;
  // A worker that is lost has told so elsewhere; the files are told of when they are taken in.
  const previews = answer.state === "done" ? answer.output : [];
  change({ previews });
  return previews;
}

function change(to: Partial<Importing>): void {
  useImporting.setState(({ importing }) => ({ importing: importing && { ...importing, ...to } }));
}
