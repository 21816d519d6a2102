import { describe, expect, it } from "vitest";
import { classCounts, flagged, zonePaint } from "../../src/app/derived/zone-paint.ts";
import { NOT_ALLOCATED } from "../../src/core/analysis/allocation-findings.ts";
import { ZONE_FLAGS } from "../../src/core/analysis/results.ts";
import { VERDICTS, type Verdict } from "../../src/core/standards/verdict.ts";
import { bytesOf } from "../../src/map/colour.ts";
import { PALETTES } from "../../src/ui/look/palette.ts";
import type { AnalysisView } from "../../workers/protocol.ts";

const palette = PALETTES.light;

/** Results of four zones, as far as the paint reads them. */
function results(verdicts: readonly Verdict[], shares: readonly (readonly number[])[] = []): AnalysisView {
  const metrics = shares.map((share, i) => ({
    ...{
      metric: i === 0 ? "childcare_slots" : "childcare_building_area",
      subject: "childcare",
      unit: "slot",
    },
    required: Float64Array.from(share, (of) => (Number.isNaN(of) ? Number.NaN : 10)),
    share: Float64Array.from(share),
  }));
  return {
    zones: {
      verdict: Uint8Array.from(verdicts, (verdict) => VERDICTS.indexOf(verdict)),
      flags: Uint8Array.of(0, ZONE_FLAGS.estimated, 0, ZONE_FLAGS.estimated | ZONE_FLAGS.borrowed),
      byMetric: metrics,
    },
  } as unknown as AnalysisView;
}

const fillOf = (fills: Uint8Array, row: number) => [...fills.subarray(4 * row, 4 * row + 3)];
const rgb = (hex: string) => bytesOf(hex).slice(0, 3);

it("draws what is left out faintly, in its own colour", () => {
  const { fills, edges } = zonePaint(
    2,
    results(["fail", "fail"]),
    "verdict",
    "elderly",
    false,
    palette,
    Uint8Array.of(1, 0),
  );
  expect(fillOf(fills, 1)).toEqual(fillOf(fills, 0));
  expect(fills[7]).toBe(Math.round((fills[3] ?? 0) * 0.2));
  expect(edges[7]).toBe(Math.round((edges[3] ?? 0) * 0.2));
});

describe("zones painted by verdict", () => {
  const found = results(["fail", "insufficient_data", "not_specified", "pass_estimated"]);
  const paint = zonePaint(4, found, "verdict", "elderly", false, palette);

  it("gives each its class: 不符合, 待补资料, 待研判或未规定, 符合", () => {
    expect([0, 1, 2, 3].map((row) => fillOf(paint.fills, row))).toEqual(
      (["fail", "missing_data", "open", "pass"] as const).map((of) => rgb(palette.verdicts[of].fill)),
    );
  });

  it("hatches missing data and dots what is estimated", () => {
    expect([...paint.hatched]).toEqual([0, 1, 0, 0]);
    expect([...paint.dotted]).toEqual([0, 1, 0, 1]);
  });

  it("fades while the numbers are old", () => {
    const old = zonePaint(4, found, "verdict", "elderly", true, palette);
    expect(old.fills[3] ?? 255).toBeLessThan(paint.fills[3] ?? 0);
  });

  it("counts classes and flags", () => {
    expect(classCounts(found)).toEqual({ fail: 1, missing_data: 1, open: 1, pass: 1 });
    expect(flagged(found, "borrowed")).toBe(1);
  });
});

describe("zones painted by the share met", () => {
  it("takes the least share of the subject's metrics, and leaves a zone without a requirement blank", () => {
    // Zone 0: slots 1, m² 0.3 → 0.3, the third class. Zone 1: whole. Zone 2: nothing required. Zone 3: nothing met.
    const found = results(
      ["fail", "pass", "not_specified", "fail"],
      [
        [1, 1, Number.NaN, 0],
        [0.3, Number.NaN, Number.NaN, 0.5],
      ],
    );
    const paint = zonePaint(4, found, "share", "childcare", false, palette);
    expect(fillOf(paint.fills, 0)).toEqual(rgb(palette.shares[2] ?? ""));
    expect(fillOf(paint.fills, 1)).toEqual(rgb(palette.shares[6] ?? ""));
    expect(fillOf(paint.fills, 2)).toEqual(rgb(palette.backdrop.streetMain));
    expect(fillOf(paint.fills, 3)).toEqual(rgb(palette.shares[0] ?? ""));
    expect([...paint.hatched]).toEqual([0, 0, 0, 0]);
  });
});

it("paints zones where 街道 are shaded by what their 街道 meets, and those in none blank", () => {
  const row = (unit: string, share: number) => ({
    ...{ level: "street", unit, subject: "elderly", metric: "elderly_building_area", required: 100, share },
  });
  const found = {
    ...results(["pass", "fail", "fail", "fail"]),
    rollUp: { ofTier: () => [row("东", 0.3), row("西", 1)] },
    territory: {
      units: [
        { level: "street", unit: "西", name: "西街" },
        { level: "street", unit: "东", name: "东街" },
      ],
      zoneUnits: [new Int32Array(), Int32Array.of(1, 0, 1, -1)],
    },
  } as unknown as AnalysisView;
  const { fills } = zonePaint(4, found, "streets", "elderly", false, palette);
  expect([0, 1, 2, 3].map((zone) => fillOf(fills, zone))).toEqual(
    [palette.shares[2], palette.shares[6], palette.shares[2], palette.backdrop.streetMain].map((of) =>
      rgb(of ?? ""),
    ),
  );
});

it("paints zones by what the fair allocations give them, where 片区 are told", () => {
  const allocation = (shares: readonly number[], levelOf: readonly number[]) => ({
    subject: "elderly",
    levels: Float64Array.from(shares),
    zones: { levelOf: Uint32Array.from(levelOf) },
  });
  const found = {
    ...results(["fail", "fail", "insufficient_data", "pass"]),
    allocations: [
      allocation([0.05, 1], [1, 0, 1, NOT_ALLOCATED]),
      { ...allocation([0.05], [0, 0, 0, 0]), subject: "childcare" },
      allocation([0.6], [NOT_ALLOCATED, 0, NOT_ALLOCATED, NOT_ALLOCATED]),
    ],
  } as unknown as AnalysisView;
  const { fills } = zonePaint(4, found, "allocated", "elderly", false, palette);
  const [worst, best] = [rgb(palette.shares[0] ?? ""), rgb(palette.shares.at(-1) ?? "")];
  expect([0, 1, 2].map((row) => fillOf(fills, row))).toEqual([best, worst, best]);
  expect(fillOf(fills, 3)).toEqual(rgb(palette.backdrop.streetMain));
});
