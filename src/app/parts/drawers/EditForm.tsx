import { useEffect, useState } from "react";
import type { Edit } from "../../../../workers/edit.ts";
import type { Tasks } from "../../../../workers/protocol.ts";
import type { Issue } from "../../../core/base/issue.ts";
import type { FormGroup } from "../../../ui/editing/form-fields.ts";
import { RowForm, type RowFormProps, type Texts } from "../../../ui/editing/RowForm.tsx";
import { useWords } from "../../../ui/words.ts";
import type { MadeEdit } from "../../commands/edit.ts";
import { useDesk } from "../../desk-context.ts";
import { EditEffect } from "./EditEffect.tsx";

interface Props {
  readonly label: string;
  readonly row: Tasks["texts"]["input"];
  readonly groups: readonly FormGroup[];
  /** The edit that saving makes, of which is told what it does to zones; absent where it does nothing to them. */
  readonly editOf?: (typed: Texts) => Edit;
  /** What follows the field of a column, by what was typed; `written` is what the row says. */
  readonly after?: (typed: Texts, written: Texts, onTyped: (texts: Texts) => void) => RowFormProps["after"];
  readonly onSave: (typed: Texts, onMade: () => void) => Promise<MadeEdit>;
  readonly onEnd: () => void;
}

/** The form of a row of the document, once its texts are there. Saved without a difference, it only closes. */
export function EditForm({ label, row: { table, id }, groups, editOf, after, onSave, onEnd }: Props) {
  const { t } = useWords();
  const desk = useDesk();
  const [written, setWritten] = useState<Tasks["texts"]["output"]>();
  const [typed, setTyped] = useState<Texts>({});
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    void desk.call("texts", { table, id }, { signal: abort.signal }).then((given) => {
      if (given.state === "done" && !abort.signal.aborted) setWritten(given.output);
    });
    return () => abort.abort();
  }, [desk, table, id]);
  if (!written) return <p className="drawer-wait">{t("editing.loading")}</p>;
  const save = async (changed: Texts) => {
    if (Object.keys(changed).length === 0) onEnd();
    else setIssues((await onSave(changed, onEnd)).issues);
  };
  return (
    <RowForm
      label={label}
      groups={groups}
      texts={written.texts}
      typed={typed}
      onTyped={setTyped}
      after={after?.(typed, written.texts, (texts) => setTyped((before) => ({ ...before, ...texts })))}
      told={
        editOf &&
        ((changed) =>
          Object.keys(changed).length > 0 && <EditEffect title={t("effect.title")} edit={editOf(changed)} />)
      }
      unread={written.unread}
      issues={issues}
      saveLabel={t("editing.save")}
      onSave={(changed) => void save(changed)}
      onCancel={onEnd}
    />
  );
}
