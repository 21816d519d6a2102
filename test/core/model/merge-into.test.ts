import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "../../../src/core/base/digest.ts";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { inverse } from "../../../src/core/model/inverse.ts";
import { mergeInto } from "../../../src/core/model/merge-into.ts";
import { mergeRefusal } from "../../../src/core/model/merge-refusal.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { value } from "../../builders/outcomes.ts";
import { randomlyEdited, randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const MINE = aProject([aZone("Z1", { households: 900 }), aZone("Z2")], [aFacility("F1", elderlyRooms(100))]);
const THEIRS = aProject(
  [aZone("Z1", { households: 1000 }), aZone("Z3")],
  [aFacility("F1", elderlyRooms(100)), aFacility("F2", elderlyRooms(200))],
);

describe("another project taken into one's own", () => {
  it("without a common base only adds, and leaves all that differs to be decided", () => {
    const { conflicts, made } = mergeInto(undefined, MINE, THEIRS);
    expect(conflicts).toEqual([
      {
        ...{ table: "zones", id: "Z1", field: "households+householdsBasis" },
        ...{ a: { households: 900 }, b: { households: 1000 } },
      },
    ]);
    expect(made).toBeUndefined();
    const decided = mergeInto(undefined, MINE, THEIRS, "b").made;
    expect(decided?.project.zones.map(({ id, households }) => [id, households])).toEqual([
      ["Z1", 1000],
      ["Z2", 1000],
      ["Z3", 1000],
    ]);
    expect(decided?.patch.facilities).toEqual([{ after: aFacility("F2", elderlyRooms(200)) }]);
  });

  it("with one, takes away what the other office took away and nobody changed here", () => {
    const base = aProject([aZone("Z1"), aZone("Z2")], []);
    const theirs = aProject([aZone("Z2")], []);
    expect(mergeInto(base, base, theirs).made?.patch).toEqual({ zones: [{ before: aZone("Z1") }] });
    expect(mergeInto(undefined, base, theirs).made?.patch).toEqual({});
  });

  it("is decided conflict by conflict", () => {
    const theirs = aProject([aZone("Z1", { residents: 3000, households: 1000 }), aZone("Z2")], []);
    const mine = aProject([aZone("Z1", { residents: 2900, households: 900 }), aZone("Z2")], []);
    const { conflicts, made } = mergeInto(undefined, mine, theirs, ({ field }) =>
      field?.startsWith("residents") ? "b" : "a",
    );
    expect(conflicts).toHaveLength(2);
    expect(made?.project.zones[0]).toEqual(aZone("Z1", { residents: 3000, households: 900 }));
    const open = mergeInto(undefined, mine, theirs, ({ field }) =>
      field?.startsWith("residents") ? "b" : undefined,
    );
    expect(open.made).toBeUndefined();
  });

  it("leaves what the screen is set to, the backdrop and the order of lists as they are", () => {
    const decisions = [
      { facilities: ["F1", "F3"], same: false },
      { facilities: ["F2", "F1"], same: true },
    ] as const;
    const street = (metres: number) => [{ rank: "main", line: [east(0), east(metres)] }] as const;
    const mine: Project = {
      ...{ ...MINE, duplicateDecisions: decisions, parameters: { detour: 1.4 } },
      backdrop: { ...MINE.backdrop, streets: street(400) },
    };
    const theirs: Project = {
      ...{ ...MINE, duplicateDecisions: decisions.toReversed(), parameters: { detour: 1.2 } },
      backdrop: { ...MINE.backdrop, streets: street(500) },
    };
    expect(mergeInto(undefined, mine, theirs)).toEqual({ conflicts: [], made: { project: mine, patch: {} } });
  });
});

describe("the laws of taking in", () => {
  const options = { seed: 23, numRuns: process.env.QUAN_LONG ? 3000 : 150 };
  const given = fc.tuple(
    fc.nat(50),
    fc.array(fc.nat(), { maxLength: 6 }),
    fc.array(fc.nat(), { maxLength: 6 }),
    fc.boolean(),
  );
  const versions = ([seed, forA, forB, hasBase]: [number, number[], number[], boolean]) => {
    const base = randomProject(seed, 8, 10);
    const [mine, theirs] = [forA.reduce(randomlyEdited, base), forB.reduce(randomlyEdited, base)];
    return [hasBase ? base : undefined, mine, theirs] as const;
  };

  it("a project taken into itself changes nothing", () => {
    fc.assert(
      fc.property(given, (some) => {
        const [base, mine] = versions(some);
        const copy = structuredClone(mine);
        expect(mergeInto(base, mine, copy)).toEqual({ conflicts: [], made: { project: mine, patch: {} } });
      }),
      options,
    );
  });

  it("taken back, it is as before; and the patch makes what is shown", () => {
    fc.assert(
      fc.property(given, fc.constantFrom("a" as const, "b" as const), (some, take) => {
        const [base, mine, theirs] = versions(some);
        const { made } = mergeInto(base, mine, theirs, take);
        const after = value(applyPatch(mine, made?.patch ?? {}));
        expect(canonical(after)).toBe(canonical(made?.project));
        expect(canonical(value(applyPatch(after, inverse(made?.patch ?? {}))))).toBe(canonical(mine));
      }),
      options,
    );
  });

  it("with one's own taken in every conflict, nothing that both changed is the other's", () => {
    fc.assert(
      fc.property(given, (some) => {
        const [base, mine, theirs] = versions(some);
        const { conflicts, made } = mergeInto(base, mine, theirs, "a");
        for (const { table, id, field } of conflicts) {
          if (table !== "zones" && table !== "facilities") continue;
          const [own, after] = [mine, made?.project].map((project) =>
            project?.[table].find((row: { readonly id: string }) => row.id === id),
          );
          const fields = field?.split("+") ?? [];
          const pick = (row: object | undefined) =>
            field === undefined
              ? row
              : fields.map((name) => (row as Record<string, unknown> | undefined)?.[name]);
          expect(pick(after)).toEqual(pick(own));
        }
      }),
      options,
    );
  });

  it("without a base no row is lost, whoever is taken", () => {
    fc.assert(
      fc.property(given, fc.constantFrom("a" as const, "b" as const), (some, take) => {
        const [, mine, theirs] = versions(some);
        const project = mergeInto(undefined, mine, theirs, take).made?.project;
        for (const table of ["zones", "facilities"] as const) {
          const ids = [...mine[table], ...theirs[table]].map(({ id }) => id);
          expect(project?.[table].map(({ id }) => id)).toEqual([...new Set(ids)].sort());
        }
      }),
      options,
    );
  });
});

describe("a project that is not taken in", () => {
  const at = (code: string | undefined, lng: number) =>
    aProject([aZone("Z1", { at: { lng, lat: 34.25 }, ...(code !== undefined && { adminCode: code }) })], []);
  const bare = (lng: number) => {
    const { adminCode: _code, ...zone } = aZone("Z1", { at: { lng, lat: 34.25 } });
    return aProject([zone], []);
  };

  it("is of another city, by its codes or by where it lies", () => {
    const other = mergeRefusal(at("320302", 117.2), at("321302001", 118.3), "东.quan");
    expect(other).toMatchObject({
      ...{ code: "merge.other-city", facts: { mine: ["3203"], theirs: ["3213"] } },
      at: { file: "东.quan" },
    });
    expect(mergeRefusal(at("320302", 117.2), at("320311", 117.3), "b")).toBeUndefined();
    // 2° of longitude are 184 km here.
    expect(mergeRefusal(bare(117.2), bare(119.2), "b")).toMatchObject({
      ...{ code: "merge.far-apart", facts: { km: 184 } },
    });
    expect(mergeRefusal(bare(117.2), bare(118.2), "b")).toBeUndefined();
  });

  it("is invented, where one's own is real", () => {
    const demo = aProject([], [], { origin: "demo" });
    expect(mergeRefusal(MINE, demo, "b")?.code).toBe("merge.invented");
  });
});
