import { useEffect, useState } from "react";
import type { Tasks } from "../../../../workers/protocol.ts";
import { CHECK_STATUSES } from "../../../core/model/check-status.ts";
import { useWords } from "../../../ui/words.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";

/** Where a row is from, as of when, and whether it was checked, in words; empty where it says nothing of that. */
export function useRowOrigin(table: Tasks["texts"]["input"]["table"], id: string): readonly string[] {
  const { t } = useWords();
  const desk = useDesk();
  const view = useDocument((document) => document.view);
  const [written, setWritten] = useState<{ readonly of: string } & Tasks["texts"]["output"]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again of every other document
  useEffect(() => {
    const abort = new AbortController();
    void desk.call("texts", { table, id }, { signal: abort.signal }).then((given) => {
      if (given.state === "done" && !abort.signal.aborted) setWritten({ of: id, ...given.output });
    });
    return () => abort.abort();
  }, [desk, table, id, view]);
  if (written?.of !== id) return [];
  const { source, date, checked } = written.texts;
  const status = CHECK_STATUSES.find((each) => each === checked);
  return [
    ...(source ? [t("editing.from", { source })] : []),
    ...(date ? [t("editing.asOf", { date })] : []),
    ...(status ? [t(`judging.checkStatus.${status}`)] : []),
  ];
}
