import type * as z from "zod";
import { type Issue, issue } from "../../core/base/issue.ts";

/** What a schema found wrong with a value, as issues with their path in the file. */
export function shapeIssues(error: z.ZodError, file: string): Issue[] {
  return error.issues.flatMap((found) => issueOf(found, file));
}

/** `rules[3].clauses[0].document`; the whole file is `$`. */
function written(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return text === "" ? "$" : text.replace(/^\./, "");
}

function issueOf(found: z.core.$ZodIssue, file: string): Issue[] {
  const path = written(found.path);
  const at = { file, column: path };
  switch (found.code) {
    case "unrecognized_keys":
      return found.keys.map((key) => {
        const place = written([...found.path, key]);
        return issue("pack.member-unknown", "error", { path: place }, { file, column: place });
      });
    case "invalid_type":
      return found.input === undefined
        ? [issue("pack.member-missing", "error", { path }, at)]
        : [issue("pack.wrong-type", "error", { path, expected: found.expected }, at)];
    case "invalid_value":
      return found.input === undefined
        ? [issue("pack.member-missing", "error", { path }, at)]
        : [issue("pack.unknown-word", "error", { path, allowed: found.values.map(String).join(" · ") }, at)];
    case "invalid_union":
      return chosenBy(found) === undefined
        ? [issue("pack.member-missing", "error", { path }, at)]
        : [issue("pack.unknown-word", "error", { path, allowed: optionsOf(found) }, at)];
    case "invalid_key":
      return [issue("pack.member-unknown", "error", { path }, at)];
    case "too_small":
      return [issue("pack.wrong-form", "error", { path, expected: `≥ ${found.minimum}` }, at)];
    case "invalid_format":
      return [issue("pack.wrong-form", "error", { path, expected: found.pattern ?? found.format }, at)];
    case "too_big":
    case "not_multiple_of":
    case "invalid_element":
    case "custom":
      return [issue("pack.wrong-form", "error", { path, expected: found.message }, at)];
  }
}

/** The value that should have named one of the variants. */
function chosenBy({ input, discriminator }: z.core.$ZodIssueInvalidUnion): unknown {
  if (discriminator === undefined || typeof input !== "object" || input === null) return input;
  return (input as Record<string, unknown>)[discriminator];
}

function optionsOf(found: z.core.$ZodIssueInvalidUnion): string {
  return "options" in found ? (found.options ?? []).map(String).join(" · ") : "";
}
