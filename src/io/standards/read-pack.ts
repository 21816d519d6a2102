import type * as z from "zod";
import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { checkOverlay, checkPack } from "../../core/standards/check-pack.ts";
import type { Overlay, RulePack } from "../../core/standards/rule-pack.ts";
import { overlaySchema, rulePackSchema } from "./pack-schema.ts";
import { shapeIssues } from "./shape-issues.ts";

/**
 * A rule pack from the text of a file or from a parsed value. Refused with one issue per mistake, each with its path in
 * the file; nothing of a faulty pack is used.
 */
export function readRulePack(source: unknown, name: string): Outcome<RulePack> {
  return read<RulePack>(source, name, rulePackSchema, checkPack);
}

export function readOverlay(source: unknown, name: string): Outcome<Overlay> {
  return read<Overlay>(source, name, overlaySchema, checkOverlay);
}

function read<T>(
  source: unknown,
  name: string,
  schema: z.ZodType<T>,
  check: (value: T) => readonly Issue[],
): Outcome<T> {
  const value = typeof source === "string" ? parsed(source) : source;
  if (value instanceof SyntaxError) {
    return refused(issue("pack.unreadable", "error", { pack: name, reason: value.message }, { file: name }));
  }
  const shape = schema.safeParse(value, { reportInput: true });
  if (!shape.success) return refused(...shapeIssues(shape.error, name));
  const mistakes = check(shape.data);
  if (mistakes.length > 0) return refused(...mistakes.map((mistake) => placedIn(mistake, name)));
  return done(shape.data);
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source.startsWith("\uFEFF") ? source.slice(1) : source);
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError(String(error));
  }
}

function placedIn(mistake: Issue, file: string): Issue {
  return { ...mistake, at: { ...mistake.at, file } };
}
