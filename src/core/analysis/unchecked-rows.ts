import { type Issue, issue } from "../base/issue.ts";
import { isChecked } from "../model/check-status.ts";
import type { Project } from "../model/project.ts";
import type { Judgement } from "../standards/judgement.ts";
import { ledgerRowsOf } from "../supply/ledger.ts";
import { deliveredIn } from "./delivered-facilities.ts";
import type { Supplies } from "./judge-zones.ts";
import { NO_PACK, type ZonePacks } from "./zone-packs.ts";

/** Whether any zone or facility says that it was checked, or was not. Where none does, nothing is said of checking. */
export function speaksOfChecks({ zones, facilities }: Pick<Project, "zones" | "facilities">): boolean {
  return (
    zones.some(({ checked }) => checked !== undefined) ||
    facilities.some(({ checked }) => checked !== undefined)
  );
}

/**
 * How many verdicts rest on rows that are not checked (核实): of a zone that is not, or whose lines count rooms of
 * facilities that are not. Nothing, if there are none, or no row says anything of checking. It changes no verdict.
 */
export function uncheckedVerdicts(
  project: Project,
  packs: ZonePacks,
  supplies: Supplies,
  judgements: readonly Judgement[],
): Issue | undefined {
  if (!speaksOfChecks(project)) return undefined;
  const { zones, facilities } = project;
  const unchecked = facilities.map((row) => !isChecked(row));
  const used = new Uint8Array(facilities.length);
  const countsUnchecked = (row: number, judgement: Judgement): boolean => {
    const zone = zones[row];
    const rules = packs.packs[packs.of[row] ?? NO_PACK]?.rules;
    if (zone === undefined || rules === undefined) return false;
    const asked = new Set(judgement.lines.map(({ rule }) => rules.get(rule)?.metric));
    const delivered = deliveredIn(zone, judgement);
    let found = false;
    for (const { metric, ledger } of supplies.ledgers) {
      if (!asked.has(metric)) continue;
      const [from, to] = ledgerRowsOf(ledger, row);
      for (let at = from; at < to; at++) {
        const facility = ledger.facilities[at] ?? 0;
        if (unchecked[facility] !== true) continue;
        if (delivered?.has(facilities[facility]?.id ?? "") === false) continue;
        used[facility] = 1;
        found = true;
      }
    }
    return found;
  };
  let [verdicts, own] = [0, 0];
  judgements.forEach((judgement, row) => {
    const isOwn = !isChecked(zones[row] ?? {});
    // Asked of every zone, since it also counts the facilities.
    const isSupply = countsUnchecked(row, judgement);
    if (isOwn) own++;
    if (isOwn || isSupply) verdicts++;
  });
  if (verdicts === 0) return undefined;
  const counted = used.reduce((sum, one) => sum + one, 0);
  return issue("analysis.verdicts-unchecked", "note", {
    ...{ verdicts, zones: zones.length, unchecked: own, facilities: counted },
  });
}
