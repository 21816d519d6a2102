import type { RulePack } from "../../core/standards/rule-pack.ts";
import { useWords } from "../words.ts";

/** Says of standards of the user's own whose they are and that they are not official. */
export function OwnPackNotice({ of }: { readonly of: NonNullable<RulePack["custom"]> }) {
  const { t } = useWords();
  const { enteredBy, checkedBy, date } = of;
  return (
    <p className="flag">
      {checkedBy === undefined
        ? t("standards.byWhomUnchecked", { enteredBy, date })
        : t("standards.byWhom", { enteredBy, checkedBy, date })}
    </p>
  );
}
