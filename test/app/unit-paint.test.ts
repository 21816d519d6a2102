import { expect, test } from "vitest";
import { haveGround, outdatedUnitPaint, unitPaint } from "../../src/app/derived/unit-paint.ts";
import { shadeOf, useSession } from "../../src/app/state/session.ts";
import { tierOf } from "../../src/core/deficit/territory.ts";
import type { AdminLevel } from "../../src/core/model/admin-unit.ts";
import { PALETTES } from "../../src/ui/look/palette.ts";
import type { AnalysisView, ProjectView } from "../../workers/protocol.ts";

const row = (unit: string, metric: string, missing: number, share: number, more = {}) => ({
  ...{ level: "street", unit, subject: "elderly", metric, required: 100, missing, share },
  ...more,
});
const rows = [
  row("东", "elderly_building_area", 80, 0.2),
  row("东", "beds", 10, 0.05),
  row("西", "elderly_building_area", 0, 1),
  row("镇", "elderly_building_area", 40, 0.6, { level: "town" }),
  row("南", "elderly_building_area", Number.NaN, Number.NaN),
  row("北", "elderly_building_area", 0, Number.NaN, { required: 0 }),
  row("县", "elderly_building_area", 90, 0.1, { level: "district" }),
  row("东", "childcare_slots", 5, 0.5, { subject: "childcare" }),
];
const results = {
  zones: { byMetric: [] },
  rollUp: {
    ofTier: (tier: number) => rows.filter(({ level }) => tierOf(level as AdminLevel) === tier),
  },
} as unknown as AnalysisView;

test("a street is shaded by the least share met and says what it lacks of that; what nothing is known of stays blank", () => {
  const { shares } = PALETTES.light;
  const paint = unitPaint(results, "elderly", PALETTES.light, (amount, unit) => `${amount} ${unit}`);
  // the least of 0.2 and 0.05 is in the lowest class; a whole share in the highest
  expect([...paint.fills]).toEqual([
    ["东", shares[0]],
    ["西", shares.at(-1)],
    ["镇", `${shares[3]}80`],
  ]);
  expect([...paint.lines]).toEqual([
    ["东", "10 bed"],
    ["镇", "40 m2"],
  ]);
  const faded = outdatedUnitPaint(paint);
  expect(faded.opacity).toBeLessThan(paint.opacity);
  expect(faded.lines.size).toBe(0);
});

test("streets are shaded while their list is read and none is chosen, and only where they have ground", () => {
  const session = useSession.getInitialState();
  expect(shadeOf(session, true)).toBe("streets");
  expect(shadeOf(session, false)).toBe("verdict");
  expect(shadeOf({ ...session, tab: "zones" }, true)).toBe("verdict");
  expect(shadeOf({ ...session, selection: { kind: "unit", id: "东" } }, true)).toBe("verdict");
  expect(shadeOf({ ...session, tab: "zones", shade: "streets" }, true)).toBe("streets");
  const unit = (level: string, positions: number[]) =>
    ({
      id: "东",
      level,
      shapes: { positions: Float64Array.from(positions) },
    }) as unknown as ProjectView["units"][0];
  expect(haveGround([unit("street", []), unit("district", [1, 2])])).toBe(false);
  expect(haveGround([unit("town", [1, 2])])).toBe(true);
});
