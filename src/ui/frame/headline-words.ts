import type { Headline } from "../../core/analysis/results.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatNumber, formatShare } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

type T = Speech["t"];
type Said = Pick<Speech, "t" | "gist" | "providedGist">;

/** What existing zones lack of one metric by what is shared out fairly, told apart by how sure it is; m² or slots, unrounded. */
export interface ShortAreas {
  readonly metric: Metric;
  /** 片区 that lack something whatever the assignment and whatever comes true of what nobody knows, and how much: part of what is missing. */
  readonly areas: number;
  readonly certain: number;
  /** What zones lack at most of which nobody knows whether they lack anything: no part of what is missing. */
  readonly open: number;
}

/**
 * The sentence on top: what is missing in all, how much of it existing zones surely lack whatever the assignment, and how
 * much more hangs on data in doubt; of how many zones nothing can be told and why; where most is missing. It says that
 * it rests on estimates where most zones do.
 */
export function headlineSentence(
  facts: Headline,
  unitOf: (metric: Metric) => RuleUnit,
  words: Said,
  areas: readonly ShortAreas[] = [],
): string {
  const { t, gist } = words;
  const { zones, verdicts } = facts;
  const unknown = verdicts.invalid + verdicts.insufficient_data;
  const stop = t("screen.headline.stop");
  if (zones === 0) return `${t("screen.headline.noZones")}${stop.trimEnd()}`;
  if (unknown === zones) return `${t("screen.headline.allUnknown", counted(zones))}${stop.trimEnd()}`;
  const missing = facts.missing
    .filter(({ amount }) => amount > 0)
    .map(({ metric, amount, perhaps }) => {
      const [lack, unsure] = [gist(amount, unitOf(metric)), gist(perhaps, unitOf(metric))];
      const doubt = perhaps > 0 ? t("screen.headline.perhaps", { amount: unsure }) : "";
      return `${t(`screen.headline.missing.${metric}`, { amount: lack })}${doubt}`;
    });
  const silent = [
    ...(missing.length > 0 ? whateverAssigned(areas, unitOf, words) : []),
    ...inDoubt(areas, unitOf, words),
    ...(unknown > 0 ? [t("screen.headline.unknown", counted(unknown))] : []),
    ...(missing.length > 0 ? inStates(facts, ["ruling", "unspecified"], t) : []),
  ];
  const amounts = (missing.length > 0 ? missing : withoutAmounts(facts, t)).join(t("screen.headline.comma"));
  const said = [...(amounts === "" ? [] : [amounts]), ...silent].join(t("screen.headline.semicolon"));
  const worst = missing.length > 0 ? facts.worstStreets.slice(0, 3) : [];
  const sentences = [
    `${t("screen.headline.zones", counted(zones))}${estimates(facts, t)}${t("screen.headline.colon")}${said}`,
    ...(worst.length > 0
      ? [t("screen.headline.worst", { streets: worst.join(t("screen.headline.and")) })]
      : []),
  ];
  return `${sentences.join(stop)}${stop.trimEnd()}`;
}

/** What existing zones surely lack whatever the assignment, never rounded up. */
function whateverAssigned(
  areas: readonly ShortAreas[],
  unitOf: (metric: Metric) => RuleUnit,
  { t, providedGist }: Said,
): readonly string[] {
  const sure = areas.filter(({ certain }) => certain >= LEAST_TOLD);
  if (sure.length === 0) return [];
  const key = isToldByUnits(sure, unitOf) ? "areas" : "areasOf";
  const said = sure.map(({ metric, areas: count, certain }) =>
    t(`screen.headline.${key}`, {
      ...{ metric: t(`judging.metric.${metric}`), amount: providedGist(certain, unitOf(metric)) },
      ...counted(count),
    }),
  );
  return [t("screen.headline.assigned", { areas: said.join(t("screen.headline.and")) })];
}

/** What may be missing beside it. */
function inDoubt(
  areas: readonly ShortAreas[],
  unitOf: (metric: Metric) => RuleUnit,
  { t, gist }: Said,
): readonly string[] {
  const open = areas.filter((each) => each.open >= LEAST_TOLD);
  if (open.length === 0) return [];
  const isTold = isToldByUnits(open, unitOf);
  const said = open.map(({ metric, open: most }) => {
    const amount = gist(most, unitOf(metric));
    return isTold ? amount : t("screen.headline.openOf", { metric: t(`judging.metric.${metric}`), amount });
  });
  return [t("screen.headline.open", { amounts: said.join(t("screen.headline.and")) })];
}

/** Whether the units of metrics tell which is which. */
function isToldByUnits(of: readonly ShortAreas[], unitOf: (metric: Metric) => RuleUnit): boolean {
  return new Set(of.map(({ metric }) => unitOf(metric))).size === of.length;
}

/** Less is shown as nothing. */
const LEAST_TOLD = 0.005;

/** Who has the care within a walk, which people were counted, and of how many zones their number is known. */
function coveredWords({ people, zones }: Headline, t: T): readonly string[] {
  return people
    .filter(({ covered }) => covered.total > 0)
    .map(({ subject, covered }) => {
      const { base, zonesWithoutNumber } = covered;
      const said = {
        subject: t(`judging.subject.${subject}`),
        share: formatShare(covered.covered / covered.total, 1),
        base: t(`judging.people.${base}`),
      };
      if (zonesWithoutNumber === 0) return t("screen.headline.coveredOne", said);
      const known = formatNumber(zones - zonesWithoutNumber);
      return t("screen.headline.coveredOfSome", { ...said, known, zones: formatNumber(zones) });
    });
}

/** The line below: who has the care within a walk, and how many facilities no walk can count since they have no place. */
export function withinSentence(facts: Headline, placeless: number, t: T): string | undefined {
  const people = coveredWords(facts, t);
  if (people.length === 0) return undefined;
  const without = placeless > 0 ? t("screen.headline.placeless", counted(placeless)) : "";
  return `${t("screen.headline.covered", { people: people.join(t("screen.headline.comma")) })}${without}`;
}

/** Where nothing is known to be missing: that nothing is, only if every zone with a standard was judged; else who was. */
function withoutAmounts(facts: Headline, t: T): readonly string[] {
  const { zones, verdicts } = facts;
  const unspecified = verdicts.not_specified;
  const clear = clearIn(facts);
  if (unspecified === zones) return [t("screen.headline.allUnspecified")];
  if (clear > 0 && clear + unspecified === zones) {
    return [t("screen.headline.nothingMissing"), ...inStates(facts, ["unspecified"], t)];
  }
  return inStates(facts, ["otherwiseFailing", "ruling", "clear", "unspecified"], t);
}

type State = "otherwiseFailing" | "ruling" | "clear" | "unspecified";

function inStates(facts: Headline, states: readonly State[], t: T): readonly string[] {
  const { fail, needs_ruling, not_specified } = facts.verdicts;
  const count: Readonly<Record<State, number>> = {
    otherwiseFailing: fail,
    ruling: needs_ruling,
    clear: clearIn(facts),
    unspecified: not_specified,
  };
  return states
    .filter((state) => count[state] > 0)
    .map((state) => t(`screen.headline.${state}`, counted(count[state])));
}

function clearIn({ verdicts }: Headline): number {
  return verdicts.pass + verdicts.pass_estimated + verdicts.pass_with_notes;
}

function estimates({ estimated, zones }: Headline, t: T): string {
  if (estimated === zones) return t("screen.headline.allEstimated");
  return estimated * 2 >= zones ? t("screen.headline.mostEstimated", counted(estimated)) : "";
}
