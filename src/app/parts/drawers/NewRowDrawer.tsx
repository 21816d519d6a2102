import { useState } from "react";
import type { Issue } from "../../../core/base/issue.ts";
import { RowForm, type RowFormProps, type Texts } from "../../../ui/editing/RowForm.tsx";
import { useWords } from "../../../ui/words.ts";
import { type SelectedRow, select, useSession } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";
import type { NewRow } from "./use-new-row.ts";

interface Props extends Pick<RowFormProps, "label" | "groups" | "after" | "told"> {
  readonly of: NewRow;
  /** As what it is chosen once it is there. */
  readonly kind: SelectedRow["kind"];
  /** Makes the edit; calls `onMade` when the row is there, or tells why it cannot be. */
  readonly add: (row: Texts, onMade: () => void) => Promise<{ readonly issues: readonly Issue[] }>;
}

/** The form of a row that is to be added. */
export function NewRowDrawer({ of: { begun, typed, setTyped, rowOf }, kind, add, ...form }: Props) {
  const { t } = useWords();
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const save = async (changed: Texts) => {
    const row = rowOf(changed);
    const onMade = () => select({ kind, id: row.id?.trim() ?? "" }, true);
    setIssues((await add(row, onMade)).issues);
  };
  return (
    <Drawer label={form.label} title={form.label} aside={[]} stale={false}>
      <RowForm
        {...form}
        {...{ typed, issues }}
        texts={begun}
        onTyped={setTyped}
        unread={[]}
        saveLabel={t("editing.addSave")}
        onSave={(changed) => void save(changed)}
        onCancel={() => useSession.setState({ selection: undefined })}
      />
    </Drawer>
  );
}
