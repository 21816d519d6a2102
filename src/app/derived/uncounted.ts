import type { Edit } from "../../../workers/edit.ts";
import type { ProjectView } from "../../../workers/protocol.ts";
import type { FacilityStatus } from "../../core/model/facility.ts";

export type UncountedStatus = FacilityStatus | "unknown";

/**
 * The status by which the facility that an edit is about serves nobody before and after it, given those that count;
 * `undefined` where its status is no reason for that, or the edit is about no facility.
 */
export function uncountedStatus(
  edit: Edit,
  { ids, statuses }: Pick<ProjectView["facilities"], "ids" | "statuses">,
  counted: ReadonlySet<string>,
): UncountedStatus | undefined {
  const statusOf = (id: string) => statuses[ids.indexOf(id)] ?? "unknown";
  const said = (() => {
    switch (edit.kind) {
      case "add-facility":
        return [edit.typed.status?.trim() || "unknown"];
      case "change-facility":
        return [statusOf(edit.id), edit.typed.status?.trim() || statusOf(edit.id)];
      case "move-facility":
      case "close-facility":
      case "delete-facility":
        return [statusOf(edit.id)];
      default:
        return [];
    }
  })();
  return said.some((status) => counted.has(status))
    ? undefined
    : (said.at(-1) as UncountedStatus | undefined);
}
