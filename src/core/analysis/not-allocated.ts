import { type Issue, issue } from "../base/issue.ts";
import { restsOnOthers } from "./assumed-by.ts";
import type { Pipeline } from "./pipeline.ts";

/**
 * That existing zones take no part in sharing rooms out, since their people or place is not known, and how many others
 * have a pass that does not hold whatever those use; nothing if all take part.
 */
export function notAllocated({
  project,
  supply,
  judgements,
}: Pick<Pipeline, "project" | "supply" | "judgements">): Issue | undefined {
  const left = new Set(supply.value.ledgers.flatMap(({ leftOut }) => leftOut?.zones ?? []));
  if (left.size === 0) return undefined;
  const first = [...left].sort((a, b) => a - b).slice(0, MOST_NAMED);
  const passes = judgements.value.filter(({ lines }) => lines.some(restsOnOthers)).length;
  return issue("analysis.zones-not-allocated", "note", {
    count: left.size,
    named: first.flatMap((row) => project.zones[row] ?? []).map(({ id, name }) => name ?? id),
    passes,
  });
}

const MOST_NAMED = 10;
