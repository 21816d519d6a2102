import type { Metric } from "../../core/standards/rule.ts";
import { type AnalysisFile, ledgerWord } from "./analysis-names.ts";
import { readCsv } from "./read-csv.ts";

/** What re-adding found: every check with the number of figures it looked at, and each wrong figure. */
export interface ReAdded {
  readonly ok: boolean;
  readonly checks: readonly { readonly check: string; readonly figures: number; readonly wrong: number }[];
  readonly wrong: readonly WrongFigure[];
}

export interface WrongFigure {
  readonly check: string;
  readonly file: string;
  readonly at: string;
  readonly expected: number | string;
  readonly found: number | string;
}

/** Re-adds the written files of an analysis, by themselves: nothing of the analysis is run again. */
export function reAddAnalysis(files: Readonly<Record<AnalysisFile, string>>): ReAdded {
  const tally = newTally();
  const zones = readCsv(files["zones.csv"]);
  const facilities = readCsv(files["facilities.csv"]);
  const ledger = readCsv(files["ledger.csv"]);
  const links = readCsv(files["links.csv"]);
  const rollup = readCsv(files["rollup.csv"]);
  const summary = JSON.parse(files["summary.json"]) as SummaryFile;
  const verdicts = JSON.parse(files["verdicts.json"]) as VerdictsFile;
  const map = JSON.parse(files["zones.geojson"]) as MapFile;
  const { rules } = verdicts;
  const screening = summary.parameters.supply === "catchment" || summary.parameters.supply === "floating";
  const wordOf = (rule: string) => ledgerWord(rules[rule]?.metric as Metric, summary.metrics);

  const byZone = sums(ledger, (row) => `${row.subject} ${row.zone}`, "amount");
  for (const row of zones) {
    const provided = numberIn(row.provided);
    if (provided === undefined || !summary.metrics.includes(rules[row.rule ?? ""]?.metric as Metric))
      continue;
    const at = `${row.zone} ${row.rule}`;
    const added = byZone.get(`${wordOf(row.rule ?? "")} ${row.zone}`) ?? 0;
    tally.equal("ledger-adds-up-to-provided", "zones.csv", at, added, provided);
  }

  const byFacility = sums(ledger, (row) => `${row.subject} ${row.facility}`, "amount");
  const known = new Set<string>();
  for (const row of facilities) {
    const key = `${row.subject} ${row.id}`;
    known.add(key);
    const load = numberIn(row.load) ?? 0;
    tally.equal("ledger-adds-up-to-load", "facilities.csv", key, byFacility.get(key) ?? 0, load);
    const capacity = numberIn(row.capacity) ?? 0;
    if (!screening)
      tally.that("load-within-capacity", "facilities.csv", key, load <= capacity + CLOSE, capacity, load);
  }
  for (const key of byFacility.keys())
    tally.that("facility-is-listed", "ledger.csv", key, known.has(key), key, "");

  const reached = counts(links, (row) => `${row.subject} ${row.facility}`);
  for (const row of facilities) {
    const subject = SUBJECTS[row.subject ?? ""] ?? subjectOfMetric(row.subject ?? "");
    const key = `${subject} ${row.id}`;
    const found = numberIn(row.reachedZones);
    if (found !== undefined)
      tally.equal("links-add-up-to-reached", "facilities.csv", key, reached.get(key) ?? 0, found);
  }
  for (const row of links) {
    const subject = row.subject === "childcare" ? "childcare" : "elderly";
    const limit = summary.parameters.limits[summary.parameters.decides[subject] ?? ""] ?? 0;
    const metres = numberIn(row.metres) ?? Number.NaN;
    const at = `${row.subject} ${row.zone} ${row.facility}`;
    tally.that("link-within-limit", "links.csv", at, metres <= limit + SHOWN_METRES, limit, metres);
  }

  for (const row of zones) checkLine(tally, row, rules[row.rule ?? ""], screening);
  checkVerdicts(tally, zones, verdicts);
  checkRollUp(tally, rollup, zones, map, rules, summary);
  return tally.result();
}

function checkLine(tally: Tally, row: Row, rule: RuleFacts | undefined, screening: boolean): void {
  const at = `${row.zone} ${row.rule}`;
  const required = numberIn(row.required);
  const provided = numberIn(row.provided);
  const missing = numberIn(row.missing);
  const passes = (row.verdict ?? "").startsWith("pass");
  if (screening) tally.that("no-pass-by-screening", "zones.csv", at, !passes, "no pass", row.verdict ?? "");
  if (missing !== undefined) {
    tally.that(
      "no-pass-where-missing",
      "zones.csv",
      at,
      !(passes && missing > 0),
      "no pass",
      row.verdict ?? "",
    );
  }
  if (required === undefined || provided === undefined) return;
  const lack = Math.max(0, required - provided);
  const whole = rule?.unit === "slot" || rule?.unit === "bed";
  const shown = whole ? Math.ceil(lack - CLOSE) : lack;
  tally.equal(
    "missing-is-required-less-provided",
    "zones.csv",
    at,
    shown,
    missing ?? Number.NaN,
    whole ? 0 : CENT,
  );
  const share = required === 0 ? 1 : Math.min(1, provided / required);
  tally.equal("share-is-provided-of-required", "zones.csv", at, share, numberIn(row.share) ?? Number.NaN);
}

function checkVerdicts(tally: Tally, zones: readonly Row[], verdicts: VerdictsFile): void {
  const written = new Map(zones.map((row) => [`${row.zone} ${row.rule}`, row.verdict]));
  let lines = 0;
  for (const zone of verdicts.zones) {
    for (const line of zone.lines) {
      lines++;
      const at = `${zone.zone} ${line.rule}`;
      tally.that(
        "verdicts-agree",
        "verdicts.json",
        at,
        written.get(at) === line.verdict,
        written.get(at) ?? "",
        line.verdict,
      );
    }
    const failing = zone.lines.some(
      (line) => line.verdict === "fail" && line.severity === "mandatory" && !line.group,
    );
    const good = zone.verdict.startsWith("pass");
    tally.that(
      "no-pass-over-a-failed-line",
      "verdicts.json",
      zone.zone,
      !(good && failing),
      "no pass",
      zone.verdict,
    );
    const open = zone.sensitive && good;
    tally.that("no-pass-where-sensitive", "verdicts.json", zone.zone, !open, "no pass", zone.verdict);
  }
  tally.equal("every-line-is-listed", "verdicts.json", "lines", zones.length, lines);
}

/** Sums of zones per unit and metric, from the lines of zones.csv and the units in zones.geojson. */
function checkRollUp(
  tally: Tally,
  rollup: readonly Row[],
  zones: readonly Row[],
  map: MapFile,
  rules: Readonly<Record<string, RuleFacts>>,
  summary: SummaryFile,
): void {
  const deciding = decidingLines(zones, rules, summary.parameters.conflict === "strict");
  const sumsByUnit = new Map<string, { required: number; provided: number; missing: number }>();
  const people = new Map<string, { zones: number; households: number; residents: number }>();
  for (const { properties } of map.features) {
    for (const [level, unit] of Object.entries(properties.units)) {
      const held = people.get(`${level} ${unit}`) ?? { zones: 0, households: 0, residents: 0 };
      people.set(`${level} ${unit}`, {
        zones: held.zones + 1,
        households: held.households + (properties.households ?? 0),
        residents: held.residents + (properties.residents ?? 0),
      });
      for (const metric of summary.metrics) {
        const line = deciding.get(`${properties.id} ${metric}`);
        if (line === undefined) continue;
        const key = `${level} ${unit} ${metric}`;
        const sum = sumsByUnit.get(key) ?? { required: 0, provided: 0, missing: 0 };
        sumsByUnit.set(key, {
          required: sum.required + line.required,
          provided: sum.provided + line.provided,
          missing: sum.missing + line.missing,
        });
      }
    }
  }
  for (const row of rollup) {
    const unit = `${row.level} ${row.unit}`;
    const at = `${unit} ${row.metric}`;
    const sum = sumsByUnit.get(at) ?? { required: 0, provided: 0, missing: 0 };
    const held = people.get(unit) ?? { zones: 0, households: 0, residents: 0 };
    for (const column of ["required", "provided", "missing"] as const) {
      const slack = column === "missing" ? CENT * Math.max(1, held.zones) : CLOSE;
      tally.equal(
        "units-add-up-zones",
        "rollup.csv",
        `${at} ${column}`,
        sum[column],
        numberIn(row[column]) ?? 0,
        slack,
      );
    }
    for (const column of ["zones", "households", "residents"] as const) {
      tally.equal(
        "units-add-up-people",
        "rollup.csv",
        `${at} ${column}`,
        held[column],
        numberIn(row[column]) ?? 0,
      );
    }
  }
}

/** By zone and metric the mandatory line of the largest requirement; `strict` looks at its whole conflict group. */
function decidingLines(zones: readonly Row[], rules: Readonly<Record<string, RuleFacts>>, strict: boolean) {
  const found = new Map<string, { required: number; provided: number; missing: number }>();
  const lines = zones.map((row) => ({ row, rule: rules[row.rule ?? ""] }));
  const mandatoryGroups = new Set(
    lines
      .filter(({ rule }) => rule?.severity === "mandatory")
      .map(({ row, rule }) => `${row.zone} ${rule?.group}`),
  );
  for (const { row, rule } of lines) {
    const inGroup = strict && rule?.group !== undefined && mandatoryGroups.has(`${row.zone} ${rule.group}`);
    const required = numberIn(row.required);
    const provided = numberIn(row.provided);
    if (!(rule?.severity === "mandatory" || inGroup) || required === undefined || provided === undefined)
      continue;
    const key = `${row.zone} ${rule?.metric}`;
    const before = found.get(key);
    if (before !== undefined && before.required >= required) continue;
    found.set(key, { required, provided, missing: numberIn(row.missing) ?? 0 });
  }
  return found;
}

type Row = Readonly<Record<string, string>>;

interface RuleFacts {
  readonly metric?: string;
  readonly unit?: string;
  readonly severity: string;
  readonly group?: string;
}

interface SummaryFile {
  readonly parameters: {
    readonly supply: string;
    readonly conflict: string;
    readonly limits: Readonly<Record<string, number>>;
    readonly decides: Readonly<Record<string, string>>;
  };
  readonly metrics: readonly Metric[];
}

interface VerdictsFile {
  readonly rules: Readonly<Record<string, RuleFacts>>;
  readonly zones: readonly {
    readonly zone: string;
    readonly verdict: string;
    readonly sensitive: boolean;
    readonly lines: readonly {
      readonly rule: string;
      readonly verdict: string;
      readonly severity: string;
      readonly group?: string;
    }[];
  }[];
}

interface MapFile {
  readonly features: readonly {
    readonly properties: {
      readonly id: string;
      readonly households?: number | null;
      readonly residents?: number | null;
      readonly units: Readonly<Record<string, string>>;
    };
  }[];
}

type Tally = ReturnType<typeof newTally>;

function newTally() {
  const checks = new Map<string, { figures: number; wrong: number }>();
  const wrong: WrongFigure[] = [];
  const that = (
    check: string,
    file: string,
    at: string,
    holds: boolean,
    expected: number | string,
    found: number | string,
  ) => {
    const count = checks.get(check) ?? { figures: 0, wrong: 0 };
    count.figures++;
    if (!holds) {
      count.wrong++;
      wrong.push({ check, file, at, expected, found });
    }
    checks.set(check, count);
  };
  return {
    that,
    equal(check: string, file: string, at: string, expected: number, found: number, slack = CLOSE) {
      that(check, file, at, Math.abs(expected - found) <= slack, expected, found);
    },
    result: (): ReAdded => ({
      ok: wrong.length === 0,
      checks: [...checks].map(([check, count]) => ({ check, ...count })),
      wrong,
    }),
  };
}

function sums(rows: readonly Row[], key: (row: Row) => string, column: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) found.set(key(row), (found.get(key(row)) ?? 0) + (numberIn(row[column]) ?? 0));
  return found;
}

function counts(rows: readonly Row[], key: (row: Row) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) found.set(key(row), (found.get(key(row)) ?? 0) + 1);
  return found;
}

function numberIn(cell: string | undefined): number | undefined {
  return cell === undefined || cell === "" ? undefined : Number(cell);
}

function subjectOfMetric(word: string): string {
  return word.startsWith("childcare") ? "childcare" : "elderly";
}

const SUBJECTS: Readonly<Record<string, string>> = {
  elderly: "elderly",
  childcare: "childcare",
  community: "community",
};

/** Floating-point noise of re-adding; a written figure that is wrong is wrong by more. */
const CLOSE = 1e-6;
/** A lack of m² is written rounded up at two decimals. */
const CENT = 0.01 + 1e-9;
/** Metres are written to the millimetre. */
const SHOWN_METRES = 0.0005;
