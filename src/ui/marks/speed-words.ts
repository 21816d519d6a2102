import type { Metres } from "../../core/base/units.ts";
import { speedFor } from "../../core/network/verdict-speed.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** How fast one must walk for fifteen minutes, given the metres to some part of a zone and to all of it. */
export function speedWords(part: Metres, whole: Metres, t: Speech["t"]): string | undefined {
  if (Number.isNaN(part)) return undefined;
  const [some, all] = [speedUp(part), speedUp(whole)];
  if (whole < AT_HAND) return t("walks.atHand");
  if (some === undefined) return t("walks.speedNone");
  if (all === undefined) return t("walks.speedSome", { some });
  return some === all ? t("walks.speed", { speed: all }) : t("walks.speedPart", { some, all });
}

/** A walk of fewer metres asks for no speed. */
const AT_HAND: Metres = 5;

/** Rounded up to a hundredth: nobody slower gets there. */
function speedUp(metres: Metres): string | undefined {
  const speed = speedFor(metres);
  return speed === undefined ? undefined : formatNumber(Math.ceil(speed * 100 - 1e-9) / 100);
}
