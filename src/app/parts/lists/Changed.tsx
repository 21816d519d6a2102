import { useState } from "react";
import { ChangeNote } from "../../../ui/changes/ChangeNote.tsx";
import { redo, undo } from "../../commands/edit.ts";
import { useDesk } from "../../desk-context.ts";
import { useChange } from "../../state/change.ts";
import { useDocument } from "../../state/document.ts";
import { useSession } from "../../state/session.ts";

/** What the last change made different, once its results are there. Beside plans, which tell their effect themselves, in one line until somebody asks. */
export function Changed() {
  const desk = useDesk();
  const change = useChange();
  const undoable = useDocument(({ done }) => done.length > 0);
  const redoable = useDocument(({ undone }) => undone.length > 0);
  const beside = useSession(({ tab }) => tab === "plans");
  const [wanted, setWanted] = useState<boolean>();
  if (!change) return null;
  const [turnable, turn] = change.takenBack ? [redoable, redo] : [undoable, undo];
  return (
    <ChangeNote
      {...change}
      isFolded={wanted ?? beside}
      onFold={setWanted}
      onDetails={() => useSession.setState({ selection: { kind: "changes" } })}
      onTurn={turnable ? () => void turn(desk) : undefined}
      onClose={() => {
        useDocument.setState({ earlier: undefined });
        useSession.setState(({ selection }) =>
          selection?.kind === "changes" ? { selection: undefined } : {},
        );
      }}
    />
  );
}
