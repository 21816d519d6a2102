import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import type { Parameters } from "../../core/analysis/parameters.ts";

/** What keeps a result from saying more, and of how many zones or facilities. */
export interface HintFact {
  readonly about: "noFacilities" | "noPeople" | "noPack" | "onsite";
  readonly count: number;
}

/** Told where it holds for most zones; single ones are among the remarks on the data. */
export function hintsOn(
  { zones, facilities }: ProjectView,
  results: AnalysisView,
  { supply }: Parameters,
): readonly HintFact[] {
  const { length: count } = zones.ids;
  if (count === 0) return [];
  if (facilities.ids.length === 0) return [{ about: "noFacilities", count: 0 }];
  const most = count / 2;
  const { fail } = results.headline.verdicts;
  const found: HintFact[] = [
    { about: "noPeople", count: zonesWithoutPeople(zones) },
    { about: "noPack", count: zonesWithoutPack(results) },
  ];
  const hints = found.filter((hint) => hint.count > most);
  if (hints.length > 0 || supply !== "onsite" || fail <= most) return hints;
  const aside = walkableButUncounted(results);
  return aside > 0 ? [{ about: "onsite", count: aside }] : [];
}

function zonesWithoutPeople({ households, residents }: ProjectView["zones"]): number {
  let count = 0;
  for (let row = 0; row < households.length; row++)
    if (Number.isNaN(households[row]) && Number.isNaN(residents[row])) count++;
  return count;
}

function zonesWithoutPack({ issues }: AnalysisView): number {
  const issue = issues.find(({ code }) => code === "analysis.zones-without-pack");
  return issue?.code === "analysis.zones-without-pack" ? issue.facts.zones : 0;
}

/** Facilities with rooms that count, in reach of some zone and given to none. */
function walkableButUncounted({ facilities }: AnalysisView): number {
  const given = new Set<number>();
  const idle = new Set<number>();
  facilities.rows.forEach((facility, i) => {
    if (!((facilities.capacity[i] ?? 0) > 0)) return;
    if ((facilities.load[i] ?? 0) > 0) given.add(facility);
    else if ((facilities.reachedZones[i] ?? 0) > 0) idle.add(facility);
  });
  return [...idle].filter((facility) => !given.has(facility)).length;
}
