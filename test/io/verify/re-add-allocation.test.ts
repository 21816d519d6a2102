import { describe, expect, it } from "vitest";
import {
  reAddAllocation,
  UnreadableAllocation,
} from "../../../src/io/verify/allocation/re-add-allocation.ts";

/**
 * Zones a (100) and b (50) reach x (30); b and c (60) reach y (100); d (10) and e (10) reach z (8); g (5) reaches w (9), of
 * which 4 are left; h needs nothing.
 * a has x alone: 30 ÷ 100 = 0.3. b and c share y: 100 ÷ 110. d and e: 8 ÷ 20 = 0.4.
 */
function example() {
  const certificate = (zones: string, facilities: string, need: number, capacity: number, share: number) => ({
    zones: [...zones],
    facilities: [...facilities],
    need,
    capacity,
    missing: need - capacity,
    share,
    maximal: zones !== "a",
  });
  const at = (pair: string) => ({ demand: pair[0] as string, supply: pair[1] as string });
  return {
    totalNeed: 235,
    totalCapacity: 147,
    totalServed: 143,
    zones: [
      { id: "a", need: 100, served: 30, share: 0.3 },
      { id: "b", need: 50, served: 500 / 11, share: 10 / 11 },
      { id: "c", need: 60, served: 600 / 11, share: 10 / 11 },
      { id: "d", need: 10, served: 4, share: 0.4 },
      { id: "e", need: 10, served: 4, share: 0.4 },
      { id: "g", need: 5, served: 5, share: 1 },
      { id: "h", need: 0, served: 0, share: 1 },
    ],
    facilities: [
      { id: "w", capacity: 9, load: 5 },
      { id: "x", capacity: 30, load: 30 },
      { id: "y", capacity: 100, load: 100 },
      { id: "z", capacity: 8, load: 8 },
    ],
    flows: [
      { ...at("ax"), amount: 30 },
      { ...at("by"), amount: 500 / 11 },
      { ...at("cy"), amount: 600 / 11 },
      { ...at("dz"), amount: 4 },
      { ...at("ez"), amount: 4 },
      { ...at("gw"), amount: 5 },
    ],
    links: ["ax", "bx", "by", "cy", "dz", "ez", "gw", "hw"].map((pair) => ({ ...at(pair), metres: 100 })),
    certificates: [
      certificate("a", "x", 100, 30, 0.3),
      certificate("de", "z", 20, 8, 0.4),
      certificate("abc", "xy", 210, 130, 10 / 11),
    ],
  };
}

type Example = ReturnType<typeof example>;
const of = <Row>(rows: Row[], at: number): Row => rows[at] as Row;

const checked = (written: object) => reAddAllocation(JSON.stringify(written), "A.json");

/** What is planted, and the check that must notice. */
const PLANTED: readonly (readonly [what: string, check: string, plant: (written: Example) => void])[] = [
  ["a total of needs", "totals-add-up", (w) => (w.totalNeed += 1)],
  ["a total of capacities", "totals-add-up", (w) => (w.totalCapacity -= 1)],
  ["a total served", "totals-add-up", (w) => (w.totalServed += 1e-5)],
  ["a need", "certificate-need-adds-up", (w) => (of(w.zones, 0).need += 1)],
  ["a capacity", "certificate-capacity-adds-up", (w) => (of(w.facilities, 1).capacity += 1)],
  [
    "a zone that is better served than its flows",
    "flows-add-up-to-served",
    (w) => (of(w.zones, 0).served += 1e-6),
  ],
  ["a share", "share-is-served-of-need", (w) => (of(w.zones, 3).share = 0.41)],
  ["a share above 1", "share-is-a-part", (w) => (of(w.zones, 5).share = 1.01)],
  ["a share of nothing", "share-is-served-of-need", (w) => (of(w.zones, 6).share = 0)],
  ["a load", "flows-add-up-to-load", (w) => (of(w.facilities, 0).load += 1e-6)],
  [
    "a facility that gives more than it holds",
    "load-within-capacity",
    (w) => {
      of(w.zones, 5).need = of(w.zones, 5).served = of(w.flows, 5).amount = of(w.facilities, 0).load = 9.5;
    },
  ],
  ["a flow that is larger", "flows-add-up-to-served", (w) => (of(w.flows, 0).amount += 1e-6)],
  ["a flow below 0", "flow-is-no-debt", (w) => (of(w.flows, 0).amount = -30)],
  ["a flow that is left out", "flows-add-up-to-load", (w) => w.flows.splice(5)],
  ["a flow twice", "flow-stands-once", (w) => w.flows.push({ ...of(w.flows, 5), amount: 0 })],
  ["a flow to whom nobody reaches", "flow-goes-along-a-link", (w) => (of(w.flows, 5).supply = "z")],
  ["a flow of a zone that is not listed", "flow-goes-along-a-link", (w) => (of(w.flows, 5).demand = "?")],
  ["a link that is left out", "flow-goes-along-a-link", (w) => w.links.shift()],
  ["a link twice", "link-stands-once", (w) => w.links.push(of(w.links, 0))],
  ["a link of a zone that is not listed", "named-is-listed", (w) => (of(w.links, 7).demand = "?")],
  ["a link to a facility that is not listed", "named-is-listed", (w) => (of(w.links, 7).supply = "?")],
  [
    "a link to room that is left",
    "room-goes-to-the-short",
    (w) => w.links.push({ demand: "d", supply: "w", metres: 1 }),
  ],
  [
    "a link to a facility that serves others better",
    "served-are-the-least-served",
    (w) => w.links.push({ demand: "a", supply: "y", metres: 1 }),
  ],
  [
    "a link that a certificate passes over",
    "all-reached-are-named",
    (w) => w.links.push({ demand: "c", supply: "x", metres: 1 }, { demand: "d", supply: "x", metres: 1 }),
  ],
  ["a zone that is listed twice", "ids-ascend", (w) => w.zones.push(of(w.zones, 6))],
  ["facilities in another order", "ids-ascend", (w) => w.facilities.reverse()],
  [
    "a certificate without a facility",
    "all-reached-are-named",
    (w) => of(w.certificates, 0).facilities.pop(),
  ],
  [
    "a certificate with one too many",
    "all-named-are-reached",
    (w) => of(w.certificates, 0).facilities.push("w"),
  ],
  [
    "a certificate that names a zone twice",
    "members-are-named-once",
    (w) => of(w.certificates, 0).zones.push("a"),
  ],
  ["a certificate that names nobody", "named-is-listed", (w) => of(w.certificates, 0).zones.push("?")],
  [
    "a certificate with another need",
    "certificate-need-adds-up",
    (w) => (of(w.certificates, 1).need += 1e-6),
  ],
  [
    "a certificate with another capacity",
    "certificate-capacity-adds-up",
    (w) => (of(w.certificates, 1).capacity += 1e-6),
  ],
  [
    "a certificate that misses more",
    "missing-is-the-difference",
    (w) => (of(w.certificates, 1).missing += 1e-6),
  ],
  ["a certificate that misses nothing", "something-is-missing", (w) => (of(w.certificates, 1).missing = 0)],
  [
    "a certificate with another share",
    "share-is-the-highest-in-it",
    (w) => (of(w.certificates, 1).share = 0.39),
  ],
  [
    "a certificate that calls itself maximal",
    "maximal-is-in-no-other",
    (w) => (of(w.certificates, 0).maximal = true),
  ],
  [
    "a maximal certificate that does not",
    "maximal-is-in-no-other",
    (w) => (of(w.certificates, 2).maximal = false),
  ],
  [
    "a certificate of two pieces",
    "certificate-hangs-together",
    (w) => {
      const [, part, whole] = w.certificates as [
        unknown,
        Example["certificates"][0],
        Example["certificates"][0],
      ];
      whole.zones.push(...part.zones);
      whole.facilities.push(...part.facilities);
    },
  ],
  [
    "a certificate across another",
    "certificates-are-nested",
    (w) => of(w.certificates, 2).zones.splice(0, 1, "d"),
  ],
  ["a certificate twice", "certificates-are-nested", (w) => w.certificates.push(of(w.certificates, 1))],
  ["a certificate that is left out", "short-zone-has-its-certificate", (w) => w.certificates.splice(1, 1)],
  ["an inner certificate that is left out", "short-zone-has-its-certificate", (w) => w.certificates.shift()],
  [
    "a certificate of a zone that is served",
    "share-is-the-highest-in-it",
    (w) => of(w.certificates, 1).zones.push("g"),
  ],
  [
    "maximal certificates that miss more in all",
    "maximal-add-up-to-missing",
    (w) => (of(w.certificates, 2).missing += 1),
  ],
  [
    "shares that are not what there is",
    "share-is-what-there-is",
    (w) => {
      of(w.zones, 3).share = of(w.zones, 4).share = of(w.certificates, 1).share = 0.45;
    },
  ],
];

describe("re-adding an allocation", () => {
  it("finds nothing wrong in what is right, and says what it looked at", () => {
    const { ok, wrong, checks } = checked(example());
    expect(wrong).toEqual([]);
    expect(ok).toBe(true);
    const looked = new Set(checks.map(({ check }) => check));
    for (const [, check] of PLANTED) expect(looked).toContain(check);
    for (const check of looked) expect(PLANTED.map(([, noticed]) => noticed)).toContain(check);
  });

  it.each(PLANTED)("notices %s: %s", (_, check, plant) => {
    const written = example();
    plant(written);
    const found = checked(written);
    expect(found.ok).toBe(false);
    expect(found.wrong.map((each) => each.check)).toContain(check);
    expect(found.wrong.every(({ file }) => file === "A.json")).toBe(true);
  });

  it("allows for the rounding of numbers and no more", () => {
    const written = example();
    of(written.flows, 1).amount *= 1 + 1e-12;
    expect(checked(written).wrong).toEqual([]);
    of(written.flows, 1).amount *= 1 + 1e-8;
    expect(checked(written).ok).toBe(false);
  });

  it.each([
    ["{", /it is no JSON/],
    ["[]", /the whole: .*object/],
    ['{"totalNeed":1}', /totalCapacity: .*number/],
    [
      JSON.stringify({ ...example(), zones: [{ id: "a", need: -1, served: 0, share: 0 }] }),
      /zones\.0\.need: /,
    ],
  ])("reads nothing but an allocation: %.20s", (text, why) => {
    expect(() => reAddAllocation(text, "A.json")).toThrow(UnreadableAllocation);
    expect(() => reAddAllocation(text, "A.json")).toThrow(why);
  });
});
