import type { Outcome } from "../../core/base/outcome.ts";
import type { SourceFile } from "../import-report.ts";
import type { Readings } from "../reading.ts";
import type { SourceTable } from "../source-row.ts";

/** A kind of file that rows are read from. Its parser is fetched when the first such file is opened. */
export interface Format {
  /** Whether a file is of this kind: its first bytes tell, its name only where they cannot. */
  readonly recognises: (file: SourceFile) => boolean;
  /** The sheets or layers of a file, without those that hold nothing. Refused if none can be read. */
  readonly open: (file: SourceFile, readings: Readings) => Promise<Outcome<readonly SourceTable[]>>;
}

/** Whether a file starts with these bytes. */
export function startsWith({ bytes }: SourceFile, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** Whether a file is called `.ext`. */
export function isCalled({ name }: SourceFile, ...extensions: readonly string[]): boolean {
  return extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
}
