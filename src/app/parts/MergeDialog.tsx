import { useMemo } from "react";
import type { Decided, MergeShown } from "../../../workers/protocol.ts";
import type { ConflictRow } from "../../ui/merging/ConflictList.tsx";
import { MergeReview } from "../../ui/merging/MergeReview.tsx";
import { useWords } from "../../ui/words.ts";
import {
  chooseAgain,
  chooseBase,
  chooseMerge,
  commitMerge,
  decide,
  leaveBase,
  leaveMerge,
  takeSide,
} from "../commands/merge.ts";
import { conflictWords } from "../derived/conflict-words.ts";
import { importEffect } from "../derived/import-effect.ts";
import { tellingOf } from "../derived/telling.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "../state/document.ts";
import type { Merging } from "../state/merging.ts";
import { useNarrow } from "../state/screen.ts";

/** What a merge comes to, wired to the document. */
export function MergeDialog({ of }: { readonly of: Merging }) {
  const speech = useWords();
  const { t } = speech;
  const desk = useDesk();
  const narrow = useNarrow();
  const view = useDocument((document) => document.view);
  const busy = useDocument((document) => document.busy?.with === "opening");
  const { theirs, base, shown, refused, sides, decided } = of;
  const conflicts = useMemo((): readonly ConflictRow[] => {
    if (!view || !shown) return [];
    const telling = tellingOf(view, speech);
    return shown.conflicts.map((conflict) => conflictWords(conflict, telling));
  }, [view, shown, speech]);
  const effectOf = ({ settings, issues, ...rows }: MergeShown | Decided) => ({
    effect: importEffect(rows, (column) => t(column ? `columns.${column}` : "importing.effect.outline")),
    ...{ settings, issues },
  });
  return (
    <MergeReview
      // What is listed of one comparison says nothing of the next.
      key={`${base?.name} ${shown === undefined}`}
      file={theirs.name}
      base={base?.name}
      refused={refused}
      clear={shown && effectOf(shown)}
      conflicts={conflicts}
      sides={sides}
      outcome={decided && effectOf(decided)}
      busy={busy}
      narrow={narrow}
      onTake={takeSide}
      onBase={() => void chooseBase(desk)}
      onNoBase={() => void leaveBase(desk)}
      onOtherFile={() => void chooseMerge(desk)}
      onNext={() => void decide(desk)}
      onBack={chooseAgain}
      onGo={() => void commitMerge(desk)}
      onLeave={leaveMerge}
    />
  );
}
