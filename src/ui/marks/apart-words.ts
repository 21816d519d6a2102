import { type CircleApart, FARTHEST_APART } from "../../core/analysis/walk-findings.ts";
import { formatMetres, formatShare } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** Where the circle and the streets say otherwise: the metres of both, and what lies between. */
export function apartWords(
  { circle, network, part, connected, barrier, by }: CircleApart,
  t: Speech["t"],
): string {
  const walked = Number.isFinite(network)
    ? t("walks.network", { metres: formatMetres(network) })
    : t("walks.noWay", { metres: formatMetres(FARTHEST_APART) });
  const words: string[] = [
    ...(part < 1 ? [t("walks.part", { share: formatShare(part) })] : []),
    t("walks.circle", { metres: formatMetres(circle) }),
    walked,
  ];
  if (by === "circle-only" && barrier && connected) words.push(barrierWords(barrier, t));
  else if (by === "circle-only")
    words.push(
      t(Number.isFinite(network) ? "walks.detour" : connected ? "walks.unconnected" : "walks.stray"),
    );
  return words.join(" · ");
}

function barrierWords({ kind, name }: NonNullable<CircleApart["barrier"]>, t: Speech["t"]): string {
  const what = t(`walks.barriers.${kind}`);
  return t("walks.across", { barrier: name ? t("walks.named", { name, barrier: what }) : what });
}
