import { type ComponentProps, lazy, Suspense } from "react";
import { useSession } from "../../state/session.ts";
import type { PlannedHere as Planned } from "./PlannedHere.tsx";

const PlannedHere = lazy(async () => ({ default: (await import("./PlannedHere.tsx")).PlannedHere }));

/** What a plan does at a row, where plans are looked at. */
export function PlanAt(props: ComponentProps<typeof Planned>) {
  const looking = useSession(({ tab }) => tab === "plans");
  return (
    looking && (
      <Suspense>
        <PlannedHere {...props} />
      </Suspense>
    )
  );
}
