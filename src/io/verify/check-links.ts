import type { Tally } from "./tally.ts";
import { numberIn, type Row, type WrittenAnalysis } from "./written-analysis.ts";

/**
 * No link is longer than the limit of its subject, nor in truth longer than what decides, nor of what hangs on no street; facilities are reached by as many zones as have a link, and the
 * nearest of a zone is that of its shortest link to one that people walk to; without such a link, it is beyond the limit.
 */
export function checkLinks(tally: Tally, written: WrittenAnalysis): void {
  const { links, facilities } = written;
  const reached = new Map<string, number>();
  const apart = notConnected(written);
  for (const { subject = "", zone, facility, metres, walked: real } of links) {
    const walked = numberIn(metres) ?? Number.NaN;
    const limit = limitOf(written, subject);
    const at = `${subject} ${zone} ${facility}`;
    const within = walked >= 0 && walked <= limit + SHOWN_METRES;
    tally.that(["link-within-limit", "links.csv", at], within, limit, walked);
    const hangs = !apart.zones.has(`${subject} ${zone}`) && !apart.facilities.has(`${subject} ${facility}`);
    tally.that(["linked-is-connected", "links.csv", at], hangs, "no link", walked);
    const is = numberIn(real);
    if (is !== undefined) {
      const isLess = is >= 0 && is <= walked + SHOWN_METRES;
      tally.that(["walked-is-no-more", "links.csv", at], isLess, `at most ${walked}`, is);
    }
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
  checkNearest(tally, written);
}

/** The zones and facilities that hang on no street, each by its subject and id. */
function notConnected({ summary }: WrittenAnalysis): {
  readonly zones: ReadonlySet<string>;
  readonly facilities: ReadonlySet<string>;
} {
  const of = (table: "zones" | "facilities") =>
    new Set(
      (summary.network?.notConnected ?? []).flatMap((each) =>
        each[table].map((id) => `${each.subject} ${id}`),
      ),
    );
  return { zones: of("zones"), facilities: of("facilities") };
}

/** Who is the nearest of some zone is one that people walk to; others have links too, being closed or of no such kind. */
function checkNearest(tally: Tally, written: WrittenAnalysis): void {
  const subjectOf = ({ zone, rule }: Row) => written.ruleOf(zone, rule)?.subject ?? "";
  const walkedTo = new Set<string>();
  for (const row of written.zones) walkedTo.add(`${subjectOf(row)} ${row["nearest"]}`);
  const walks = new Map<string, Map<string, number>>();
  for (const { subject, zone, facility = "", metres } of written.links) {
    if (!walkedTo.has(`${subject} ${facility}`)) continue;
    const key = `${subject} ${zone}`;
    const ofZone = walks.get(key) ?? new Map<string, number>();
    walks.set(key, ofZone.set(facility, numberIn(metres) ?? Number.NaN));
  }
  for (const row of written.zones) {
    const { zone, rule, nearest = "", metres } = row;
    const ofZone = walks.get(`${subjectOf(row)} ${zone}`);
    const at = ["nearest-is-the-shortest-link", "zones.csv", `${zone} ${rule}`] as const;
    const walked = numberIn(metres);
    if (ofZone !== undefined) {
      const least = Math.min(...ofZone.values());
      tally.equal(at, least, walked);
      tally.equal(at, least, ofZone.get(nearest));
      continue;
    }
    const limit = limitOf(written, subjectOf(row));
    const beyond = walked === undefined ? nearest === "" : nearest !== "" && walked >= limit - SHOWN_METRES;
    tally.that(at, beyond, `none, or beyond ${limit}`, walked ?? nearest);
  }
}

/** NaN for subjects that nobody walks for. */
function limitOf({ summary }: WrittenAnalysis, subject: string): number {
  const { limits, decides } = summary.parameters;
  return limits[decides[subject] ?? ""] ?? Number.NaN;
}

/** Metres are written to the millimetre. */
const SHOWN_METRES = 0.0005;
