import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { FACILITY_STATUSES } from "../../../core/model/facility.ts";
import { type FormGroup, facilityGroups } from "../../../ui/editing/form-fields.ts";
import { useWords } from "../../../ui/words.ts";
import { rowName } from "../../derived/row-name.ts";
import { kindNames } from "../../standards.ts";

/** The fields of a facility with what can be chosen in them. */
export function useFacilityGroups(zones: ProjectView["zones"], isNew: boolean): readonly FormGroup[] {
  const { t, text } = useWords();
  return useMemo(
    () =>
      facilityGroups(
        t,
        {
          kinds: kindNames(text).map(({ code, name }) => ({ value: code, label: name })),
          statuses: FACILITY_STATUSES.map((value) => ({
            value,
            label: t(`judging.facilityStatus.${value}`),
          })),
          zones: zones.ids.map((value, row) => {
            const name = rowName(zones, row);
            return { value, label: name === value ? value : `${name} · ${value}` };
          }),
        },
        isNew,
      ),
    [zones, isNew, t, text],
  );
}
