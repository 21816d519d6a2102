import { type Issue, issue } from "../../base/issue.ts";
import { indexOfId } from "../../base/order.ts";
import { FACILITY_STATUSES, type Facility } from "../facility.ts";
import { isFacilityKind } from "../facility-kind.ts";
import type { Project } from "../project.ts";
import { countFaults } from "./count-faults.ts";
import type { FacilityChange } from "./facility-change.ts";

/** Why a facility cannot be as it is to be. Only what is changed is asked about: what was taken in before stands. */
export function facilityFaults(
  { zones }: Pick<Project, "zones">,
  before: Pick<Facility, "id"> & Partial<Facility>,
  change: FacilityChange,
): readonly Issue[] {
  const { id } = before;
  const { kind, status, at, zone, pooling, storey } = change;
  const faults: Issue[] = [];
  if (kind !== undefined && !isFacilityKind(kind))
    faults.push(issue("row.kind-unknown", "error", { kind: String(kind) }, { id }));
  if (status !== undefined && !(FACILITY_STATUSES as readonly string[]).includes(status))
    faults.push(
      issue("edit.unknown-status", "error", { status: String(status), words: FACILITY_STATUSES }, { id }),
    );
  if (at && !(Math.abs(at.lng) <= 180 && Math.abs(at.lat) <= 90))
    faults.push(issue("edit.no-place", "error", { lng: String(at.lng), lat: String(at.lat) }, { id }));
  for (const named of [...(zone === undefined ? [] : [zone]), ...(pooling?.zones ?? [])])
    if (indexOfId(zones, named) < 0) faults.push(issue("edit.unknown-zone", "error", { id: named }, { id }));
  const pools = "pooling" in change ? pooling : before.pooling;
  if (pools && before.zone !== undefined && "zone" in change && zone === undefined)
    faults.push(issue("edit.pooling-without-zone", "error", { zones: pools.zones }, { id }));
  const areas = [...(change.areas ?? []).map(({ area }) => area), change.totalArea, change.landArea];
  const counts = [change.slots, change.beds, change.nursingBeds, change.opens];
  faults.push(...countFaults(id, { amounts: [...areas, change.investment], counts }));
  if (storey !== undefined && !Number.isInteger(storey))
    faults.push(issue("edit.impossible-number", "error", { value: String(storey) }, { id }));
  return faults;
}
