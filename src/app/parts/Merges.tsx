import { lazy, Suspense } from "react";
import { useMerging } from "../state/merging.ts";

const Arrival = lazy(async () => ({ default: (await import("./Arrival.tsx")).Arrival }));
const MergeDialog = lazy(async () => ({ default: (await import("./MergeDialog.tsx")).MergeDialog }));

/** A project file that came while a project is open, and the merge that may come of it; loaded when one comes. */
export function Merges() {
  const { arrived, merging } = useMerging();
  return (
    <Suspense>
      {arrived && <Arrival of={arrived} />}
      {merging && <MergeDialog of={merging} />}
    </Suspense>
  );
}
