import { refusalOf } from "../core/analysis/analysis-issues.ts";
import { DEFAULT_PARAMETERS, SUPPLY_METHODS, type SupplyMethod } from "../core/analysis/parameters.ts";
import type { Clause, PolicyDocument, Text } from "../core/standards/clause.ts";
import { appliesTo } from "../core/standards/overlay.ts";
import { alteredRules } from "../core/standards/rule-change.ts";
import type { RulePack } from "../core/standards/rule-pack.ts";
import { shippedStandards } from "../io/standards/shipped.ts";
import type { OverlayChoice } from "../ui/parameters/Overlays.tsx";

/** The name of a facility kind; its code if the kind is none of ours. */
export function kindName(code: string): Text {
  const name = shippedStandards().kinds.find((kind) => kind.code === code)?.name;
  return name ?? { zh: code, en: code };
}

/** Every facility kind, as `text` says it. */
export function kindNames(
  text: (of: Text) => string,
): readonly { readonly code: string; readonly name: string }[] {
  return shippedStandards().kinds.map(({ code, name }) => ({ code, name: text(name) }));
}

/** What the standards say of a rule: the packs in use before the shipped packs and overlays. */
export function ruleFacts(
  id: string,
  inUse: readonly RulePack[],
): {
  readonly title: Text;
  readonly clauses: readonly Clause[];
  readonly documents: readonly PolicyDocument[];
  readonly altered: boolean;
} {
  const { packs, overlays } = shippedStandards();
  for (const pack of [...inUse, ...packs, ...overlays]) {
    const rule = pack.rules.find((one) => one.id === id);
    if (!rule) continue;
    const from = "custom" in pack ? pack.custom?.copiedFrom : undefined;
    const original = [...packs, ...inUse].find((one) => one.id === from);
    const altered = original !== undefined && alteredRules([rule], original.rules).has(id);
    return { title: rule.title, clauses: rule.clauses, documents: pack.documents, altered };
  }
  return { title: { zh: id, en: id }, clauses: [], documents: [], altered: false };
}

/** The overlays there are, and whether each can be laid over one of these packs. */
export function overlayChoices(inUse: readonly RulePack[]): readonly OverlayChoice[] {
  const { packs, overlays } = shippedStandards();
  return overlays.map((overlay) => ({
    ...{ id: overlay.id, title: overlay.title, status: overlay.status },
    cities: packs.filter((pack) => appliesTo(overlay, pack)).map(({ city }) => city),
    applies: inUse.some((pack) => appliesTo(overlay, pack)),
  }));
}

/** Years for which any of the standards states a target, ascending. */
export function targetYears(packs: readonly RulePack[]): readonly number[] {
  const years = packs.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      "targetByYear" in rule && rule.targetByYear ? Object.keys(rule.targetByYear) : [],
    ),
  );
  return [...new Set(years)].map(Number).sort((a, b) => a - b);
}

/** The supply methods that this version can work by; the same array each time. */
export function suppliesOffered(): readonly SupplyMethod[] {
  offered ??= SUPPLY_METHODS.filter(
    (supply) => refusalOf({ ...DEFAULT_PARAMETERS, supply }, shippedStandards()) === undefined,
  );
  return offered;
}

let offered: readonly SupplyMethod[] | undefined;
