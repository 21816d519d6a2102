import { distinctIds, type PointTable, readPoints, UnreadablePoints } from "../io/points/read-points.ts";
import { type Host, UsageError } from "./command.ts";

/** The points of a CSV file. Throws `UsageError` with what is wrong where, and the mend. */
export async function pointsIn(path: string, host: Host): Promise<PointTable> {
  const bytes = await host.read(path);
  return saying(() => readPoints(bytes, path));
}

/** Points of a file with their ids. */
export interface NamedPoints extends PointTable {
  readonly path: string;
  readonly ids: readonly string[];
}

/** The same with the ids of the points. Throws `UsageError` also where one is empty or stands twice. */
export async function namedPointsIn(path: string, host: Host): Promise<NamedPoints> {
  const table = await pointsIn(path, host);
  return { ...table, path, ids: saying(() => distinctIds(table, path)) };
}

function saying<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadablePoints) throw new UsageError(error.message);
    throw error;
  }
}
