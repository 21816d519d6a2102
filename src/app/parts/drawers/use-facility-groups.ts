import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import type { FormGroup } from "../../../ui/editing/form-fields.ts";
import { useWords } from "../../../ui/words.ts";
import { facilityGroupsOf } from "../../derived/facility-groups.ts";

/** The fields of a facility with what can be chosen in them. */
export function useFacilityGroups(zones: ProjectView["zones"], isNew: boolean): readonly FormGroup[] {
  const { t, text } = useWords();
  return useMemo(() => facilityGroupsOf({ t, text }, zones, isNew), [zones, isNew, t, text]);
}
