import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import { demoSpec } from "../../../src/io/demo/shipped.ts";
import { analysisFiles } from "../../../src/io/export/analysis-files.ts";
import type { AnalysisFile } from "../../../src/io/export/analysis-names.ts";
import { reAddAnalysis } from "../../../src/io/export/re-add.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

const outcome = finish(
  openPipeline(finish(demoCity(demoSpec("lianyungang"), 1)), shippedStandards(), DEFAULT_PARAMETERS),
);
if (!outcome.ok) throw new Error("the demo is analysed");
const files = analysisFiles(outcome.value);

/** The file with the number in the last cell but `back` of its row `row` raised by one. */
function raised(file: AnalysisFile, row: number, column: string): Record<AnalysisFile, string> {
  const lines = files[file].split("\n");
  const at = (lines[0] ?? "").split(",").indexOf(column);
  const cells = (lines[row] ?? "").split(",");
  cells[at] = String(Number(cells[at]) + 1);
  lines[row] = cells.join(",");
  return { ...files, [file]: lines.join("\n") };
}

/** The first row, from 1, whose cell in the column is a number above zero. */
function rowWith(file: AnalysisFile, column: string): number {
  const [head = "", ...rows] = files[file].split("\n");
  const at = head.split(",").indexOf(column);
  return 1 + rows.findIndex((row) => Number(row.split(",")[at]) > 0);
}

describe("re-adding an analysis", () => {
  it("finds nothing wrong with what was written", () => {
    const { ok, wrong, checks } = reAddAnalysis(files);
    expect({ ok, wrong }).toEqual({ ok: true, wrong: [] });
    expect(checks.every(({ figures }) => figures > 0)).toBe(true);
  });

  for (const [file, column, check] of [
    ["ledger.csv", "amount", "ledger-adds-up-to-load"],
    ["zones.csv", "missing", "missing-is-required-less-provided"],
    ["zones.csv", "provided", "ledger-adds-up-to-provided"],
    ["facilities.csv", "load", "ledger-adds-up-to-load"],
    ["facilities.csv", "reachedZones", "links-add-up-to-reached"],
    ["rollup.csv", "missing", "units-add-up-zones"],
    ["rollup.csv", "households", "units-add-up-people"],
  ] as const) {
    it(`finds ${column} of ${file} raised by one`, () => {
      const found = reAddAnalysis(raised(file, rowWith(file, column), column));
      expect(found.ok).toBe(false);
      expect(found.wrong.map((each) => each.check)).toContain(check);
    });
  }

  it("finds a pass written over a failed line", () => {
    const better = files["verdicts.json"].replace('"verdict":"fail","zone"', '"verdict":"pass","zone"');
    expect(better).not.toBe(files["verdicts.json"]);
    expect(reAddAnalysis({ ...files, "verdicts.json": better }).ok).toBe(false);
  });
});
