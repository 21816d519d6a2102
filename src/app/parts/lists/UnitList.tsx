import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { UnitTable } from "../../../ui/tables/UnitTable.tsx";
import { tiersOf, unitFacts } from "../../derived/facts.ts";
import { useDrawnResults } from "../../state/drawn-results.ts";
import { hover, select, useSession } from "../../state/session.ts";
import { useSelected, useTaking } from "./list-state.ts";

/** Units of one level, with what they lack. */
export function UnitList({ zones }: { readonly zones: ProjectView["zones"] }) {
  const results = useDrawnResults();
  const { tier, subject } = useSession(useShallow(({ tier, subject }) => ({ tier, subject })));
  const selected = useSelected("unit");
  const tiers = useMemo(() => tiersOf(results), [results]);
  const shown = tiers.includes(tier) ? tier : (tiers[0] ?? tier);
  const units = useMemo(() => unitFacts(zones, results, shown, subject), [zones, results, shown, subject]);
  return (
    <UnitTable
      units={units}
      known={results !== undefined}
      tiers={tiers}
      tier={shown}
      onTier={(to) => useSession.setState({ tier: to })}
      subject={subject}
      onSubject={(to) => useSession.setState({ subject: to })}
      {...useTaking("units")}
      selected={selected}
      onSelect={(id, entered) => select({ kind: "unit", id }, entered)}
      onHover={(unit) => hover(unit === undefined ? {} : { unit })}
    />
  );
}
