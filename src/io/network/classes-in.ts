import { byCodeUnit } from "../../core/base/order.ts";
import { done, type Outcome } from "../../core/base/outcome.ts";
import type { Work } from "../../core/base/work.ts";
import type { SourceFile } from "../import-report.ts";
import { readOsmPbf } from "./osm-pbf.ts";

/** How many ways of each class a file of OpenStreetMap has, the most frequent first. Cost: that of reading it. */
export function* classesIn({
  name,
  bytes,
}: SourceFile): Work<Outcome<readonly { readonly highway: string; readonly ways: number }[]>> {
  const read = yield* readOsmPbf(bytes, name);
  if (!read.ok) return read;
  const { tags, tagSets } = read.value;
  const ways = new Map<string, number>();
  for (const row of tags) {
    const { highway = "—" } = tagSets[row] ?? {};
    ways.set(highway, (ways.get(highway) ?? 0) + 1);
  }
  const counted = [...ways].map(([highway, count]) => ({ highway, ways: count }));
  return done(
    counted.sort((a, b) => b.ways - a.ways || byCodeUnit(a.highway, b.highway)),
    read.issues,
  );
}
