import type { SourceFile } from "../import-report.ts";

/** A file of OpenStreetMap begins with the length of a header, whose first field says what it is the header of. */
export function isOsmPbf({ name, bytes }: SourceFile): boolean {
  const begin = String.fromCharCode(...bytes.subarray(4, 4 + HEADER.length));
  return begin === HEADER || /\.pbf$/i.test(name);
}

const HEADER = "\n\tOSMHeader";
