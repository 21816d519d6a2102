import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { type Bench, median, ms, mustAgree, took } from "./bench.ts";

const ROWS = 1_000_000;

/** A million rows from one thread to another: columns moved, against objects cloned. */
export const handOver: Bench = {
  name: "hand-over",
  run() {
    const moved: number[] = [];
    for (let round = 0; round < 9; round++) {
      const columns = {
        lng: new Float64Array(ROWS).fill(117),
        lat: new Float64Array(ROWS).fill(34),
        homes: new Uint32Array(ROWS),
      };
      moved.push(
        took(() =>
          mustAgree(
            sent(columns, [columns.lng.buffer, columns.lat.buffer, columns.homes.buffer]).lng.length === ROWS,
            "moved rows",
          ),
        ),
      );
    }
    const objects = Array.from({ length: ROWS }, (_, id) => ({ id, lng: 117, lat: 34, homes: 0 }));
    const cloned = [1, 2, 3].map(() =>
      took(() => mustAgree(sent(objects, []).length === ROWS, "cloned rows")),
    );
    const [ours, peer] = [median(moved), median(cloned)];
    return [
      {
        what: "1,000,000 rows handed over",
        ours: ms(ours),
        peer: `${ms(peer)} (clone of objects)`,
        ratio: peer / ours,
        goal: "500",
      },
    ];
  },
};

function sent<Message>(message: Message, buffers: ArrayBuffer[]): Message {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(message, buffers);
  const received = receiveMessageOnPort(port2) as { message: Message };
  port1.close();
  return received.message;
}
