import type { Request } from "./protocol.ts";
import { serve } from "./serve.ts";
import { loadProgrammes } from "./solver/highs-programme.ts";
import { solverTasks } from "./tasks/solver-tasks.ts";

/** The worker that looks for plans: one project, one caller. */
serve(
  {
    post: (message, moved) => self.postMessage(message, { transfer: moved }),
    listen: (hear) => self.addEventListener("message", ({ data }: MessageEvent<Request>) => hear(data)),
  },
  solverTasks(loadProgrammes),
);
