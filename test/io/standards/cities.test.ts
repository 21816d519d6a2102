import { expect, test } from "vitest";
import { type Breakdown, type CityTargets, targetAt } from "../../../src/core/standards/city-targets.ts";
import { packById, packFor } from "../../../src/core/standards/standards.ts";
import { shippedCities } from "../../../src/io/standards/cities.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

const cities = shippedCities();
const standards = shippedStandards();

function city(id: string): CityTargets {
  const found = cities.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no city ${id}`);
  return found;
}

/** Values of an indicator by year; `undefined` where the cell states none. */
function values(of: CityTargets, id: string): Record<number, number | undefined> {
  const indicator = of.indicators.find((candidate) => candidate.id === id);
  if (indicator === undefined) throw new Error(`no indicator ${id}`);
  return Object.fromEntries(indicator.cells.map((cell) => [cell.year, cell.value]));
}

function sums({ columns, rows }: Breakdown): number[] {
  return columns.map((_, i) => rows.reduce((sum, row) => sum + (row.values[i] ?? 0), 0));
}

test("the four cities, in order of id, each with its pack and place", () => {
  expect(cities.map((each) => each.id)).toEqual(["huaibei", "lianyungang", "sucheng", "xuzhou"]);
  for (const each of cities) expect(packFor(standards, each.adminCode)?.id).toBe(each.pack);
});

test("ids are unique, years ascend, a cell has a number or says why not", () => {
  for (const each of cities) {
    const ids = [...each.indicators, ...each.breakdowns, ...each.baselines, ...each.population].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, cells } of each.indicators) {
      const years = cells.map((cell) => cell.year);
      expect(years, id).toEqual([...new Set(years)].sort((a, b) => a - b));
      for (const cell of cells)
        expect((cell.value === undefined) !== (cell.without === undefined), id).toBe(true);
      for (const cell of cells)
        expect(cell.reading !== undefined && cell.value === undefined, id).toBe(false);
    }
    for (const { columns, rows, total } of each.breakdowns) {
      for (const row of [...rows, total]) expect(row.values.length).toBe(columns.length);
    }
  }
});

test("a source is a document of the pack, and a rule one of its rules with the same numbers", () => {
  for (const each of cities) {
    const pack = packById(standards, each.pack);
    const documents = pack?.documents.map(({ key }) => key) ?? [];
    for (const { source } of [...each.indicators, ...each.breakdowns, ...each.baselines]) {
      expect(documents).toContain(source.document);
    }
    for (const indicator of each.indicators) {
      if (indicator.rule === undefined) continue;
      const rule = pack?.rules.find(({ id }) => id === indicator.rule);
      expect(rule, indicator.id).toBeDefined();
      const shareOfUnits = rule?.type === "presence" && indicator.unit.zh === "%";
      if (shareOfUnits) continue;
      const yearly = rule !== undefined && "targetByYear" in rule ? rule.targetByYear : undefined;
      for (const { year, value } of indicator.cells) {
        const stated = yearly?.[year];
        if (typeof stated === "number") expect(value, `${indicator.id} ${year}`).toBe(stated);
        if (stated === null) expect(value, `${indicator.id} ${year}`).toBeUndefined();
      }
      if (yearly === undefined && rule !== undefined && "threshold" in rule) {
        expect(targetAt(indicator, 2025)?.value, indicator.id).toBe(rule.threshold);
      }
    }
  }
});

test("every yearly target of a rule for units has an indicator, unless its rule counts 1 for each", () => {
  for (const each of cities) {
    for (const rule of packById(standards, each.pack)?.rules ?? []) {
      if (!("targetByYear" in rule) || rule.targetByYear === undefined) continue;
      if (rule.type === "presence" || rule.type === "floor" || rule.type === "reach") continue;
      expect(each.indicators.map((one) => one.rule)).toContain(rule.id);
    }
  }
});

test("Xuzhou, table 2: the columns add up to the stated 90,000, 12,579 and 9,442", () => {
  const table = city("xuzhou").breakdowns.find(({ id }) => id === "XZ-T2");
  expect(table?.rows.length).toBe(12);
  expect(table && sums(table)).toEqual([90_000, 12_579, 9_442]);
  expect(table?.total.values).toEqual([90_000, 12_579, 9_442]);
  expect(table?.rows.filter((row) => row.values[1] === null).map((row) => row.name.zh)).toEqual([
    "云龙区",
    "开发区",
  ]);
});

test("Xuzhou, table 4: six counties 290, Jiawang 240, four 230, the port 100 make 3,000 a year", () => {
  const table = city("xuzhou").breakdowns.find(({ id }) => id === "XZ-T4");
  expect(6 * 290 + 240 + 4 * 230 + 100).toBe(3_000);
  expect(table && sums(table)).toEqual([3_000, 3_000, 3_000, 3_000, 3_000]);
  expect(table?.total.values).toEqual(table && sums(table));
});

test("Xuzhou, table 3: slots over residents are the stated ratio, rounded", () => {
  const [slots, people, ratio] = ["XZ-T3-SLOTS", "XZ-T3-RESIDENTS", "XZ-T3-RATIO"].map((id) =>
    values(city("xuzhou"), id),
  );
  expect(slots).toEqual({ 2020: 12_709, 2023: 26_550, 2025: 42_676 });
  for (const year of [2020, 2023, 2025]) {
    const per1000 = (slots?.[year] ?? 0) / ((people?.[year] ?? 0) * 10);
    expect(Math.abs(per1000 - (ratio?.[year] ?? 0))).toBeLessThan(0.006);
  }
});

test("Xuzhou, table 1: 16 rows and 23 rows without the three that repeat, and no number in the garbled cell", () => {
  const rows = city("xuzhou").indicators.filter(({ id }) => id.startsWith("XZ-T1-"));
  const lines = [
    ...Array.from({ length: 16 }, (_, i) => 76 + i),
    ...Array.from({ length: 23 }, (_, i) => 96 + i),
  ];
  expect(rows.map(({ source }) => source.line)).toEqual(lines);
  expect(values(city("xuzhou"), "XZ-T1-85")).toEqual({ 2020: 30, 2023: 30, 2025: undefined });
  const { cells } = rows.find(({ id }) => id === "XZ-T1-85") ?? { cells: [] };
  expect(cells.at(-1)?.without).toBe("unreadable");
});

test("Sucheng, annex 2: professional, early education and kindergarten add up to the institutions", () => {
  const sucheng = city("sucheng");
  const [all, ...parts] = [1, 2, 3, 4].map((no) => values(sucheng, `SQ-A2-${no}`));
  expect(all).toEqual({ 2022: 27, 2023: 29, 2024: 32, 2025: 35 });
  expect(12 + 4 + 11).toBe(27);
  for (const year of [2022, 2023, 2024, 2025]) {
    expect(parts.reduce((sum, part) => sum + (part[year] ?? 0), 0)).toBe(all?.[year]);
  }
  expect(sucheng.indicators.filter(({ id }) => id.startsWith("SQ-A1-")).length).toBe(20);
  expect(sucheng.indicators.filter(({ id }) => id.startsWith("SQ-A2-")).length).toBe(23);
});

test("Huaibei, table 1: 25 rows from what was found in 2020 to the target of 2025", () => {
  const rows = city("huaibei").indicators.filter(({ id }) => id.startsWith("HB-T1-"));
  expect(rows.length).toBe(25);
  for (const { cells } of rows)
    expect(cells.map(({ year, kind }) => `${year} ${kind}`)).toEqual(["2020 found", "2025 target"]);
});

test("published shares are their counts over their totals", () => {
  const found = (id: string, of: string, year: number) =>
    city(id).population.find((fact) => fact.of === of && fact.year === year)?.value ?? Number.NaN;
  // 938,000 / 4,599,000 = 20.40 %; 324,394 / 1,970,265 = 16.46 %; 1,772,436 / 9,083,790 = 19.51 %
  for (const id of ["lianyungang", "huaibei", "xuzhou"]) {
    const share = found(id, "elderly60", 2020) / found(id, "residents", 2020);
    expect(share).toBeCloseTo(found(id, "elderly60_share", 2020), 4);
  }
  // 124,638 / 737,939 = 16.89 %, of the hukou population
  expect(124_638 / found("sucheng", "hukou", 2022)).toBeCloseTo(0.1689, 4);
  // 649 urban and 983 rural community centres are the 1,632 community facilities of table 1
  const base = (part: string) => city("xuzhou").baselines.find(({ id }) => id === `XZ-B-${part}`)?.value ?? 0;
  expect(base("COMM-URBAN") + base("COMM-RURAL")).toBe(values(city("xuzhou"), "XZ-T1-90")[2020]);
});

test("the target of a year is the last stated one", () => {
  const slots = city("sucheng").indicators.find(({ rule }) => rule === "SQ-CT-C-45");
  if (slots === undefined) throw new Error("no slots");
  expect([2021, 2022, 2023, 2026].map((year) => targetAt(slots, year)?.value)).toEqual([
    undefined,
    2.6,
    3.3,
    4.5,
  ]);
  expect(targetAt(slots, 2025)?.reading).toBe("about");
});
