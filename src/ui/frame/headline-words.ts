import type { Headline } from "../../core/analysis/results.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatNumber, formatShare } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

type T = Speech["t"];

/** What 片区 lack of one metric whatever the assignment, and how many there are. */
export interface ShortAreas {
  readonly metric: Metric;
  readonly areas: number;
  readonly missing: number;
  /** So much of it may turn out not to be missing. */
  readonly doubtful: number;
}

/**
 * The sentence on top: what is missing in all, and how much of it in 片区 whatever the assignment; of how many zones
 * nothing can be told and why; where most is missing. It says that it rests on estimates where most zones do.
 */
export function headlineSentence(
  facts: Headline,
  unitOf: (metric: Metric) => RuleUnit,
  { t, gist }: Pick<Speech, "t" | "gist">,
  areas: readonly ShortAreas[] = [],
): string {
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
    ...(missing.length > 0 ? whateverAssigned(areas, unitOf, { t, gist }) : []),
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

/** What 片区 lack whatever the assignment; of which metric, where their units do not tell. */
function whateverAssigned(
  areas: readonly ShortAreas[],
  unitOf: (metric: Metric) => RuleUnit,
  { t, gist }: Pick<Speech, "t" | "gist">,
): readonly string[] {
  const short = areas.filter((each) => each.areas > 0);
  if (short.length === 0) return [];
  const isTold = new Set(short.map(({ metric }) => unitOf(metric))).size === short.length;
  const said = short.map(({ metric, areas: count, missing, doubtful }) => {
    const lack = t(isTold ? "screen.headline.areas" : "screen.headline.areasOf", {
      ...{ metric: t(`judging.metric.${metric}`), amount: gist(missing, unitOf(metric)) },
      ...counted(count),
    });
    const isDoubt = doubtful >= LEAST_DOUBT;
    const amount = gist(doubtful, unitOf(metric));
    return isDoubt ? `${lack}${t("screen.headline.perhaps", { amount })}` : lack;
  });
  return [t("screen.headline.assigned", { areas: said.join(t("screen.headline.comma")) })];
}

/** Less is shown as nothing. */
const LEAST_DOUBT = 0.005;

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
