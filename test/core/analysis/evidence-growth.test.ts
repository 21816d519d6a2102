import { expect, it } from "vitest";
import { evidenceOf } from "../../../src/core/analysis/evidence-of.ts";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../builders/rows.ts";

/** A zone and a facility in each community; facilities stand nowhere, so that only their community names them. */
function placesLookedAt(communities: number): { readonly looks: number; readonly named: number } {
  const at = (i: number) => ({ adminCode: "320305", street: "一街", community: `社区${i}` });
  const id = (letter: string, i: number) => `${letter}${String(i).padStart(5, "0")}`;
  const rows = Array.from({ length: communities }, (_, i) => i);
  const project = aProject(
    rows.map((i) => aZone(id("Z", i), { ...at(i), households: 100, residents: 280 })),
    rows.map((i) => {
      const { at: _, ...placeless } = aFacility(id("F", i), { ...at(i), ...elderlyRooms(20) });
      return placeless;
    }),
  );
  const outcome = finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  let looks = 0;
  const watched = project.facilities.map(
    (facility) =>
      new Proxy(facility, {
        get(row, member: keyof Facility) {
          if (member === "at") looks++;
          return row[member];
        },
      }),
  );
  const pipeline = { ...outcome.value, project: { ...project, facilities: watched } };
  let named = 0;
  for (const { id: zone } of project.zones) {
    const evidence = evidenceOf(pipeline, zone);
    if (!evidence.ok) throw new Error(JSON.stringify(evidence.issues));
    named += evidence.value.lines.flatMap(({ notCounted }) => notCounted).length;
  }
  return { looks, named };
}

it("does not look at every facility for every zone", () => {
  const some = placesLookedAt(50);
  const many = placesLookedAt(200);
  expect(some.named).toBeGreaterThanOrEqual(50);
  expect(many.named).toBe(4 * some.named);
  expect(many.looks).toBe(4 * some.looks);
});
