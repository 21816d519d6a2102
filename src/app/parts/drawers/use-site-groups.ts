import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import type { FormGroup } from "../../../ui/editing/form-fields.ts";
import { siteGroups } from "../../../ui/editing/site-fields.ts";
import { useWords } from "../../../ui/words.ts";
import { rowChoices } from "../../derived/row-choices.ts";

/** The fields of a candidate site with what can be chosen in them. */
export function useSiteGroups(
  { facilities, zones }: Pick<ProjectView, "facilities" | "zones">,
  isNew: boolean,
): readonly FormGroup[] {
  const { t } = useWords();
  return useMemo(
    () => siteGroups(t, { facilities: rowChoices(facilities), zones: rowChoices(zones) }, isNew),
    [t, facilities, zones, isNew],
  );
}
