import { type Amounts, decidingLines } from "./deciding-lines.ts";
import { asAdded, type Tally } from "./tally.ts";
import { numberIn, type WrittenAnalysis } from "./written-analysis.ts";

/** Units are the sums of their zones, metric by metric; where no zone of a unit is known, it has no amounts. */
export function checkUnits(tally: Tally, written: WrittenAnalysis): void {
  const { rollup, features } = written;
  const deciding = decidingLines(written);
  const amounts = new Map<string, Sums>();
  const people = new Map<string, People>();
  for (const { properties } of features) {
    for (const [level, code] of Object.entries(properties.units)) {
      const unit = `${level} ${code}`;
      const held = people.get(unit) ?? NOBODY;
      people.set(unit, {
        zones: held.zones + 1,
        households: added(held.households, properties.households),
        residents: added(held.residents, properties.residents),
      });
      for (const [metric, line] of deciding.get(properties.id) ?? []) {
        const sum = amounts.get(`${unit} ${metric}`) ?? NOTHING;
        amounts.set(`${unit} ${metric}`, {
          required: sum.required + asAdded(line.required),
          provided: sum.provided + asAdded(line.provided),
          missing: sum.missing + asAdded(line.missing),
          perhaps: sum.perhaps + asAdded(line.perhaps),
        });
      }
    }
  }
  for (const row of rollup) {
    const unit = `${row["level"]} ${row["unit"]}`;
    const at = `${unit} ${row["metric"]}`;
    const sum = amounts.get(at);
    for (const column of ["required", "provided", "missing"] as const) {
      tally.same(
        ["units-add-up-zones", "rollup.csv", `${at} ${column}`],
        sum?.[column],
        numberIn(row[column]),
      );
    }
    tally.equal(
      ["units-add-up-zones", "rollup.csv", `${at} perhaps`],
      sum?.perhaps ?? 0,
      numberIn(row["perhaps"]) ?? 0,
    );
    const held = people.get(unit) ?? NOBODY;
    for (const column of ["zones", "households", "residents"] as const) {
      tally.same(
        ["units-add-up-people", "rollup.csv", `${at} ${column}`],
        held[column],
        numberIn(row[column]),
      );
    }
    const metric = row["metric"] ?? "";
    const subject = SUBJECTS.find((each) => metric.startsWith(each)) ?? "elderly";
    tally.that(
      ["units-name-the-subject", "rollup.csv", at],
      row["subject"] === subject,
      subject,
      `${row["subject"]}`,
    );
  }
}

type Sums = Omit<Amounts, "share">;
const NOTHING: Sums = { required: 0, provided: 0, missing: 0, perhaps: 0 };

interface People {
  readonly zones: number;
  readonly households: number | undefined;
  readonly residents: number | undefined;
}

const NOBODY: People = { zones: 0, households: undefined, residents: undefined };

function added(sum: number | undefined, more: number | null | undefined): number | undefined {
  return typeof more === "number" ? (sum ?? 0) + more : sum;
}

/** What a metric is called after; the others are of the elderly. */
const SUBJECTS = ["childcare", "community"];
