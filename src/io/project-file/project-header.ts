import * as z from "zod";
import type { Digest } from "../../core/base/ids.ts";

/**
 * What is written of a project with streets, with changed ones, of one without, and of any that says of its sites how they
 * can be had or of its facilities what they take; `docs/project-file.md` says how older ones differ.
 */
export const WITH_TERMS = 6;
export const WITH_CHANGED_STREETS = 5;
export const WITH_STREETS = 4;
export const WITHOUT_STREETS = 3;
const LAST = WITH_TERMS;

/** First line of a project file. */
export interface ProjectHeader {
  readonly quan: number;
  /** Digest of all lines behind it, each with its line feed. */
  readonly content: Digest;
  /** How many they are. */
  readonly lines: number;
  /** Since version 2: of the blocks behind the first, in turn, how many lines of each word. */
  readonly blocks?: readonly BlockRows[];
}

export type BlockRows = Readonly<Record<string, number>>;

export type HeaderRead = ProjectHeader | { readonly newer: number } | undefined;

/** `newer`: of a version that this one does not know. `undefined`: no header at all. */
export function headerFrom(line: unknown): HeaderRead {
  const shape = headerSchema.safeParse(line);
  if (shape.success) return shape.data;
  const version = versionSchema.safeParse(line);
  return version.success ? { newer: version.data.quan } : undefined;
}

/** Whether the file had streets when it was written; since version 6 its blocks alone tell. */
export function hasStreets({ quan, blocks = [] }: ProjectHeader): boolean {
  return quan === WITH_TERMS ? blocks.some(({ streets }) => streets !== undefined) : quan >= WITH_STREETS;
}

/** Rows, counted from 1, at which the blocks behind the first begin; the first is the header and the facts. */
export function blockStarts(blocks: readonly BlockRows[]): readonly number[] {
  let row = 3;
  return blocks.map((rows) => {
    const start = row;
    row += linesOf(rows);
    return start;
  });
}

export function linesOf(rows: BlockRows): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

const versionSchema = z.object({
  quan: z
    .int()
    .min(LAST + 1)
    .max(10_000),
});

const headerSchema: z.ZodType<ProjectHeader> = z.strictObject({
  quan: z.int().min(1).max(LAST),
  content: z.string(),
  lines: z.int().min(0),
  blocks: z.array(z.record(z.string(), z.int().min(1))).exactOptional(),
});
