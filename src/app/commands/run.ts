import type { Answer, Desk } from "../../../workers/client.ts";
import type { TaskName, Tasks } from "../../../workers/protocol.ts";
import { type Activity, type Problem, useDocument } from "../state/document.ts";

/**
 * Runs one task with progress and cancel on the page, and notes what went wrong. Resolves to its output, if any.
 * `told`: what went wrong before, and is still to be told.
 */
export async function run<Name extends TaskName>(
  desk: Desk,
  activity: Activity,
  task: Name,
  input: Tasks[Name]["input"],
  told?: Problem,
): Promise<Answer<Tasks[Name]["output"]>> {
  const abort = new AbortController();
  const cancel = () => abort.abort();
  useDocument.setState({ busy: { with: activity, step: undefined, cancel }, problem: told });
  const answer = await desk.call(task, input, {
    signal: abort.signal,
    onStep: (step) =>
      useDocument.setState(({ busy }) => (busy?.cancel === cancel ? { busy: { ...busy, step } } : {})),
  });
  const mine = useDocument.getState().busy?.cancel === cancel;
  if (mine) {
    useDocument.setState({ busy: undefined });
    if (answer.state !== "done") {
      useDocument.setState({
        problem: {
          during: activity,
          issues: answer.state === "refused" ? answer.issues : [],
          message: answer.state === "failed" ? answer.message : undefined,
          cancelled: answer.state === "cancelled",
          lost: answer.state === "failed" && answer.lost,
        },
      });
    }
  }
  return answer;
}
