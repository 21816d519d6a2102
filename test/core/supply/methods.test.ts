import { expect, test } from "vitest";
import { type Exact, exact, ratio } from "../../../src/core/base/decimal.ts";
import { sortedById } from "../../../src/core/base/order.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { amountOf } from "../../../src/core/supply/amount.ts";
import { catchment } from "../../../src/core/supply/catchment.ts";
import { isSure, type SupplyQuestion } from "../../../src/core/supply/demand.ts";
import { floating } from "../../../src/core/supply/floating.ts";
import { type HandOut, type Ledger, writeLedger } from "../../../src/core/supply/ledger.ts";
import { onsite, ownOffer } from "../../../src/core/supply/onsite.ts";
import { poolShare, tiesOf } from "../../../src/core/supply/ties.ts";
import { aFacility, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const method = { onsite, catchment, floating };

/** What each zone gets, by id: `{A: {F: 200}}`; and the ledger. `links` are zone, facility and part. */
function handedOut(
  name: keyof typeof method,
  zones: readonly ResidentialZone[],
  facilities: readonly Facility[],
  links: readonly (readonly [zone: string, facility: string, part?: number])[] = [],
): { readonly by: Record<string, Record<string, number>>; readonly ledger: Ledger } {
  const zoneRows = sortedById(zones);
  const facilityRows = sortedById(facilities);
  const question = questionOf(zoneRows, facilityRows, links);
  const handOut: HandOut = method[name](question);
  const ledger = writeLedger(
    { metric: "elderly_building_area", subject: "elderly", method: name, screening: name !== "onsite" },
    zones.length,
    handOut,
  );
  const by: Record<string, Record<string, number>> = {};
  ledger.zones.forEach((zone, row) => {
    const id = zoneRows[zone]?.id ?? "";
    const facility = facilityRows[ledger.facilities[row] as number]?.id ?? "";
    by[id] = { ...by[id], [facility]: ledger.amounts[row] as number };
  });
  return { by, ledger };
}

/** Of each zone, where its walks start. */
const PLACES = 20;

/** 20 m² per 100 households; every stated room counts; existing zones may use open rooms that they reach. */
function questionOf(
  zones: readonly ResidentialZone[],
  facilities: readonly Facility[],
  links: readonly (readonly [zone: string, facility: string, part?: number])[],
): SupplyQuestion {
  const starts = new Uint32Array(zones.length + 1);
  const rows = zones.flatMap((zone, z) => {
    const own = facilities.flatMap((facility, f) => {
      const link = links.find(([a, b]) => a === zone.id && b === facility.id);
      return link === undefined ? [] : [{ f, part: link[2] ?? 1 }];
    });
    starts[z + 1] = (starts[z] as number) + own.length;
    return own;
  });
  const need = (z: number) => {
    const households = zones[z]?.households;
    return households === undefined ? undefined : ratio(BigInt(households) * 20n, 100n);
  };
  const offer = (f: number) => {
    const area = facilities[f]?.areas[0]?.area;
    return area === undefined ? { atMost: undefined } : amountOf(exact(area));
  };
  return {
    metric: "elderly_building_area",
    subject: "elderly",
    zoneCount: zones.length,
    facilityCount: facilities.length,
    ties: tiesOf(zones, facilities),
    offer,
    offersTo: () => offer,
    known: () => true,
    need,
    least: need,
    outside: {
      reach: {
        starts,
        facilities: Uint32Array.from(rows, (row) => row.f),
        metres: new Float64Array(rows.length),
        reached: Uint16Array.from(rows, (row) => row.part * PLACES),
        places: new Uint16Array(zones.length).fill(PLACES),
      },
      opens: (z) => zones[z]?.status === "existing",
      mayOpen: (z) => zones[z]?.status === undefined,
      admits: () => true,
    },
  };
}

test("on site, a zone has the rooms built for it and no others", () => {
  const zones = [aZone("A"), aZone("B")];
  const facilities = [
    aFacility("F", { zone: "A", ...elderlyRooms(120.5) }),
    aFacility("G", { zone: "A", ...elderlyRooms(79.5) }),
    aFacility("H", elderlyRooms(500)),
  ];
  const { by, ledger } = handedOut("onsite", zones, facilities, [["B", "H"]]);
  expect(by).toEqual({ A: { F: 120.5, G: 79.5 } });
  expect(ledger.provided).toEqual<(Exact | undefined)[]>([exact(200), exact(0)]); // 120.5 + 79.5 = 200
});

test("rooms at a zone that nobody says whose they are it has perhaps, beside what a method gives it of them", () => {
  const zones = [aZone("A"), aZone("B", { at: east(400) }), aZone("N", { status: "new" })];
  const rooms = [aFacility("F", elderlyRooms(300))];
  const bounds = (name: keyof typeof method, links: Parameters<typeof handedOut>[3]) =>
    handedOut(name, zones, rooms, links).ledger.atMost;
  // F stands at A and at N, and not at B; a new zone uses nothing that it reaches
  expect(bounds("onsite", [])).toEqual([exact(300), undefined, exact(300)]);
  expect(bounds("catchment", [["B", "F"]])).toEqual([exact(300), undefined, exact(300)]);
  expect(bounds("catchment", [["A", "F"]])).toEqual([undefined, undefined, exact(300)]);
  const shared = handedOut("floating", zones, rooms, [
    ["A", "F"],
    ["B", "F"],
  ]);
  // 300 m² over 200 + 200 that are lacked: 150 each, and the other 150 are perhaps A's
  expect(shared.by).toEqual({ A: { F: 150 }, B: { F: 150 } });
  expect(shared.ledger.atMost).toEqual([exact(300), undefined, exact(300)]);
});

test("pooled rooms are shared out by households, exactly", () => {
  const zones = [aZone("A", { households: 500 }), aZone("B", { households: 1000 })];
  const pooling = { zones: ["B", "A"], approvedBy: "资规局", date: "2023-05-01" };
  const { ledger } = handedOut("onsite", zones, [
    aFacility("F", { zone: "A", pooling, ...elderlyRooms(400) }),
  ]);
  // 400 × 500 ÷ 1500 = 400/3 and 400 × 1000 ÷ 1500 = 800/3: nothing is lost by rounding
  expect(ledger.provided).toEqual([ratio(400n, 3n), ratio(800n, 3n)]);
});

test("a pool with a zone of unknown households gives nobody a certain amount", () => {
  const { households: _households, ...unknown } = aZone("B");
  const pooling = { zones: ["A", "B"], approvedBy: "资规局", date: "2023-05-01" };
  const { by, ledger } = handedOut(
    "onsite",
    [aZone("A"), unknown],
    [aFacility("F", { pooling, ...elderlyRooms(400) })],
  );
  expect(by).toEqual({});
  expect(ledger.atMost).toEqual([exact(400), exact(400)]);
});

test("of rooms pooled by an incomplete agreement the host has at least its part, others at most theirs", () => {
  const zones = [aZone("A", { households: 100 }), aZone("B", { households: 300 })];
  const rooms = (pooling: NonNullable<Facility["pooling"]>) =>
    handedOut("onsite", zones, [aFacility("F", { zone: "B", pooling, ...elderlyRooms(100) })]).ledger;
  for (const part of [
    { approvedBy: "资规局" },
    { date: "2023-05-01" },
    { approvedBy: " ", date: "2023-05-01" },
  ]) {
    const { provided, atMost } = rooms({ zones: ["A", "B"], ...part });
    expect(provided).toEqual([exact(0), exact(75)]);
    expect(atMost).toEqual([exact(25), exact(100)]);
  }
  // Whom it is shared with nobody says.
  const { provided, atMost } = rooms({ zones: [], approvedBy: "资规局", date: "2023-05-01" });
  expect([provided[1], atMost[1]]).toEqual([exact(0), exact(100)]);
});

test("rooms outside that one zone alone is said to pool give it no certain amount", () => {
  const pooling = { zones: ["A", "A"], approvedBy: "资规局", date: "2023-05-01" };
  const outside = handedOut("onsite", [aZone("A")], [aFacility("F", { pooling, ...elderlyRooms(400) })]);
  expect([outside.by, outside.ledger.atMost]).toEqual([{}, [exact(400)]]);
  const inside = aFacility("F", { zone: "A", pooling, ...elderlyRooms(400) });
  expect(handedOut("onsite", [aZone("A")], [inside]).ledger.provided).toEqual([exact(400)]);
});

test("pooled slots go by residents, pooled m² by households, where estates are not peopled alike", () => {
  // 100 and 300 households of 4 and 2 persons each: 400 and 600 residents.
  const zones = [
    aZone("A", { households: 100, residents: 400 }),
    aZone("B", { households: 300, residents: 600 }),
  ];
  const pooling = { zones: ["A", "B"], approvedBy: "资规局", date: "2023-05-01" };
  const facilities = [aFacility("F", { pooling, ...elderlyRooms(200) })];
  const question = questionOf(zones, facilities, []);
  const shareOf = (metric: SupplyQuestion["metric"]) => {
    const offer = ownOffer({ ...question, metric }, 0, 0);
    return offer && isSure(offer) ? offer.exact : undefined;
  };
  expect(shareOf("childcare_slots")).toEqual(exact(80));
  expect(shareOf("beds")).toEqual(exact(80));
  expect(shareOf("childcare_building_area")).toEqual(exact(50));
});

test("pooled slots go by residents; by households only where no zone states residents", () => {
  const pooling = { zones: ["A", "B"], approvedBy: "资规局", date: "2023-05-01" };
  const shareOfA = (a: number | undefined, b: number | undefined) => {
    const zones = [aZone("A", { households: 500 }), aZone("B", { households: 1500 })].map((zone, i) => {
      const { residents: _stated, ...rest } = zone;
      const residents = [a, b][i];
      return residents === undefined ? rest : { ...rest, residents };
    });
    const pool = tiesOf(zones, [aFacility("F", { pooling, slots: 20 })]).pools.get(0);
    return pool && poolShare(pool, 0, "residents");
  };
  expect(shareOfA(1000, 1000)).toEqual(ratio(1n, 2n)); // 1000 ÷ 2000
  expect(shareOfA(undefined, undefined)).toEqual(ratio(1n, 4n)); // 500 ÷ 2000
  expect(shareOfA(1000, undefined)).toBeUndefined();
});

test("a room of unstated size leaves its zone uncertain, not empty", () => {
  const { ledger } = handedOut("onsite", [aZone("A")], [aFacility("F", { zone: "A" })]);
  expect(ledger.provided).toEqual([exact(0)]);
  expect(ledger.atMost).toEqual(["unbounded"]);
});

test("catchment counts an open room in full for every zone that reaches it", () => {
  const facilities = [
    aFacility("F", elderlyRooms(300)),
    aFacility("G", { zone: "B", ...elderlyRooms(50) }),
    aFacility("H", { zone: "B", shared: true, ...elderlyRooms(40) }),
  ];
  const links = [
    ["A", "F"],
    ["B", "F"],
    ["A", "G"],
    ["A", "H"],
    ["B", "H"],
  ] as const;
  const { by } = handedOut("catchment", [aZone("A"), aZone("B")], facilities, links);
  // G is B's alone; B has it without reaching it
  expect(by).toEqual({ A: { F: 300, H: 40 }, B: { F: 300, G: 50, H: 40 } });
});

test("a new zone counts no room outside, by no method", () => {
  const zones = [aZone("A", { status: "new" })];
  for (const name of ["catchment", "floating"] as const) {
    expect(handedOut(name, zones, [aFacility("F", elderlyRooms(900))], [["A", "F"]]).by).toEqual({});
  }
});

test("floating shares a room in proportion to what is lacked, and sums the shares", () => {
  const zones = [aZone("A", { households: 500 }), aZone("B", { households: 1500 })];
  const facilities = [aFacility("F", elderlyRooms(200)), aFacility("G", elderlyRooms(90))];
  const { by, ledger } = handedOut("floating", zones, facilities, [
    ["A", "F"],
    ["B", "F"],
    ["B", "G"],
  ]);
  // needs 100 and 300. F: 200 × 100 ÷ 400 = 50 to A, 150 to B. G: 90 to B. B: 150 + 90 = 240
  expect(by).toEqual({ A: { F: 50 }, B: { F: 150, G: 90 } });
  expect(ledger.provided).toEqual([exact(50), exact(240)]);
});

test("floating serves a zone by its own rooms first and shares only what they leave open", () => {
  const zones = [aZone("A", { households: 500 }), aZone("B", { households: 1000 })];
  const facilities = [
    aFacility("F", { zone: "A", shared: true, ...elderlyRooms(160) }),
    aFacility("G", { zone: "B", ...elderlyRooms(150) }),
    aFacility("H", elderlyRooms(30)),
  ];
  const links = [
    ["A", "F"],
    ["B", "F"],
    ["A", "H"],
    ["B", "H"],
  ] as const;
  const { by } = handedOut("floating", zones, facilities, links);
  // A needs 100 and has it of F; 60 are left open. B lacks 200 − 150 = 50 and is the only one lacking: it gets both whole
  expect(by).toEqual({ A: { F: 100 }, B: { F: 60, G: 150, H: 30 } });
});

test("floating weighs a zone by the part of it that reaches the room", () => {
  const zones = [aZone("A"), aZone("B")];
  const { by } = handedOut(
    "floating",
    zones,
    [aFacility("F", elderlyRooms(150))],
    [
      ["A", "F", 0.5],
      ["B", "F"],
    ],
  );
  // 200 × 0.5 : 200 = 1 : 2 of 150
  expect(by).toEqual({ A: { F: 50 }, B: { F: 100 } });
});
