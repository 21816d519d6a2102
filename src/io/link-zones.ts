import { issue } from "../core/base/issue.ts";
import { normalisedName } from "../core/model/duplicates.ts";
import type { Facility } from "../core/model/facility.ts";
import type { ResidentialZone } from "../core/model/residential-zone.ts";
import type { Gathered } from "./row-account.ts";

/** Registers name the zone of a facility more often than they give its id: a name that only one zone has becomes its id. */
export function linkZones(facilities: Gathered<Facility>, zones: Gathered<ResidentialZone>): void {
  const unknown = facilities.rows().filter(({ zone }) => zone !== undefined && !zones.get(zone));
  if (unknown.length === 0) return;
  const byName = new Map<string, string | undefined>();
  for (const { id, name } of zones.rows()) {
    const key = name === undefined ? "" : normalisedName(name);
    if (key !== "") byName.set(key, byName.has(key) ? undefined : id);
  }
  for (const facility of unknown) {
    const { id, zone: written = "" } = facility;
    const zone = byName.get(normalisedName(written));
    const taken = facilities.get(id);
    if (zone === undefined || taken === undefined) continue;
    facilities.replace(id, { ...facility, zone });
    const { account, row } = taken;
    account.fates.set(row, "repaired");
    const place = { file: account.file, row, column: account.headings.get("zone") ?? "zone", id };
    account.issues.push(issue("value.repaired", "repaired", { before: written, after: zone }, place));
  }
}
