import type { RulePack } from "../../core/standards/rule-pack.ts";
import type { Speech } from "../../ui/words.ts";

/** A standard by name, with its status and whether its period is over. */
export function packWords(
  { title, status, validTo }: RulePack,
  { t, text }: Pick<Speech, "t" | "text">,
): string {
  return [
    text(title),
    t(`screen.banner.packStatus.${status}`),
    ...(validTo ? [t("screen.banner.expired", { date: validTo })] : []),
  ].join(" · ");
}
