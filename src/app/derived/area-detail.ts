import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { SHORTNESS, type Shortness } from "../../core/analysis/allocation-findings.ts";
import type { AreaDetail } from "../../ui/areas/area-facts.ts";
import { type AreaPlace, areaAt, facilitiesIn, levelAt, shortageAt, zonesIn } from "./area-facts.ts";
import { rowName } from "./row-name.ts";

/** All that is known of a 片区. */
export function areaDetail(
  { zones, facilities }: Pick<ProjectView, "zones" | "facilities">,
  results: AnalysisView,
  { of, number, certificate }: AreaPlace,
): AreaDetail {
  const { needs, shortness } = of.zones;
  const { capacity, load, reserved } = of.facilities;
  const share = (level: number) => of.levels[level] as number;
  const rows = facilitiesIn(of, certificate);
  return {
    facts: areaAt(zones, results, of, certificate, number),
    held: Array.from(rows, (row) => capacity[row] as number).reduce((sum, amount) => sum + amount, 0),
    reserved: of.certificates.reserved[certificate] as number,
    cores: coresOf(of, certificate).map((at) => ({
      ...shortageAt(of, at),
      share: share(of.certificates.level[at] as number),
    })),
    zones: Array.from(zonesIn(of, certificate))
      .sort((a, b) => levelAt(of, a) - levelAt(of, b) || (needs[b] as number) - (needs[a] as number))
      .map((row) => ({
        id: zones.ids[row] ?? "",
        name: rowName(zones, row),
        need: needs[row] as number,
        served: (needs[row] as number) * share(levelAt(of, row)),
        share: share(levelAt(of, row)),
        shortness: SHORTNESS[shortness[row] as number] as Shortness,
      })),
    facilities: Array.from(rows)
      .sort((a, b) => (capacity[b] as number) - (capacity[a] as number))
      .map((row) => ({
        id: facilities.ids[row] ?? "",
        name: rowName(facilities, row),
        kind: facilities.kinds[row] ?? "",
        capacity: capacity[row] as number,
        load: load[row] as number,
        reserved: reserved[row] as number,
      })),
  };
}

/** Places of the certificates within another, which come by share: a certificate lies in it as a whole or not at all. */
function coresOf(of: AreaPlace["of"], certificate: number): readonly number[] {
  const members = new Set(zonesIn(of, certificate));
  const { level, maximal } = of.certificates;
  return Array.from(level.keys()).filter(
    (at) => maximal[at] === 0 && members.has(zonesIn(of, at)[0] as number),
  );
}
