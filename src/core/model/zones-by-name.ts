import { normalisedName } from "./duplicates.ts";
import type { ResidentialZone } from "./residential-zone.ts";

/** What gives the zones of a name, as it is compared, in order; none has an empty one. Sorts them when first asked. */
export function namesakesAmong(
  zones: readonly ResidentialZone[],
): (name: string) => readonly ResidentialZone[] {
  let byName: ReadonlyMap<string, readonly ResidentialZone[]> | undefined;
  return (name) => {
    byName ??= zonesByName(zones);
    return byName.get(normalisedName(name)) ?? [];
  };
}

function zonesByName(zones: readonly ResidentialZone[]): ReadonlyMap<string, readonly ResidentialZone[]> {
  const byName = new Map<string, ResidentialZone[]>();
  for (const zone of zones) {
    const key = normalisedName(zone.name ?? "");
    const others = byName.get(key);
    if (others) others.push(zone);
    else if (key !== "") byName.set(key, [zone]);
  }
  return byName;
}
