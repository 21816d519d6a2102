import { indexOfId } from "../core/base/order.ts";
import { normalisedName } from "../core/model/duplicates.ts";
import type { Facility } from "../core/model/facility.ts";
import type { ResidentialZone } from "../core/model/residential-zone.ts";
import { namesakesAmong } from "../core/model/zones-by-name.ts";

/**
 * Facilities with the zones that they name, of these zones; those that change, by id. Registers name a zone more often
 * than they give its id: a name that only one zone has, or only one in the facility's street, becomes its id.
 *
 * `before`: the zones that the facilities were linked to, if others take their place. An id that now belongs to a zone
 * of another name is no link to it: the facility then goes to the zone of the old name, or to none, never to a stranger.
 */
export function linkedFacilities(
  facilities: readonly Facility[],
  zones: readonly ResidentialZone[],
  before: readonly ResidentialZone[] = [],
): ReadonlyMap<string, Facility> {
  const called = namesakesAmong(zones);
  const changed = new Map<string, Facility>();
  const linkOf = (written: string, street: string | undefined): string => {
    const [old, now] = [zoneOf(before, written), zoneOf(zones, written)];
    const oldName = normalisedName(old?.name ?? "");
    if (now && (oldName === "" || [oldName, ""].includes(normalisedName(now.name ?? "")))) return written;
    const name = oldName === "" ? written : oldName;
    return idOfOnly(called(name), street) ?? (now ? (old?.name ?? written) : written);
  };
  for (const facility of facilities) {
    const { id, zone, pooling, street } = facility;
    if (zone === undefined && pooling === undefined) continue;
    const linked = {
      ...facility,
      ...(zone !== undefined && { zone: linkOf(zone, street) }),
      // Agreements give ids only: they are looked at again where other zones may have taken those.
      ...(pooling &&
        before.length > 0 && {
          pooling: { ...pooling, zones: pooling.zones.map((each) => linkOf(each, street)) },
        }),
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

/** The only one of these zones, or the only one in the street. */
function idOfOnly(zones: readonly ResidentialZone[], street: string | undefined): string | undefined {
  const here =
    zones.length > 1 ? zones.filter((zone) => street !== undefined && zone.street === street) : zones;
  return here.length === 1 ? here[0]?.id : undefined;
}
