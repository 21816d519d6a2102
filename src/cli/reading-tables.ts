import { UnreadableTables } from "../io/text/table-rows.ts";
import { type Host, UsageError } from "./command.ts";

/** Says every reason why tables cannot be read but the first, which is the refusal's own sentence. */
export function readingTables<Result>(read: () => Result, host: Pick<Host, "say">): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableTables)) throw error;
    for (const reason of error.reasons.slice(1)) host.say(reason);
    throw new UsageError(error.message);
  }
}
