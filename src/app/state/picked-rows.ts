import { useMemo } from "react";
import type { ProjectView } from "../../../workers/protocol.ts";
import { useSession } from "./session.ts";

/** The zones that are picked, by row, ascending; those no longer in the document are left out. */
export function usePickedRows(ids: ProjectView["zones"]["ids"]): readonly number[] {
  const picked = useSession((session) => session.picked);
  return useMemo(
    () => (picked.size === 0 ? NONE : ids.flatMap((id, row) => (picked.has(id) ? [row] : []))),
    [ids, picked],
  );
}

const NONE: readonly number[] = [];
