import { useEffect, useState } from "react";
import type { Tasks } from "../../../../workers/protocol.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";

/** A row of the document as texts, asked for again of every other document; absent until they are there. */
export function useRowTexts(
  table: Tasks["texts"]["input"]["table"],
  id: string,
): Tasks["texts"]["output"]["texts"] | undefined {
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
  return written?.of === id ? written.texts : undefined;
}
