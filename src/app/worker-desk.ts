import { type Desk, type Hired, openDesk } from "../../workers/client.ts";
import type { PlanTasks } from "../../workers/plan-tasks.ts";

/** A desk worked by a module worker of this page. */
export function workerDesk(): Desk {
  return openDesk(() =>
    hired(new Worker(new URL("../../workers/desk.worker.ts", import.meta.url), { type: "module" })),
  );
}

/** The same for plans: a search does not breathe, so that who waits no longer lets go of its worker. */
export function solverDesk(): Desk<PlanTasks> {
  return openDesk<PlanTasks>(
    () => hired(new Worker(new URL("../../workers/solver.worker.ts", import.meta.url), { type: "module" })),
    "replace",
  );
}

function hired(worker: Worker): Hired {
  return {
    post: (message, moved) => worker.postMessage(message, moved),
    listen: (hear) => worker.addEventListener("message", ({ data }) => hear(data)),
    onLost: (tell) => {
      worker.addEventListener("error", ({ message }) => tell(message || "the worker stopped"));
      worker.addEventListener("messageerror", () => tell("a message could not be read"));
    },
    end: () => worker.terminate(),
  };
}
