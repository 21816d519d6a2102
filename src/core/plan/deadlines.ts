import type { Pipeline } from "../analysis/pipeline.ts";
import type { PackId, RuleId } from "../base/ids.ts";
import type { Day, Year } from "../base/units.ts";
import { yearsStated } from "../standards/target-year.ts";

/** By when the standards of a project want something, to be held beside the years of a plan. */
export interface Deadlines {
  readonly pack: PackId;
  /** The last day of its period. */
  readonly validTo?: Day;
  /** Years that its targets are stated for, ascending. */
  readonly targets: readonly Year[];
  /** Rules that give a shortage so many years to be mended. */
  readonly remedies: readonly { readonly rule: RuleId; readonly years: number }[];
}

/** By pack in use. */
export function deadlinesOf({ packs }: Pick<Pipeline, "packs">): readonly Deadlines[] {
  return packs.value.packs.map(({ id, pack: { validTo, rules } }) => {
    const targets = rules.flatMap((rule) => ("targetByYear" in rule ? yearsStated(rule.targetByYear) : []));
    return {
      pack: id,
      ...(validTo !== undefined && { validTo }),
      targets: [...new Set(targets)].sort((a, b) => a - b),
      remedies: rules.flatMap(({ id: rule, deadline }) =>
        deadline ? [{ rule, years: deadline.years }] : [],
      ),
    };
  });
}
