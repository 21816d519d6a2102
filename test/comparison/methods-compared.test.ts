import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { diceOf } from "../../src/core/base/random.ts";
import { finish } from "../../src/core/base/work.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import type { Facility } from "../../src/core/model/facility.ts";
import { CARE_SUBJECTS } from "../../src/core/model/facility-kind.ts";
import type { Project } from "../../src/core/model/project.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { importProject } from "../../src/io/import-project.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { allocationsAsked } from "../../workers/tasks/allocation-asked.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";
import { compareMethods, type MethodsCompared } from "./methods-compared.ts";

const PAGE = resolve(import.meta.dirname, "../../docs/methods-compared.md");
const XINWU = resolve(
  process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../shared/geodata"),
  "wuxi-xinwu/sites-and-residential.wgs84.geojson",
);
const absent = !existsSync(XINWU);
if (absent) {
  console.warn(
    `The real parcels of Xinwu are not there (${XINWU}); set QUAN_REAL_DATA to compare methods on them.`,
  );
}

const HEAD = [
  "| 城市 · 指标 City · metric | 小区 Zones | 按行序：足 Enough, row order | 随行序改变 Turn with the order | 2SFCA：足 Enough | 其中实缺 Of these short | 均衡：足 Enough, fair | 随行序改变 Turn | 满足比例：行序 · 2SFCA · 均衡 Served: order · 2SFCA · fair |",
  "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
];

it("the page about methods tells what they give", async () => {
  const demo = (["xuzhou", "sucheng", "huaibei"] as const).flatMap((city) =>
    rowsOf(city, finish(demoCity(demoSpec(city), 1))),
  );
  expect(demo).toHaveLength(6);
  const real = absent ? undefined : rowsOf("Xinwu", await xinwu());
  const page = withFigures(readFileSync(PAGE, "utf8"), "demo", demo);
  await expect(real ? withFigures(page, "xinwu", real) : page).toMatchFileSnapshot(PAGE);
});

/** The page with the figures of one part written anew. */
function withFigures(page: string, part: string, rows: readonly string[]): string {
  const marks = new RegExp(`(<!-- figures: ${part} -->\n)[\\s\\S]*?(<!-- end -->)`);
  expect(page).toMatch(marks);
  return page.replace(marks, `$1\n${[...HEAD, ...rows].join("\n")}\n\n$2`);
}

function rowsOf(name: string, project: Project): string[] {
  const pipeline = value(
    finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, supply: "fair" })),
  );
  return CARE_SUBJECTS.flatMap((subject) =>
    allocationsAsked(pipeline, subject).map(({ problem, findings }) => {
      const found = compareMethods(problem, 100);
      expect(found.fair.turnWithOrder).toBe(0);
      // Nobody can serve more, and whoever takes in turn serves no more.
      expect(found.servedByOrder[1]).toBeLessThanOrEqual(found.fair.served + 1e-12);
      expect(found.catchment.served).toBeLessThanOrEqual(found.fair.served + 1e-12);
      return row(`${name} · ${findings.metric}`, found);
    }),
  );
}

function row(name: string, found: MethodsCompared): string {
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  const [least, most] = found.servedByOrder;
  return `| ${[
    name,
    found.zones,
    found.enoughByOrder.join("–"),
    found.turnWithOrder,
    found.catchment.enough,
    found.catchment.calledEnough,
    found.fair.enough,
    found.fair.turnWithOrder,
    `${percent(least)}–${percent(most)} · ${percent(found.catchment.served)} · ${percent(found.fair.served)}`,
  ].join(" | ")} |`;
}

/** Its residential parcels, with households as their area allows, and facilities with seeded rooms on its public sites. */
async function xinwu(): Promise<Project> {
  const bytes = new Uint8Array(readFileSync(XINWU));
  const { project } = value(
    await importProject(
      [{ name: "parcels.geojson", bytes }],
      { pack: "xuzhou-2022", assumeFar: 1.8 },
      atOnce,
    ),
  );
  const dice = diceOf(1, "rooms of Xinwu");
  const facilities = project.facilities.map((site): Facility => {
    const care = dice.chance(0.5);
    return {
      ...{ id: site.id, status: "built" },
      ...(site.at && { at: site.at }),
      ...(care
        ? { kind: "E_COMM_CENTRE", areas: [{ subject: "elderly", area: 100 * dice.whole(3, 30) }] }
        : { kind: "C_COMMUNITY", areas: [], slots: 10 * dice.whole(3, 15), registered: true }),
    };
  });
  return { ...project, facilities };
}
