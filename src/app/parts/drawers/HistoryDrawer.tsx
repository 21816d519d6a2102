import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { HistoryList } from "../../../ui/history/HistoryList.tsx";
import { useWords } from "../../../ui/words.ts";
import { goTo } from "../../commands/edit.ts";
import { deedWords } from "../../derived/deed-words.ts";
import { tellingOf } from "../../derived/telling.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";
import { Drawer } from "./Drawer.tsx";

/** What was done to the open project, and how to go back or forth to any of it. */
export function HistoryDrawer({ view }: { readonly view: ProjectView }) {
  const speech = useWords();
  const { t } = speech;
  const desk = useDesk();
  const done = useDocument((document) => document.done);
  const undone = useDocument((document) => document.undone);
  const telling = useMemo(() => tellingOf(view, speech), [view, speech]);
  const deeds = useMemo(() => [...done, ...undone.toReversed()], [done, undone]);
  return (
    <Drawer label={t("history.title")} title={t("history.title")} aside={[]} stale={false}>
      <HistoryList
        count={deeds.length}
        done={done.length}
        wordsOf={(at) => {
          const deed = deeds[at];
          return deed ? deedWords(deed, telling) : "";
        }}
        onGo={(count) => void goTo(desk, count)}
      />
    </Drawer>
  );
}
