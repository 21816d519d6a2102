import { MessageChannel } from "node:worker_threads";
import type { Hired } from "../../workers/client.ts";
import type { Reply, Request, TaskSet } from "../../workers/protocol.ts";
import { serve, type TaskTable } from "../../workers/serve.ts";

/** A worker in this thread over a real message channel, whose death the test decides. */
export interface HiredDouble extends Hired {
  /** Tells the crew that the worker is gone, as a browser does. */
  lose(message: string): void;
  readonly ended: () => boolean;
}

export function hiredDouble<All extends TaskSet<All>>(tasks: TaskTable<All>): HiredDouble {
  const { port1: near, port2: far } = new MessageChannel();
  serve(
    {
      post: (reply, moved) => far.postMessage(reply, moved),
      listen: (hear) => far.on("message", (request: Request) => hear(request)),
    },
    tasks,
  );
  let ended = false;
  let tellLost: (message: string) => void = () => {};
  return {
    post: (request, moved) => near.postMessage(request, moved),
    listen: (hear) => near.on("message", (reply: Reply) => hear(reply)),
    onLost: (tell) => {
      tellLost = tell;
    },
    end: () => {
      ended = true;
      near.close();
      far.close();
    },
    lose: (message) => tellLost(message),
    ended: () => ended,
  };
}
