import { expect } from "vitest";
import { judgedCase } from "../../src/cli/commands/judge.ts";
import type { Outcome } from "../../src/core/base/outcome.ts";
import type { CaseAnswer } from "../../src/core/cases/answer-case.ts";
import { shownAnswer } from "../../src/core/cases/shown-answer.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";

/** A case with what it should give, as in the published file. */
export interface WrittenExample {
  readonly id: string;
  readonly pack: string;
  readonly level: string;
  readonly title: string;
  readonly input: object;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly handCalc: string;
}

/** A case as it is given to the command. */
export type GivenCase = Pick<WrittenExample, "pack" | "level" | "input">;

export type Answer = Readonly<Record<string, unknown>>;

/** What `quan judge` prints for a case, read as JSON. */
export function answered(example: GivenCase): Answer {
  const { expected: _answer, ...given } = example as WrittenExample;
  const outcome = asked(given);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const words = wordsIn("zh");
  return JSON.parse(
    JSON.stringify(
      shownAnswer(outcome.value, (code, year) => words(`judging.caseWarning.${code}`, { year })),
    ),
  );
}

export function asked(example: GivenCase): Outcome<CaseAnswer> {
  return judgedCase(JSON.stringify(example), example.pack, shippedStandards());
}

/** Every key of `expected` is there with its value; the lines are the same, in whatever order they were written. */
export function expectAnswer(answer: Answer, expected: Answer): void {
  for (const [key, value] of Object.entries(expected)) {
    if (key === "lines") expectLines(answer.lines as Answer[], value as Answer[]);
    else expect({ [key]: answer[key] }).toEqual({ [key]: value });
  }
}

function expectLines(lines: readonly Answer[], expected: readonly Answer[]): void {
  const byRule = (a: Answer, b: Answer) => (String(a.ruleId) < String(b.ruleId) ? -1 : 1);
  expect([...lines].sort(byRule)).toEqual(lines);
  const shown = lines.map((line, i) => {
    const keys = Object.keys([...expected].sort(byRule)[i] ?? line);
    return Object.fromEntries(keys.map((key) => [key, line[key]]));
  });
  expect(shown).toEqual([...expected].sort(byRule));
}
