import type { Offers } from "../analysis/offers.ts";
import type { Parameters } from "../analysis/parameters.ts";
import type { CountedOnce } from "../model/duplicates.ts";
import type { Project } from "../model/project.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { runningUnder } from "./running.ts";
import { type Territory, TIERS } from "./territory.ts";

/** What units are judged on. Packs by unit row; a unit that no pack holds for is not judged. */
export interface UnitQuestion {
  readonly project: Project;
  readonly territory: Territory;
  readonly packs: readonly (RulePack | undefined)[];
  readonly offersOf: (pack: RulePack) => Offers;
  /** Groups of facility rows that seem to be one place. */
  readonly duplicates: CountedOnce;
  readonly parameters: Parameters;
}

/** What lies in the units. */
export interface Holdings {
  /** Facility rows in a unit, ascending. */
  rowsOf(unit: number): Uint32Array;
  /** Bits of all facilities in a unit, taken together; `bits` are by facility row. */
  bitsOf(unit: number, bits: Uint32Array): number;
  /** By facility row: whether it runs under the pack, as in `runningUnder`. */
  running(pack: RulePack): Uint8Array;
}

export function holdingsOf(question: UnitQuestion): Holdings {
  const { territory, project, duplicates, parameters } = question;
  const starts = new Uint32Array(territory.units.length + 1);
  forEachLying(territory, project.facilities.length, (unit) => {
    starts[unit + 1] = (starts[unit + 1] as number) + 1;
  });
  for (let unit = 0; unit < territory.units.length; unit++) {
    starts[unit + 1] = (starts[unit + 1] as number) + (starts[unit] as number);
  }
  const rows = new Uint32Array(starts[territory.units.length] as number);
  const next = starts.slice();
  forEachLying(territory, project.facilities.length, (unit, facility) => {
    rows[next[unit] as number] = facility;
    next[unit] = (next[unit] as number) + 1;
  });
  const known = new Map<RulePack, Uint8Array>();
  return {
    rowsOf: (unit) => rows.subarray(starts[unit], starts[unit + 1]),
    bitsOf: (unit, bits) => {
      let all = 0;
      const end = starts[unit + 1] as number;
      for (let at = starts[unit] as number; at < end; at++) all |= bits[rows[at] as number] as number;
      return all;
    },
    running: (pack) => {
      const found = known.get(pack) ?? runningUnder(project.facilities, duplicates, pack, parameters);
      known.set(pack, found);
      return found;
    },
  };
}

function forEachLying(
  { facilityUnits }: Territory,
  facilityCount: number,
  visit: (unit: number, facility: number) => void,
): void {
  for (let facility = 0; facility < facilityCount; facility++) {
    for (let tier = 0; tier < TIERS; tier++) {
      const unit = facilityUnits[tier]?.[facility] ?? -1;
      if (unit >= 0) visit(unit, facility);
    }
  }
}
