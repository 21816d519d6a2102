/**
 * A second judge of estates, written from the text of the domain report and from nothing else: decimals as fractions of
 * big integers, every end of the band tried, every rule asked in turn. Slow and plain on purpose.
 */
export interface SlowRule {
  readonly id: string;
  readonly type: "ratio_min" | "floor" | "not_specified";
  readonly severity: "mandatory" | "target" | "encouraged" | "related";
  readonly estateStatus?: "new" | "existing";
  readonly conflictGroup?: string;
  readonly metric: string;
  readonly threshold: number;
  readonly base: "households" | "residents";
  readonly per: number;
  readonly targetByYear?: Readonly<Record<string, number | null>>;
}

export interface SlowEstate {
  readonly status?: "new" | "existing";
  readonly households?: number;
  readonly estimated: boolean;
  readonly residents?: number;
}

export type SlowSupply = Readonly<Record<string, number | undefined>>;

export function slowJudge(
  rules: readonly SlowRule[],
  band: { readonly low: number; readonly high: number },
  estate: SlowEstate,
  supply: SlowSupply,
  policy: "flag" | "strict" | "clause",
  year: number | undefined,
): { readonly lines: Readonly<Record<string, string>>; readonly overall: string } {
  const { households, residents } = estate;
  if (households !== undefined && households <= 0) return { lines: {}, overall: "invalid" };
  if (residents !== undefined && residents <= 0) return { lines: {}, overall: "invalid" };
  if (Object.values(supply).some((amount) => amount !== undefined && amount < 0))
    return { lines: {}, overall: "invalid" };
  if (estate.status === undefined) return { lines: {}, overall: "insufficient_data" };

  const lines: Record<string, string> = {};
  const held: SlowRule[] = [];
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (rule.estateStatus !== undefined && rule.estateStatus !== estate.status) continue;
    const threshold = thresholdIn(rule, year);
    if (threshold === undefined) continue;
    held.push(rule);
    lines[rule.id] = verdictOf(rule, threshold, band, estate, supply[rule.metric]);
  }
  if (held.length === 0) return { lines, overall: "not_specified" };

  const said: string[] = [];
  const groups = new Set(held.map((rule) => rule.conflictGroup).filter((group) => group !== undefined));
  const deciding = held.filter((rule) => rule.severity === "mandatory" || rule.severity === "target");
  for (const rule of deciding) {
    if (rule.conflictGroup === undefined)
      said.push(softened(lines[rule.id] ?? "", rule.severity === "mandatory"));
  }
  for (const group of groups) {
    const members = deciding.filter((rule) => rule.conflictGroup === group);
    if (members.length === 0) continue;
    const verdict = ofGroup(
      members,
      members.map((rule) => lines[rule.id] ?? ""),
      policy,
    );
    said.push(
      softened(
        verdict,
        members.some((rule) => rule.severity === "mandatory"),
      ),
    );
  }
  if (said.length === 0) {
    for (const rule of held)
      said.push(lines[rule.id] === "fail" ? "pass_with_notes" : (lines[rule.id] ?? ""));
  }
  return { lines, overall: ORDER.find((verdict) => said.includes(verdict)) ?? "" };
}

/** The last stated year at or before the year asked; nothing before the first. */
function thresholdIn(rule: SlowRule, year: number | undefined): number | undefined {
  if (rule.type === "not_specified" || rule.targetByYear === undefined) return rule.threshold;
  let found: number | null | undefined;
  let latest = -1;
  for (const [stated, target] of Object.entries(rule.targetByYear)) {
    if (year !== undefined && Number(stated) > year) continue;
    if (Number(stated) > latest) {
      latest = Number(stated);
      found = target;
    }
  }
  return found === undefined ? undefined : (found ?? rule.threshold);
}

function verdictOf(
  rule: SlowRule,
  threshold: number,
  band: { readonly low: number; readonly high: number },
  estate: SlowEstate,
  amount: number | undefined,
): string {
  if (rule.type === "not_specified") return "not_specified";
  if (amount === undefined) return "insufficient_data";
  if (rule.type === "floor") return atLeast(amount, 1, threshold, 1, 1) ? "pass" : "fail";
  if (rule.base === "households") {
    if (estate.households === undefined) return "insufficient_data";
    if (!atLeast(amount, rule.per, threshold, estate.households, 1)) return "fail";
    if (areAtOdds(estate)) return "needs_ruling";
    return estate.estimated ? "pass_estimated" : "pass";
  }
  if (estate.residents !== undefined) {
    if (!atLeast(amount, rule.per, threshold, estate.residents, 1)) return "fail";
    return areAtOdds(estate) ? "needs_ruling" : "pass";
  }
  if (estate.households === undefined) return "insufficient_data";
  const low = atLeast(amount, rule.per, threshold, estate.households, band.low);
  const high = atLeast(amount, rule.per, threshold, estate.households, band.high);
  return low && high ? "pass_estimated" : !low && !high ? "fail" : "insufficient_data";
}

/** More than 12 people in a household, or more than 2 households for a person. */
export function areAtOdds({ households, residents }: SlowEstate): boolean {
  if (households === undefined || residents === undefined) return false;
  return residents > 12 * households || households > 2 * residents;
}

/** supply × per ≥ threshold × base × coefficient, in whole numbers. */
function atLeast(amount: number, per: number, threshold: number, base: number, coefficient: number): boolean {
  const digits = 12;
  const scale = 10n ** BigInt(digits);
  const whole = (value: number) => BigInt(Math.round(value * 1e6)) * 10n ** BigInt(digits - 6);
  return whole(amount) * whole(per) * scale >= whole(threshold) * whole(base) * whole(coefficient);
}

function ofGroup(
  members: readonly SlowRule[],
  verdicts: readonly string[],
  policy: "flag" | "strict" | "clause",
): string {
  const known = verdicts.filter((verdict) => verdict !== "insufficient_data");
  if (known.length > 0 && known.every((verdict) => verdict === "fail")) return "fail";
  if (known.length < verdicts.length) return "insufficient_data";
  if (!known.includes("fail")) return ORDER.find((verdict) => known.includes(verdict)) ?? "";
  if (policy !== "clause") return policy === "strict" ? "fail" : "needs_ruling";
  const mandatory = members.findIndex((rule) => rule.severity === "mandatory");
  const decisive = verdicts[mandatory === -1 ? 0 : mandatory] ?? "";
  return decisive.startsWith("pass") ? "pass_with_notes" : decisive;
}

function softened(verdict: string, mandatory: boolean): string {
  return mandatory || verdict === "pass" || verdict === "pass_estimated" ? verdict : "pass_with_notes";
}

const ORDER = [
  "invalid",
  "fail",
  "insufficient_data",
  "needs_ruling",
  "not_specified",
  "pass_with_notes",
  "pass_estimated",
  "pass",
];
