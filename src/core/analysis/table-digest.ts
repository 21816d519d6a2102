import { digestOfAll, digestOnce } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import type { RowMap } from "../base/row-map.ts";
import { textHash } from "../base/text-hash.ts";

/**
 * Digest of a table ordered by id, built from buckets of rows so that a changed row costs its bucket only. Equal
 * content gives an equal digest, however it came about.
 */
export interface TableDigest {
  readonly digest: Digest;
  readonly buckets: readonly Digest[];
}

interface Row {
  readonly id: string;
}

/** `earlier` is the digest of the old rows that `map` leads from. */
export function tableDigest(
  rows: readonly Row[],
  earlier?: { readonly rows: readonly Row[]; readonly table: TableDigest; readonly map: RowMap },
): TableDigest {
  const touched = earlier && touchedBuckets(rows, earlier.rows, earlier.map);
  if (earlier && touched?.size === 0) return earlier.table;
  const lists = Array.from({ length: BUCKETS }, (): Digest[] => []);
  for (const row of rows) {
    const bucket = bucketOf(row.id);
    if (touched === undefined || touched.has(bucket)) lists[bucket]?.push(digestOnce(row));
  }
  const buckets = lists.map((list, bucket) =>
    earlier && touched?.has(bucket) === false ? (earlier.table.buckets[bucket] as Digest) : digestOfAll(list),
  );
  return { digest: digestOfAll(buckets), buckets };
}

function touchedBuckets(rows: readonly Row[], oldRows: readonly Row[], map: RowMap): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const row of map.came) touched.add(bucketOf(rows[row]?.id ?? ""));
  for (const row of map.left) touched.add(bucketOf(oldRows[row]?.id ?? ""));
  return touched;
}

function bucketOf(id: string): number {
  return textHash(id) % BUCKETS;
}

const BUCKETS = 256;
