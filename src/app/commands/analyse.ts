import type { Desk } from "../../../workers/client.ts";
import type { Parameters } from "../../core/analysis/parameters.ts";
import { useDocument } from "../state/document.ts";
import { run } from "./run.ts";

/** Changes parameters: the numbers on screen are old at once, and are worked out anew as soon as typing pauses. */
export function setParameters(desk: Desk, change: Partial<Parameters>): void {
  useDocument.setState(({ parameters }) => ({ parameters: { ...parameters, ...change }, stale: true }));
  clearTimeout(pause);
  pause = setTimeout(() => void analyse(desk), TYPING_PAUSE);
}

/** Works out the results of the open document. A run that is under way is given up for the newer one. */
export async function analyse(desk: Desk): Promise<void> {
  clearTimeout(pause);
  const { busy, view, parameters } = useDocument.getState();
  if (!view || (busy && busy.with !== "analysing")) return;
  busy?.cancel();
  useDocument.setState({ stale: true });
  const answer = await run(desk, "analysing", "analyse", parameters);
  const now = useDocument.getState();
  if (answer.state === "done" && now.view === view && now.parameters === parameters) {
    useDocument.setState({ results: answer.output, stale: false });
  }
}

const TYPING_PAUSE = 150;
let pause: ReturnType<typeof setTimeout> | undefined;
