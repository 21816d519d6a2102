import type * as z from "zod";
import { writtenPath } from "../cases/written-path.ts";

/** What a schema first refuses of a value, which it must have been told to report: where, what and what is wanted. */
export interface ShapeFault {
  readonly path: readonly PropertyKey[];
  /** `zones[3].need is "12"; it must be a number.` */
  readonly sentence: string;
}

/** `place` is where in its file the value stands. */
export function shapeFault({ issues }: z.ZodError, place: readonly PropertyKey[] = []): ShapeFault {
  const [first] = issues;
  const path = [...place, ...(first?.path ?? [])];
  const name = path.length === 0 ? "the whole" : writtenPath(path);
  const is = first?.input === undefined ? "missing" : shown(first.input);
  return { path, sentence: `${name} is ${is}; it must be ${first ? wanted(first) : "another value"}.` };
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small") return `a number from ${issue.minimum}`;
  return (issue.code === "invalid_type" && WORDS[issue.expected]) || "another value";
}

const WORDS: Readonly<Record<string, string>> = {
  number: "a number",
  string: "a text in quotation marks",
  boolean: "true or false",
  array: "a list in [ ]",
  object: "an object in { }",
  record: "an object in { }",
};

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number" && !Number.isFinite(value)) return "larger than any number that is kept";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? "something else";
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

const MOST_SHOWN = 40;
