import type { AnalysisView, ProjectView, WalksFound } from "../../../workers/protocol.ts";
import { limitOf, type Parameters, type ReachMode } from "../../core/analysis/parameters.ts";
import type { WalkFindings } from "../../core/analysis/walk-findings.ts";
import { CARE_SUBJECTS, type CareSubject } from "../../core/model/facility-kind.ts";
import { NO_FACILITY } from "../../core/spatial/reach-table.ts";
import { counted } from "../../i18n/numbers.ts";
import type { NearestCare } from "../../ui/evidence/ZoneEvidencePanel.tsx";
import { apartWords } from "../../ui/marks/apart-words.ts";
import { speedWords } from "../../ui/marks/speed-words.ts";
import type { Speech } from "../../ui/words.ts";
import { rowName } from "./row-name.ts";

/** What stands below the name of a zone: street, new or existing, people; `undefined` where not known. */
export function zoneAside(
  { streets, status, households, residents }: ProjectView["zones"],
  row: number,
  t: Speech["t"],
): readonly (string | undefined)[] {
  const of = status[row];
  return [
    streets[row],
    of && t(`judging.zoneStatus.${of}`),
    people(households[row], (number) => t("evidence.households", number)),
    people(residents[row], (number) => t("evidence.residents", number)),
  ];
}

/** A count in words; nothing where it is unknown. */
export function people(
  count: number | undefined,
  words: (number: ReturnType<typeof counted>) => string,
): string | undefined {
  return count === undefined || Number.isNaN(count) ? undefined : words(counted(count));
}

/** The nearest care of each subject, by the walk that decides for it. */
export function nearestCare(
  { facilities }: ProjectView,
  results: AnalysisView,
  parameters: Pick<Parameters, "limits" | "decides">,
  row: number,
): NearestCare[] {
  return CARE_SUBJECTS.map((subject) => {
    const { nearest, metres, choices, covered } = results.zones.bySubject[subject];
    const at = nearest[row] ?? NO_FACILITY;
    return {
      subject,
      facility:
        at === NO_FACILITY ? undefined : { id: facilities.ids[at] ?? "", name: rowName(facilities, at) },
      metres: metres[row] ?? Number.POSITIVE_INFINITY,
      limit: limitOf(parameters, subject),
      choices: choices[row] ?? 0,
      covered: covered[row] ?? Number.NaN,
    };
  });
}

/** What else is known of the walks of a zone, by subject. */
export function walkRemarks(
  { elderly, childcare }: WalksFound,
  row: number,
  view: Pick<ProjectView, "facilities" | "ways">,
  reach: ReachMode,
  t: Speech["t"],
): Readonly<Record<CareSubject, readonly string[]>> {
  const remarks = (of: WalkFindings) => remarksOn(of, row, view, reach, t);
  return { elderly: remarks(elderly), childcare: remarks(childcare) };
}

/** How fast one must be, where the circle is wrong, what the data leave open. */
function remarksOn(
  { profile, needed, circle, atEdge }: WalkFindings,
  row: number,
  { facilities, ways }: Pick<ProjectView, "facilities" | "ways">,
  reach: ReachMode,
  t: Speech["t"],
): readonly string[] {
  const { part, whole } = needed[profile];
  const words = speedWords(part[row] ?? Number.NaN, whole[row] ?? Number.NaN, t);
  // Beside what is said of streets, it is said what a speed is of.
  const speed = words && reach === "straight" && ways > 0 ? t("walks.straight", { words }) : words;
  const apart = circle?.apart.find(({ zone }) => zone === row);
  const toward = apart && t("walks.toward", { facility: rowName(facilities, apart.facility) });
  return [
    ...(speed ? [speed] : []),
    ...(apart ? [`${toward}${t("walks.colon")}${apartWords(apart, t)}`] : []),
    ...(atEdge[row] === 1 ? [t("walks.edgeZone")] : []),
  ];
}
