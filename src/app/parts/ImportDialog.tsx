import { useShallow } from "zustand/react/shallow";
import { ImportOptions } from "../../ui/importing/ImportOptions.tsx";
import { ImportReportDialog } from "../../ui/importing/ImportReportDialog.tsx";
import { useWords } from "../../ui/words.ts";
import { undo } from "../commands/edit.ts";
import { openAgain } from "../commands/open.ts";
import { saveIssues } from "../commands/save.ts";
import { useDesk } from "../desk-context.ts";
import { kindNames } from "../standards.ts";
import { useDocument } from "../state/document.ts";
import { useSession } from "../state/session.ts";

/** The report of the last import and its options, wired to the document. */
export function ImportDialog({ onOtherFiles }: { readonly onOtherFiles: () => void }) {
  const { language, text } = useWords();
  const desk = useDesk();
  const { reportShown, importChoices } = useSession(
    useShallow(({ reportShown, importChoices }) => ({ reportShown, importChoices })),
  );
  const report = useDocument((document) => document.report);
  const problem = useDocument((document) => document.problem);
  const busy = useDocument((document) => document.busy?.with === "opening");
  const refused = problem?.during === "opening" && !problem.cancelled;
  const replacedDemo = useDocument((document) => document.replacedDemo);
  const undoable =
    useDocument(({ done, importEdit }) => importEdit && done.at(-1)?.patch === importEdit) && !refused;
  const onUndo = () => {
    useSession.setState({ reportShown: false });
    void undo(desk);
  };
  if (!reportShown || busy || !(report || refused)) return null;
  return (
    <ImportReportDialog
      files={refused ? [] : (report?.files ?? [])}
      into={refused ? undefined : report?.into}
      replacedDemo={!refused && replacedDemo}
      refused={refused}
      refusal={refused ? problem.issues : []}
      message={refused ? problem.message : undefined}
      kinds={kindNames(text)}
      onClose={() => useSession.setState({ reportShown: false })}
      onOtherFiles={onOtherFiles}
      onDownload={() => saveIssues(language)}
      onUndo={undoable ? onUndo : undefined}
    >
      <ImportOptions
        value={importChoices}
        onApply={(choices) => {
          useSession.setState({ importChoices: choices });
          void openAgain(desk, choices);
        }}
      />
    </ImportReportDialog>
  );
}
