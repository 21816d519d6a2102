import { UnreadableTables } from "../io/text/table-rows.ts";
import { UsageError } from "./command.ts";

/** Refuses tables that cannot be read with every reason, in the order in which the tables were read. */
export function readingTables<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableTables)) throw error;
    throw new UsageError(error.message, error.reasons.slice(1));
  }
}
