import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { limitOf, type Parameters } from "../../core/analysis/parameters.ts";
import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import { NO_FACILITY } from "../../core/spatial/reach-table.ts";
import { counted } from "../../i18n/numbers.ts";
import type { NearestCare } from "../../ui/evidence/ZoneEvidencePanel.tsx";
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
