import { distinctIds, type PointTable, readPoints, UnreadablePoints } from "../io/points/read-points.ts";
import { type Host, UsageError } from "./command.ts";

/** The points of a CSV file. Throws `UsageError` with what is wrong where, and the mend. */
export async function pointsIn(path: string, host: Host): Promise<PointTable> {
  const bytes = await host.read(path);
  return saying(() => readPoints(bytes, path));
}

/** The ids of the points of that file. Throws `UsageError` where one is empty or stands twice. */
export function idsOf(table: PointTable, path: string): readonly string[] {
  return saying(() => distinctIds(table, path));
}

function saying<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadablePoints) throw new UsageError(error.message);
    throw error;
  }
}
