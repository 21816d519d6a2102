import type { ProjectView } from "../../../workers/protocol.ts";
import { FACILITY_STATUSES } from "../../core/model/facility.ts";
import { type FormGroup, facilityGroups } from "../../ui/editing/form-fields.ts";
import type { Speech } from "../../ui/words.ts";
import { kindNames } from "../standards.ts";
import { rowChoices } from "./row-choices.ts";

/** The fields of a facility with what can be chosen in them. */
export function facilityGroupsOf(
  { t, text }: Pick<Speech, "t" | "text">,
  zones: Pick<ProjectView["zones"], "ids" | "names">,
  isNew: boolean,
): readonly FormGroup[] {
  return facilityGroups(
    t,
    {
      kinds: kindNames(text).map(({ code, name }) => ({ value: code, label: name })),
      statuses: FACILITY_STATUSES.map((value) => ({
        value,
        label: t(`judging.facilityStatus.${value}`),
      })),
      zones: rowChoices(zones),
    },
    isNew,
  );
}
