import type { Desk } from "../../../workers/client.ts";
import { analysisView } from "../../../workers/views/analysis-view.ts";
import { type Choices, type ParameterChange, parametersApart } from "../../core/analysis/parameters.ts";
import { breath } from "../../platform/browser/breath.ts";
import { type Problem, useDocument } from "../state/document.ts";
import { parametersNow } from "../state/parameters.ts";
import { run } from "./run.ts";

/**
 * Changes parameters: the numbers on screen are old at once, and are worked out anew as soon as typing pauses. It can be
 * taken back; what is typed into one field before it has been worked out is one deed.
 */
export function setParameters(desk: Desk, change: ParameterChange): void {
  const { choices, done, stale } = useDocument.getState();
  const after = changed(choices, change);
  const names = parametersApart(choices, after);
  if (names.length === 0) return;
  compareFromHere();
  const last = done.at(-1)?.choices;
  const goesOn = stale && last && parametersApart(last.before, last.after).join() === names.join();
  const deed = { choices: { before: goesOn ? last.before : choices, after } };
  useDocument.setState({
    ...{ choices: after, stale: true, undone: [] },
    done: [...(goesOn ? done.slice(0, -1) : done), deed],
  });
  clearTimeout(pause);
  pause = setTimeout(() => void analyse(desk), TYPING_PAUSE);
}

/**
 * The results on screen are what those to come are compared with; old ones are not. `takenBack`: what follows takes back
 * what was done, as did all since then.
 */
export function compareFromHere(takenBack = false): void {
  const { view, results, stale, earlier } = useDocument.getState();
  if (view && results && !stale)
    useDocument.setState({ earlier: { view, results, parameters: parametersNow(), takenBack } });
  else if (earlier?.takenBack && !takenBack)
    useDocument.setState({ earlier: { ...earlier, takenBack: false } });
}

/**
 * Works out the results of the open document. A run that is under way is given up for the newer one. `told`: what went
 * wrong before, and is still to be told.
 */
export async function analyse(desk: Desk, told?: Problem): Promise<void> {
  clearTimeout(pause);
  const { busy, view, choices } = useDocument.getState();
  if (!view || (busy && busy.with !== "analysing")) return;
  busy?.cancel();
  useDocument.setState({ stale: true });
  const answer = await run(desk, "analysing", "analyse", parametersNow(), told);
  if (answer.state !== "done") return;
  const results = analysisView(answer.output);
  await breath();
  const now = useDocument.getState();
  if (now.view === view && now.choices === choices) useDocument.setState({ results, stale: false });
}

export function changed(choices: Choices, change: ParameterChange): Choices {
  return Object.fromEntries(
    Object.entries({ ...choices, ...change }).filter(([, value]) => value !== undefined),
  );
}

const TYPING_PAUSE = 150;
let pause: ReturnType<typeof setTimeout> | undefined;
