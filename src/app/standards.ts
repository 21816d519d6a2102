import type { Clause, PolicyDocument, Text } from "../core/standards/clause.ts";
import type { RulePack } from "../core/standards/rule-pack.ts";
import { shippedStandards } from "../io/standards/shipped.ts";

/** What the page says of a pack. */
export type PackFacts = Pick<RulePack, "id" | "title" | "city" | "status"> & { readonly validTo?: string };

export function shippedPacks(): readonly PackFacts[] {
  return shippedStandards().packs;
}

export function packFacts(id: string): PackFacts | undefined {
  return shippedPacks().find((pack) => pack.id === id);
}

/** The name of a facility kind; its code if the kind is none of ours. */
export function kindName(code: string): Text {
  const name = shippedStandards().kinds.find((kind) => kind.code === code)?.name;
  return name ?? { zh: code, en: code };
}

/** What the standards say of a rule: shipped packs and overlays; its id alone for a rule of the user's own. */
export function ruleFacts(id: string): {
  readonly title: Text;
  readonly clauses: readonly Clause[];
  readonly documents: readonly PolicyDocument[];
} {
  const { packs, overlays } = shippedStandards();
  for (const { rules, documents } of [...packs, ...overlays]) {
    const rule = rules.find((one) => one.id === id);
    if (rule) return { title: rule.title, clauses: rule.clauses, documents };
  }
  return { title: { zh: id, en: id }, clauses: [], documents: [] };
}

/** Years for which any shipped standard states a target, ascending. */
export function targetYears(): readonly number[] {
  const years = shippedStandards().packs.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      "targetByYear" in rule && rule.targetByYear ? Object.keys(rule.targetByYear) : [],
    ),
  );
  return [...new Set(years)].map(Number).sort((a, b) => a - b);
}
