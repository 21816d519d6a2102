import { issue } from "../../core/base/issue.ts";
import { type Outcome, refused } from "../../core/base/outcome.ts";
import { answerCase, type CaseAnswer } from "../../core/cases/answer-case.ts";
import { shownAnswer } from "../../core/cases/shown-answer.ts";
import type { Standards } from "../../core/standards/standards.ts";
import { sentenceFor, wordsIn } from "../../i18n/catalogue.ts";
import { readCase } from "../../io/cases/read-case.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { theOne } from "../arguments.ts";
import { type Command, UsageError } from "../command.ts";

export const judge: Command = {
  name: "judge",
  summary: "judges one worked case by the rules of a pack",
  usage: "--pack ID CASE.json",
  options: { pack: { takes: "text", what: "id of the rule pack; any for a walk" } },
  async run(args, host) {
    const pack = args.required("pack");
    const path = theOne("case file", args, judge);
    const text = textOf(await host.read(path), path);
    const answer = judgedCase(text, pack, shippedStandards());
    if (!answer.ok)
      throw new UsageError(`${path}: ${answer.issues.map((each) => sentenceFor(each, "en")).join(" ")}`);
    const words = wordsIn("zh");
    const shown = shownAnswer(answer.value, (code, year) => words(`judging.caseWarning.${code}`, { year }));
    await host.print(`${JSON.stringify(shown, null, 2)}\n`);
    return 0;
  },
};

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not text in UTF-8. Give a case file, which is JSON.`);
  }
}

/** The answer to a case file. `pack` must be the case's own. */
export function judgedCase(text: string, pack: string, standards: Standards): Outcome<CaseAnswer> {
  const read = readCase(text);
  if (!read.ok) return read;
  if (pack !== read.value.pack) {
    return refused(issue("case.other-pack", "error", { asked: pack, stated: read.value.pack }));
  }
  return answerCase(read.value, standards);
}
