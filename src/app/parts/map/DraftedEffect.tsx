import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { RestingEffect } from "../../../ui/map-tools/RestingEffect.tsx";
import { draftedEdit } from "../../derived/drafted-edit.ts";
import { useRestingEffect } from "../../state/effect.ts";
import { usePlacing } from "../../state/placing.ts";
import { useUncounted } from "../../state/uncounted.ts";

/** What letting go, a click or finishing would do to the zones, while the hand rests on the map. */
export function DraftedEffect() {
  const placing = usePlacing(
    useShallow(({ asked, aim, outlineAsked, sketch }) => ({ asked, aim, outlineAsked, sketch })),
  );
  const edit = useMemo(() => draftedEdit(placing), [placing]);
  const told = useRestingEffect(edit);
  const reason = useUncounted(edit);
  return edit && <RestingEffect {...told} reason={reason} />;
}
