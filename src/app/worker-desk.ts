import { type Desk, type Hired, openDesk } from "../../workers/client.ts";

/** A desk worked by a module worker of this page. */
export function workerDesk(): Desk {
  return openDesk(hire);
}

function hire(): Hired {
  const worker = new Worker(new URL("../../workers/desk.worker.ts", import.meta.url), { type: "module" });
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
