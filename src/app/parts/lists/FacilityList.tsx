import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { FacilityTable } from "../../../ui/tables/FacilityTable.tsx";
import { useWords } from "../../../ui/words.ts";
import { facilityFacts } from "../../derived/facts.ts";
import { kindName } from "../../standards.ts";
import { useDrawnResults } from "../../state/drawn-results.ts";
import { select, useSession } from "../../state/session.ts";
import { editRows, rowOf, useSelected, useTaking } from "./list-state.ts";

/** Facilities with what they supply. */
export function FacilityList({ facilities }: { readonly facilities: ProjectView["facilities"] }) {
  const { text } = useWords();
  const results = useDrawnResults();
  const selected = useSelected("facility");
  const kind = useSession((session) => session.facilityKind);
  const check = useSession((session) => session.facilityCheck);
  const facts = useMemo(
    () => facilityFacts(facilities, results, (kind) => text(kindName(kind))),
    [facilities, results, text],
  );
  return (
    <FacilityTable
      {...useTaking("facilities")}
      facts={facts}
      kind={kind}
      check={check}
      onCheck={(facilityCheck) => useSession.setState({ facilityCheck })}
      onAdd={() => useSession.setState({ selection: { kind: "new-facility" } })}
      onKind={(facilityKind) => useSession.setState({ facilityKind })}
      selected={useMemo(() => rowOf(facilities.ids, selected), [facilities, selected])}
      onSelect={(row, entered) => select({ kind: "facility", id: facilities.ids[row] ?? "" }, entered)}
      onEdit={(rows) => editRows("facilities", facilities.ids, rows)}
      onHover={() => undefined}
    />
  );
}
