import { indexOfId } from "../core/base/order.ts";
import { normalisedName } from "../core/model/duplicates.ts";
import type { Facility } from "../core/model/facility.ts";
import type { ResidentialZone } from "../core/model/residential-zone.ts";

/**
 * Facilities with the zones that they name, of these zones; those that change, by id. Registers name a zone more often
 * than they give its id: a name that only one zone has becomes its id.
 *
 * `before`: the zones that the facilities were linked to, if others take their place. An id that now belongs to a zone
 * of another name is no link to it: the facility then goes to the zone of the old name, or to none, never to a stranger.
 */
export function linkedFacilities(
  facilities: readonly Facility[],
  zones: readonly ResidentialZone[],
  before: readonly ResidentialZone[] = [],
): ReadonlyMap<string, Facility> {
  const byName = idsByName(zones);
  const changed = new Map<string, Facility>();
  const linkOf = (written: string): string => {
    const [old, now] = [zoneOf(before, written), zoneOf(zones, written)];
    const oldName = normalisedName(old?.name ?? "");
    if (now && (oldName === "" || [oldName, ""].includes(normalisedName(now.name ?? "")))) return written;
    const name = oldName === "" ? normalisedName(written) : oldName;
    return byName.get(name) ?? (now ? (old?.name ?? written) : written);
  };
  for (const facility of facilities) {
    const { id, zone, pooling } = facility;
    if (zone === undefined && pooling === undefined) continue;
    const linked = {
      ...facility,
      ...(zone !== undefined && { zone: linkOf(zone) }),
      // Agreements give ids only: they are looked at again where other zones may have taken those.
      ...(pooling && before.length > 0 && { pooling: { ...pooling, zones: pooling.zones.map(linkOf) } }),
    };
    const same =
      linked.zone === zone && (linked.pooling?.zones ?? []).every((each, i) => each === pooling?.zones[i]);
    if (!same) changed.set(id, linked);
  }
  return changed;
}

function zoneOf(zones: readonly ResidentialZone[], id: string): ResidentialZone | undefined {
  const at = indexOfId(zones, id);
  return at < 0 ? undefined : zones[at];
}

/** Ids by normalised name; no id where several zones have the name. */
function idsByName(zones: readonly ResidentialZone[]): ReadonlyMap<string, string | undefined> {
  const byName = new Map<string, string | undefined>();
  for (const { id, name } of zones) {
    const key = normalisedName(name ?? "");
    if (key !== "") byName.set(key, byName.has(key) ? undefined : id);
  }
  return byName;
}
