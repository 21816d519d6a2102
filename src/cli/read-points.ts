import { type PointTable, readPoints, UnreadablePoints } from "../io/points/read-points.ts";
import { type Host, UsageError } from "./command.ts";

/** The points of a CSV file. Throws `UsageError` with what is wrong where, and the mend. */
export async function pointsIn(path: string, host: Host): Promise<PointTable> {
  const bytes = await host.read(path);
  try {
    return readPoints(bytes, path);
  } catch (error) {
    if (error instanceof UnreadablePoints) throw new UsageError(error.message);
    throw error;
  }
}
