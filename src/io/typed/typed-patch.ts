import { issue } from "../../core/base/issue.ts";
import { indexOfId } from "../../core/base/order.ts";
import { type Outcome, refused } from "../../core/base/outcome.ts";
import { changeFacility } from "../../core/model/edits/change-facility.ts";
import { changeZone } from "../../core/model/edits/change-zone.ts";
import type { Facility } from "../../core/model/facility.ts";
import type { Patch } from "../../core/model/patch.ts";
import type { Project } from "../../core/model/project.ts";
import type { ResidentialZone } from "../../core/model/residential-zone.ts";
import { type FacilityField, typedChange, writtenFacility } from "./typed-facility.ts";
import type { Typed, WrittenRow } from "./typed-row.ts";
import { typedZoneChange, writtenZone, type ZoneField } from "./typed-zone.ts";

/** A row of the tables that can be typed into. */
export interface TypedRow {
  readonly table: TypedTable;
  readonly id: string;
}

export type TypedTable = "facilities" | "zones";

/** The patch that makes a row say what was typed. Refused where it cannot be read, the row cannot be so, or is so already. */
export function typedPatch(project: Project, { table, id }: TypedRow, typed: Typed): Outcome<Patch> {
  if (table === "facilities") {
    const before = facilityOf(project, id);
    if (before === undefined) return unknownRow({ table, id });
    const read = typedChange(before, typed as Typed<FacilityField>);
    return read.ok ? changeFacility(project, { id, change: read.value }) : read;
  }
  const before = zoneOf(project, id);
  if (before === undefined) return unknownRow({ table, id });
  const read = typedZoneChange(before, typed as Typed<ZoneField>);
  return read.ok ? changeZone(project, { id, change: read.value }) : read;
}

/** A row as texts; `undefined` if there is none of that id. */
export function writtenIn(project: Project, { table, id }: TypedRow): WrittenRow | undefined {
  if (table === "facilities") {
    const facility = facilityOf(project, id);
    return facility && writtenFacility(facility);
  }
  const zone = zoneOf(project, id);
  return zone && writtenZone(zone);
}

export function unknownRow({ table, id }: TypedRow): Outcome<never> {
  const code = table === "facilities" ? "edit.unknown-facility" : "edit.unknown-zone";
  return refused(issue(code, "error", { id }, { id }));
}

function facilityOf({ facilities }: Project, id: string): Facility | undefined {
  return facilities[indexOfId(facilities, id)];
}

function zoneOf({ zones }: Project, id: string): ResidentialZone | undefined {
  return zones[indexOfId(zones, id)];
}
