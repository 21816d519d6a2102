import { NO_PACK, type ZonePacks } from "../analysis/zone-packs.ts";
import { liesIn } from "../standards/admin-code.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Territory } from "./territory.ts";

/**
 * By which pack each unit is judged, of those in use: the one that most of its zones are judged by, the first of
 * equals; of a unit without zones the one that holds at its code.
 */
export function unitPacks(territory: Territory, { packs, of }: ZonePacks): readonly (RulePack | undefined)[] {
  const width = packs.length;
  const counts = new Uint32Array(territory.units.length * width);
  for (const column of territory.zoneUnits) {
    for (let zone = 0; zone < column.length; zone++) {
      const unit = column[zone] as number;
      const pack = of[zone] as number;
      if (unit < 0 || pack === NO_PACK) continue;
      counts[unit * width + pack] = (counts[unit * width + pack] as number) + 1;
    }
  }
  return territory.units.map(({ unit }, row) => {
    let most = -1;
    let count = 0;
    for (let pack = 0; pack < width; pack++) {
      const held = counts[row * width + pack] as number;
      if (held > count) [most, count] = [pack, held];
    }
    if (most >= 0) return packs[most]?.pack;
    return packs.find(({ pack }) => pack.adminCodes.some((place) => liesIn(unit, place)))?.pack;
  });
}
