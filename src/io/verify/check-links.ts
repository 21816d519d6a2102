import type { Tally } from "./tally.ts";
import { numberIn, type WrittenAnalysis } from "./written-analysis.ts";

/** No link is longer than the limit of its subject, and facilities are reached by as many zones as have a link. */
export function checkLinks(tally: Tally, { links, facilities, summary }: WrittenAnalysis): void {
  const { limits, decides } = summary.parameters;
  const reached = new Map<string, number>();
  for (const { subject = "", zone, facility, metres } of links) {
    const walked = numberIn(metres) ?? Number.NaN;
    const limit = limits[decides[subject] ?? ""] ?? Number.NaN;
    const at = `${subject} ${zone} ${facility}`;
    tally.that(["link-within-limit", "links.csv", at], walked <= limit + SHOWN_METRES, limit, walked);
    const key = `${subject} ${facility}`;
    reached.set(key, (reached.get(key) ?? 0) + 1);
  }
  for (const { id, subject = "", reachedZones } of facilities) {
    const served = subject.startsWith("childcare")
      ? "childcare"
      : subject.startsWith("elderly")
        ? "elderly"
        : subject;
    const counted = reached.get(`${served} ${id}`) ?? 0;
    tally.equal(
      ["links-add-up-to-reached", "facilities.csv", `${subject} ${id}`],
      counted,
      numberIn(reachedZones),
    );
  }
}

/** Metres are written to the millimetre. */
const SHOWN_METRES = 0.0005;
