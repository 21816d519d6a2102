import fc from "fast-check";
import { sortedById } from "../../src/core/base/order.ts";
import { pointInside } from "../../src/core/geo/ring.ts";
import type { AdminUnit } from "../../src/core/model/admin-unit.ts";
import { ADMIN_LEVELS } from "../../src/core/model/admin-unit.ts";
import { CHECK_STATUSES } from "../../src/core/model/check-status.ts";
import { FACILITY_CELLS, FACILITY_STATUSES, type Facility } from "../../src/core/model/facility.ts";
import { FACILITY_KINDS } from "../../src/core/model/facility-kind.ts";
import type { Project } from "../../src/core/model/project.ts";
import { type ResidentialZone, ZONE_CELLS, ZONE_STAGES } from "../../src/core/model/residential-zone.ts";
import { type CandidateSite, FIRE_CLASSES, SITE_WAYS } from "../../src/core/model/site.ts";
import { aProject, east } from "./rows.ts";

/**
 * Projects of all that a column can hold: every kind, status, flag and doubt, and text that a spreadsheet would run, that
 * no old encoding has, with quotes and line ends. Of what has no column there is nothing.
 */
export const exportedProject: fc.Arbitrary<Project> = fc
  .record({
    zones: fc.uniqueArray(lazily(zone), { minLength: 1, maxLength: 6, selector: ({ id }) => id }),
    facilities: fc.uniqueArray(lazily(facility), { minLength: 1, maxLength: 6, selector: ({ id }) => id }),
    units: fc.uniqueArray(lazily(unit), { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
    sites: fc.uniqueArray(lazily(site), { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
  })
  .map(({ zones, facilities, units, sites }) => {
    // Else nobody could tell of a layer what its rows are.
    const [first, ...others] = zones as [ResidentialZone, ...ResidentialZone[]];
    const [one, ...more] = sites as [CandidateSite, ...CandidateSite[]];
    return aProject([{ ...first, households: 100 }, ...others], facilities.map(withoutForeign(zones)), {
      units: sortedById(units),
      sites: sortedById([{ ...one, usableArea: 12.5 }, ...more]),
    });
  });

/** Text as it comes out of an import: without room at its ends. */
const word: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      ...[
        "",
        "=",
        "+",
        "-",
        "@",
        "'",
        "'=",
        "''@",
        '"',
        "=1+cmd|' /C calc'!A0",
        "－",
        "0",
        "_x0041_",
        "\u0001",
      ],
    ),
    fc.string({
      unit: fc.constantFrom(
        ...["湖", "滨", "𠮷", "㐀", "a", "7", ",", ";", "\t", '"', "'", " ", "=", "\n", "é", "😀"],
      ),
      maxLength: 8,
    }),
  )
  .map(([start, rest]) => `${start}${rest}`.trim())
  .filter((text) => text !== "");

/** No list in one cell takes it apart. */
const id: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "=", "@", "-", "'", "00", "é"), fc.nat(999), fc.constantFrom("", "号", "x"))
  .map(([start, number, end]) => `${start}${number}${end}`);

const amount = fc.nat(9_999_999).map((cents) => cents / 100);
const count = fc.nat(100_000);
const day = fc
  .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 10, max: 12 }))
  .map(([year, month]) => `${year}-${month}-15`);
const place = fc
  .tuple(fc.integer({ min: 0, max: 25_000 }), fc.integer({ min: 0, max: 25_000 }))
  .map(([x, y]) => rounded(east(x / 10, y / 10)));

function rounded({ lng, lat }: { readonly lng: number; readonly lat: number }) {
  return { lng: Number(lng.toFixed(8)), lat: Number(lat.toFixed(8)) };
}

/** A square, in half of the cases with a hole, and in some a second one apart. */
const shape = fc
  .record({
    x: fc.nat(2000),
    y: fc.nat(2000),
    side: fc.integer({ min: 60, max: 300 }),
    hole: fc.boolean(),
    two: fc.boolean(),
  })
  .map(({ x, y, side, hole, two }) => {
    const corner = (dx: number, dy: number) => rounded(east(x + dx, y + dy));
    const outer = [corner(0, 0), corner(side, 0), corner(side, side), corner(0, side)];
    const inner = [corner(20, 20), corner(20, 40), corner(40, 40), corner(40, 20)];
    const other = [corner(-90, 0), corner(-30, 0), corner(-30, 50)];
    return [hole ? ([outer, inner] as const) : ([outer] as const), ...(two ? ([[other]] as const) : [])];
  });

function zone(): fc.Arbitrary<ResidentialZone> {
  return fc
    .record(
      {
        id,
        name: word,
        status: fc.constantFrom("new" as const, "existing" as const),
        oldEstate: fc.boolean(),
        inRenewal: fc.boolean(),
        drawn: fc.oneof(shape, place),
        households: count,
        residents: count,
        residentsBasis: fc.constantFrom("resident" as const, "hukou" as const, "planned" as const),
        elderly60: count,
        under3: count,
        residentialArea: amount,
        stage: fc.constantFrom(...ZONE_STAGES),
        grantDate: day,
        adminCode: fc.constantFrom("320302", "320302001", "320302001001"),
        district: word,
        street: word,
        community: word,
        pack: fc.constantFrom("xuzhou-2022", "sucheng-2023"),
        remediationStartDate: day,
        source: word,
        date: day,
        checked: fc.constantFrom(...CHECK_STATUSES),
        unread: fc.subarray([...ZONE_CELLS], { minLength: 1 }),
      },
      { requiredKeys: ["id"] },
    )
    .map(({ drawn, unread, ...row }) => {
      const doubtful = without(row, unread ?? []);
      const known = unread === undefined ? doubtful : { ...doubtful, unread };
      if (drawn === undefined) return known;
      if (!Array.isArray(drawn)) return { ...known, at: drawn };
      const at = pointInside(drawn);
      return { ...known, shape: drawn, ...(at && { at }) };
    });
}

function facility(): fc.Arbitrary<Facility> {
  return fc
    .record(
      {
        id,
        kind: fc.constantFrom(...FACILITY_KINDS),
        name: word,
        status: fc.constantFrom(...FACILITY_STATUSES),
        at: place,
        address: word,
        adminCode: fc.constantFrom("320302", "320302001"),
        street: word,
        community: word,
        rooms: fc.record({ elderly: amount, childcare: amount, community: amount }, { requiredKeys: [] }),
        totalArea: amount,
        landArea: amount,
        slots: count,
        beds: count,
        nursingBeds: count,
        storey: fc.integer({ min: -3, max: 30 }),
        denseArea: fc.boolean(),
        fireCompliant: fc.boolean(),
        registered: fc.boolean(),
        inclusive: fc.boolean(),
        zone: id,
        shared: fc.boolean(),
        pooling: fc.record({ zones: fc.constantFrom(["1", "2"], ["Z7"]), approvedBy: word, date: day }),
        investment: amount,
        opens: fc.integer({ min: 1990, max: 2100 }),
        phone: word,
        hours: word,
        source: word,
        date: day,
        checked: fc.constantFrom(...CHECK_STATUSES),
        unread: fc.subarray([...FACILITY_CELLS], { minLength: 1 }),
      },
      { requiredKeys: ["id", "kind"] },
    )
    .map(({ rooms = {}, unread, pooling, ...row }) => {
      const doubts = new Set<string>(unread);
      const areas = (["elderly", "childcare", "community"] as const).flatMap((subject) => {
        const area = rooms[subject];
        return area === undefined || doubts.has(`${subject}Area`) ? [] : [{ subject, area }];
      });
      const dated = doubts.has("pooling") ? pooling && without(pooling, ["date"]) : pooling;
      return {
        ...without(row, unread ?? []),
        areas,
        ...(dated && { pooling: dated }),
        ...(unread && { unread }),
      };
    });
}

function unit(): fc.Arbitrary<AdminUnit> {
  return fc.record(
    {
      id: fc.constantFrom("320300", "320302", "320302001", "320302001001", "320302001002"),
      name: word,
      level: fc.constantFrom(...ADMIN_LEVELS),
      parent: fc.constantFrom("320300", "320302"),
      urban: fc.boolean(),
      shape,
      population: fc.record(
        { residents: count, hukou: count, elderly60: count, households: count, source: word },
        { requiredKeys: ["residents"] },
      ),
    },
    { requiredKeys: ["id", "name", "level"] },
  );
}

function site(): fc.Arbitrary<CandidateSite> {
  return fc.record(
    {
      id,
      at: place,
      name: word,
      kind: fc.constantFrom("vacant_land" as const, "school" as const, "other" as const),
      usableArea: amount,
      landArea: amount,
      storey: fc.integer({ min: -3, max: 30 }),
      titleCertificate: fc.boolean(),
      expropriationListed: fc.boolean(),
      cost: amount,
      owner: word,
      ways: fc.uniqueArray(fc.constantFrom(...SITE_WAYS), { minLength: 1 }),
      enlarges: id,
      zone: id,
      fireClass: fc.constantFrom(...FIRE_CLASSES),
      fireCompliant: fc.boolean(),
      denseArea: fc.boolean(),
      yearlyCost: amount,
      earliest: fc.integer({ min: 1990, max: 2100 }),
      usableYears: fc.integer({ min: 0, max: 50 }),
    },
    { requiredKeys: ["id", "at"] },
  );
}

/** A zone that is named and is not there might be taken for one of that name. */
function withoutForeign(zones: readonly ResidentialZone[]): (row: Facility) => Facility {
  const known = new Set(zones.map((each) => each.id));
  return (row) => (row.zone === undefined || known.has(row.zone) ? row : without(row, ["zone"]));
}

function without<Row extends object>(row: Row, members: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !members.includes(name))) as Row;
}

function lazily<T>(of: () => fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.constant(undefined).chain(of);
}
