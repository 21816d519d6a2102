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
  ["a total that is another in its last digit", "totals-add-up", (w) => (w.totalNeed += 3e-14)],
  [
    "a certificate with another need in its last digit",
    "certificate-need-adds-up",
    (w) => (of(w.certificates, 2).need += 3e-14),
  ],
  [
    "a certificate that misses more in the last digit",
    "missing-is-the-difference",
    (w) => (of(w.certificates, 0).missing += 2e-14),
  ],
  [
    "a certificate with another share in its last digit",
    "share-is-what-there-is",
    (w) => {
      of(w.zones, 3).share = of(w.zones, 4).share = of(w.certificates, 1).share = 0.4000000000000001;
    },
  ],
  [
    "room that is left in the last digit",
    "room-goes-to-the-short",
    (w) => (of(w.facilities, 3).load = 7.999999999999999),
  ],
  [
    "a zone that has more in the last digit",
    "served-is-its-share-exactly",
    (w) => (of(w.zones, 3).served = 4.000000000000001),
  ],
  [
    "a certificate of what is enough",
    "share-is-below-the-one-around",
    (w) =>
      w.certificates.push({
        ...{ zones: ["g"], facilities: ["w"], need: 5, capacity: 9, missing: -4, share: 1.8, maximal: true },
      }),
  ],
  [
    "a flow out of a certificate",
    "flow-stays-in-its-certificate",
    (w) => {
      w.links.push({ demand: "g", supply: "z", metres: 1 });
      w.flows.push({ demand: "g", supply: "z", amount: 1e-16 });
    },
  ],
  ["a flow that is larger by a hair", "amount-is-carried-exactly", (w) => (of(w.flows, 0).amount += 1e-13)],
  ["a flow that is not there", "carried-comes-out-even", (w) => w.flows.pop()],
];

/** Two zones that need `need` each, of which one reaches x alone and the other x and y; they are said to be served alike. */
function alike(x: number, y: number, need: number, share: number) {
  const [served, isShort] = [need * share, share < 1];
  const zones = ["a", "b"];
  return {
    totalNeed: 2 * need,
    totalCapacity: x + y,
    totalServed: 2 * served,
    zones: zones.map((id) => ({ id, need, served, share })),
    facilities: [
      { id: "x", capacity: x, load: x },
      { id: "y", capacity: y, load: isShort ? y : served },
    ],
    flows: [
      { demand: "a", supply: "x", amount: served },
      { demand: "b", supply: "y", amount: served },
    ],
    links: [
      { demand: "a", supply: "x" },
      { demand: "b", supply: "x" },
      { demand: "b", supply: "y" },
    ],
    certificates: isShort
      ? [
          {
            ...{ zones, facilities: ["x", "y"], need: 2 * need, capacity: x + y },
            ...{ missing: 2 * need - x - y, share, maximal: true },
          },
        ]
      : [],
  };
}

/** What facilities hold and give. */
function pick({ facilities, totalCapacity }: ReturnType<typeof alike>) {
  return { facilities, totalCapacity };
}

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

  it("allows for the last digit of what no decimal holds, and no more", () => {
    const written = example();
    of(written.flows, 1).amount += 7e-15;
    expect(of(written.flows, 1).amount).not.toBe(500 / 11);
    expect(checked(written).wrong).toEqual([]);
    of(written.flows, 1).amount += 7e-14;
    expect(checked(written).ok).toBe(false);
  });

  it.each([0.9999999999, 0.999999999999999, 0.9999999999999999])(
    "lets no share of 1 stand where %d of a need of 1 is there",
    (x) => {
      const right = alike(1, 1, 1, 1);
      expect(checked(right).wrong).toEqual([]);
      for (const amount of [1, x]) {
        for (const served of [1, x]) {
          const written = alike(x, 1, 1, 1);
          of(written.flows, 0).amount = amount;
          of(written.zones, 0).served = served;
          for (const totalServed of [2, 1 + x]) expect(checked({ ...written, totalServed }).ok).toBe(false);
        }
      }
    },
  );

  it.each([1e-10, 1e-14, 1e-16])("lets nobody be served alike who reaches %d less", (less) => {
    expect(checked(alike(0.5, 0.5, 1, 0.5)).wrong).toEqual([]);
    const [x, y] = [0.5 - less, 0.5 + less];
    expect(x).toBeLessThan(0.5);
    const found = checked({ ...alike(0.5, 0.5, 1, 0.5), ...pick(alike(x, Number(y.toFixed(16)), 1, 0.5)) });
    expect(found.ok).toBe(false);
  });

  it("takes amounts as written where they go in a circle", () => {
    const written = example();
    of(written.zones, 6).need = of(written.zones, 6).served = 3;
    of(written.facilities, 0).load = 6;
    of(written.facilities, 0).capacity = 12;
    written.facilities.splice(1, 0, { id: "w2", capacity: 20, load: 2 });
    Object.assign(written, { totalNeed: 238, totalCapacity: 170, totalServed: 146 });
    written.links.push({ demand: "g", supply: "w2", metres: 1 }, { demand: "h", supply: "w2", metres: 1 });
    written.flows.splice(5);
    for (const [demand, supply, amount] of [
      ["g", "w", 4],
      ["g", "w2", 1],
      ["h", "w", 2],
      ["h", "w2", 1],
    ] as const)
      written.flows.push({ demand, supply, amount });
    expect(checked(written).wrong).toEqual([]);
    of(written.flows, 6).amount = 1.5;
    expect(checked(written).ok).toBe(false);
  });

  it.each([
    ["{", "A.json, line 1, column 2: the file breaks off here. Write it again, whole."],
    ["", "A.json is empty."],
    ["[]", "A.json does not begin with {."],
    ['{"totalNeed":1}', "A.json, line 1, column 1: totalCapacity is missing; it must be a number."],
    [
      JSON.stringify({ ...example(), zones: [{ id: "a", need: -1, served: 0, share: 0 }] }, null, 1),
      "A.json, line 8, column 12: zones[0].need is -1; it must be a number from 0.",
    ],
    [
      JSON.stringify(example()).replace('"need":100', '"need":1e400'),
      "zones[0].need is larger than any number that is kept; it must be a number.",
    ],
    [
      JSON.stringify({ ...example(), certificates: "none" }),
      'certificates is "none"; it must be a list in [ ].',
    ],
    [
      JSON.stringify(example()).replace('"need":100', '"need":100,"need":90'),
      'the key "need" stands twice in one object. Leave out the wrong one.',
    ],
    [
      JSON.stringify(example()).replace('"need":100', '"need":100.00000000000000001'),
      "100.00000000000000001 has more digits than are kept.",
    ],
  ])("reads nothing but an allocation: %.20s", (text, why) => {
    expect(() => reAddAllocation(text, "A.json")).toThrow(UnreadableAllocation);
    expect(() => reAddAllocation(text, "A.json")).toThrow(why);
  });
});
