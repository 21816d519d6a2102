import { ANALYSIS_FILES, WALKS_FILE } from "../export/analysis-names.ts";
import { fileDigest, sealed } from "../export/file-digest.ts";
import { wholeText } from "./file-text.ts";
import type { Tally } from "./tally.ts";
import type { WrittenAnalysis } from "./written-analysis.ts";

/** Every file is what the analysis wrote, to the last letter: also where nothing else in the files speaks of it. */
export function checkFiles(tally: Tally, { open, summary }: WrittenAnalysis): void {
  const walks = summary.files?.[WALKS_FILE] === undefined ? [] : ([WALKS_FILE] as const);
  for (const file of [...ANALYSIS_FILES, ...walks]) {
    if (file === "summary.json") continue;
    const written = summary.files?.[file] ?? "nothing";
    const found = fileDigest(open(file));
    tally.that(["file-is-as-written", file, "SHA-256"], found === written, written, found);
  }
  const text = wholeText(open("summary.json"));
  const { digest, ...rest } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const whole = sealed(rest);
  const { digest: found } = JSON.parse(whole) as { readonly digest: string };
  const stated = typeof digest === "string" ? digest : "nothing";
  tally.that(["file-is-as-written", "summary.json", "digest"], text === whole, stated, found);
}
