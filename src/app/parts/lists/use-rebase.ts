import { useEffect } from "react";
import { useShallow } from "zustand/react/shallow";
import { isLeftBehind, rebasePlans } from "../../commands/plan-rebase.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";
import { groundOf, isSameGround } from "../../state/plan-made.ts";
import { usePlans } from "../../state/plans.ts";

/**
 * Takes plans over onto the document once that was changed and worked out; whether one is still of an earlier state, since that
 * goes on or was called off.
 */
export function useRebase(idle: boolean): boolean {
  const desk = useDesk();
  const now = groundOf(useDocument(useShallow(({ source, done, choices }) => ({ source, done, choices }))));
  const { made, kept, search, trouble, notRebased } = usePlans(
    useShallow(({ made, kept, search, trouble, notRebased }) => ({
      made,
      kept,
      search,
      trouble,
      notRebased,
    })),
  );
  const isBehind = (made ? [made, ...kept] : kept).some((plan) => isLeftBehind(plan, now));
  const isGivenUp = notRebased !== undefined && isSameGround(notRebased, now);
  const begins = idle && isBehind && !isGivenUp && search === undefined && trouble === undefined;
  useEffect(() => {
    if (begins) void rebasePlans(desk);
  }, [begins, desk]);
  return isBehind;
}
