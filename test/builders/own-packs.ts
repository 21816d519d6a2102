import type { AdminCode, PackId, RuleId } from "../../src/core/base/ids.ts";
import type { Outcome } from "../../src/core/base/outcome.ts";
import type { Text } from "../../src/core/standards/clause.ts";
import { checked } from "../../src/core/standards/custom-pack.ts";
import { copyDraft, templateDraft } from "../../src/core/standards/pack-draft.ts";
import { readDraft } from "../../src/core/standards/read-draft.ts";
import { changedRule, type RuleChange } from "../../src/core/standards/rule-change.ts";
import type { RulePack } from "../../src/core/standards/rule-pack.ts";
import { value } from "./outcomes.ts";

/** Who stands for a pack of the user's own. */
type Responsible = Omit<NonNullable<RulePack["custom"]>, "copiedFrom">;

/** A copy of a pack as the form makes it; `id` begins with `custom:`. */
export function copyOf(
  pack: RulePack,
  as: Responsible & { readonly id: PackId; readonly title?: Text },
): RulePack {
  const { id, title = pack.title, enteredBy, checkedBy = "", date } = as;
  const draft = copyDraft(pack, { id: id.replace("custom:", ""), date });
  return value(readDraft({ ...draft, title, enteredBy, checkedBy }, []));
}

/** The pack with one of its rules changed, if it stands as a whole. */
export function withRule(pack: RulePack, id: RuleId, change: RuleChange): Outcome<RulePack> {
  const rule = pack.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const changed = changedRule(rule, change);
  if (!changed.ok) return changed;
  return checked({ ...pack, rules: pack.rules.map((one) => (one === rule ? changed.value : one)) });
}

/** A pack for another city as the form makes it, its numbers still to be entered. */
export function fromTemplate(
  template: RulePack,
  as: Responsible & { readonly id: PackId; readonly city: Text; readonly adminCodes: readonly AdminCode[] },
): Outcome<RulePack> {
  const { id, city, adminCodes, enteredBy, checkedBy = "", date } = as;
  const draft = templateDraft(template, { id: id.replace("custom:", ""), date });
  return readDraft({ ...draft, city, adminCodes: adminCodes.join(", "), enteredBy, checkedBy }, []);
}
