import type { Desk } from "../../../workers/client.ts";
import { analysisView } from "../../../workers/views/analysis-view.ts";
import type { Choices, ParameterChange } from "../../core/analysis/parameters.ts";
import { type Problem, useDocument } from "../state/document.ts";
import { parametersNow } from "../state/parameters.ts";
import { run } from "./run.ts";

/** Changes parameters: the numbers on screen are old at once, and are worked out anew as soon as typing pauses. */
export function setParameters(desk: Desk, change: ParameterChange): void {
  useDocument.setState(({ choices }) => ({ choices: changed(choices, change), stale: true }));
  clearTimeout(pause);
  pause = setTimeout(() => void analyse(desk), TYPING_PAUSE);
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
  const now = useDocument.getState();
  if (answer.state === "done" && now.view === view && now.choices === choices) {
    useDocument.setState({ results: analysisView(answer.output), stale: false });
  }
}

function changed(choices: Choices, change: ParameterChange): Choices {
  return Object.fromEntries(
    Object.entries({ ...choices, ...change }).filter(([, value]) => value !== undefined),
  );
}

const TYPING_PAUSE = 150;
let pause: ReturnType<typeof setTimeout> | undefined;
