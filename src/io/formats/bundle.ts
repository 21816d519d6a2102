import type { Issue } from "../../core/base/issue.ts";
import { done, refused } from "../../core/base/outcome.ts";
import type { SourceFile } from "../import-report.ts";
import type { Readings } from "../reading.ts";
import type { SourceTable } from "../source-row.ts";
import { type Entry, entriesOf, isZip, othersIn } from "./archive.ts";
import type { Format } from "./format.ts";

/**
 * A zip of files that are tables themselves, such as one for each 街道. `open` opens one of them. Those that cannot be
 * read are told and the others used; a zip in a zip is not unpacked, and told too.
 */
export function bundle(open: Format["open"]): Format {
  return {
    recognises: (file) => tablesIn(file).length > 0,
    open: async (file, readings) => {
      const tables: SourceTable[] = [];
      const broken: Issue[] = [];
      for (const { path, unpack } of tablesIn(file)) {
        const bytes = unpack();
        const opened = bytes.ok
          ? await open({ name: path, bytes: bytes.value }, readingsIn(path, readings))
          : bytes;
        broken.push(...opened.issues);
        if (!opened.ok) continue;
        const several = opened.value.length > 1;
        for (const table of opened.value)
          tables.push({ ...table, part: several ? partIn(path, table.part) : path });
      }
      const others = othersIn(file, (path) => TABLE.test(path));
      return tables.length > 0 ? done(tables, [...broken, ...others]) : refused(...broken, ...others);
    },
  };
}

const partIn = (path: string, part?: string) => (part === undefined ? path : `${path} · ${part}`);

/** Of a file with one table its own name tells, of one with several that of each. */
function readingsIn(path: string, readings: Readings): Readings {
  return (part) => ({ ...readings(path), ...(part !== undefined && readings(partIn(path, part))) });
}

function tablesIn(file: SourceFile): readonly Entry[] {
  const entries = isZip(file) ? entriesOf(file) : undefined;
  return entries?.ok ? entries.value.filter(({ path }) => TABLE.test(path)) : [];
}

const TABLE = /\.(?:csv|tsv|txt|xlsx|xlsm|xls|et|ods|geojson|geojsonl|json|gpkg|parquet|fgb)$/i;
