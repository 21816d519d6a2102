import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import type { ZoneFacts } from "../../ui/tables/facts.ts";
import { keptZones, type ZoneFilter } from "../../ui/tables/zone-filter.ts";
import { zoneFacts } from "../derived/facts.ts";
import { useDrawnResults } from "./drawn-results.ts";
import { useSession } from "./session.ts";

interface ListedZones {
  readonly facts: ZoneFacts;
  /** 1 by row for those the filter keeps; `undefined` where it keeps all. */
  readonly kept: Uint8Array | undefined;
}

/** The zones as they are listed and drawn: worked out once for the list and the map. */
export function useListedZones(zones: ProjectView["zones"]): ListedZones {
  const results = useDrawnResults();
  const filter = useSession((session) => session.zoneFilter);
  return listed(zones, results, filter);
}

let last: { readonly asked: Asked; readonly zones: ListedZones } | undefined;
type Asked = readonly [ProjectView["zones"], AnalysisView | undefined, ZoneFilter];

function listed(...asked: Asked): ListedZones {
  if (last && asked.every((one, i) => one === last?.asked[i])) return last.zones;
  const [zones, results, filter] = asked;
  const same = last?.asked[0] === zones && last.asked[1] === results;
  const facts = same && last ? last.zones.facts : zoneFacts(zones, results);
  last = { asked, zones: { facts, kept: keptZones(facts, filter) } };
  return last.zones;
}
