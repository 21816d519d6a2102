import { Notice } from "../../ui/frame/Notice.tsx";
import { useWords } from "../../ui/words.ts";
import { analyse } from "../commands/analyse.ts";
import { retry } from "../commands/retry.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "../state/document.ts";
import { useSession } from "../state/session.ts";

/** One line for what went wrong or was stopped, with the way on. Refused imports are told by their report. */
export function ProblemNotice() {
  const { t, sentence } = useWords();
  const desk = useDesk();
  const problem = useDocument((document) => document.problem);
  const stale = useDocument((document) => document.stale);
  const view = useDocument((document) => document.view);
  const retriable = useDocument(
    ({ asked, problem: met }) => met?.during !== "opening" || asked !== undefined,
  );
  const reportShown = useSession((session) => session.reportShown);
  if (!problem) return null;
  if (problem.cancelled && problem.during === "opening") {
    return <Notice tone="quiet" text={t(view ? "screen.cancelledImport" : "screen.cancelledFirst")} />;
  }
  if (problem.cancelled) {
    if (!view || !stale) return null;
    const action = { label: t("screen.recalculate"), onClick: () => void analyse(desk) };
    return <Notice tone="quiet" text={t("screen.cancelled")} action={action} />;
  }
  if (problem.issues.length > 0 && reportShown) return null;
  const what = problem.issues[0] ? sentence(problem.issues[0]) : (problem.message ?? "");
  return (
    <Notice
      tone="wrong"
      text={t(`screen.failure.${problem.during}`, { what })}
      {...(problem.issues.length === 0 && { mend: t("screen.failure.mend") })}
      {...(retriable && { action: { label: t("screen.retry"), onClick: () => void retry(desk) } })}
    />
  );
}
