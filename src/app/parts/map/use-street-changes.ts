import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import type { DrawnStreet } from "../../../map/columns.ts";
import { usePlacing } from "../../state/placing.ts";

/** Streets that are changed, and what is asked about: found, or drawn so far. */
export function useStreetChanges({ streetChanges }: ProjectView): readonly DrawnStreet[] {
  const street = usePlacing((placing) => placing.street);
  return useMemo(() => {
    const changed = streetChanges.map(({ change: { kind }, line }): DrawnStreet => ({ kind, line }));
    const line = street?.kind === "add" ? street.line : street?.found?.line;
    return line ? [...changed, { kind: "asked", line }] : changed;
  }, [streetChanges, street]);
}
