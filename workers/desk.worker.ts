import type { Request } from "./protocol.ts";
import { serve } from "./serve.ts";
import { deskTasks } from "./tasks/desk-tasks.ts";

/** The worker of the page: one document, one caller. */
serve(
  {
    post: (message, moved) => self.postMessage(message, { transfer: moved }),
    listen: (hear) => self.addEventListener("message", ({ data }: MessageEvent<Request>) => hear(data)),
  },
  deskTasks(),
);
