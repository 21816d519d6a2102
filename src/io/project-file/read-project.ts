import * as z from "zod";
import { type Issue, issue } from "../../core/base/issue.ts";
import { sortedById } from "../../core/base/order.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { EMPTY_PROJECT, type Project } from "../../core/model/project.ts";
import { rulePackSchema } from "../standards/pack-schema.ts";
import {
  backdropSchema,
  duplicateSchema,
  facilitySchema,
  siteSchema,
  unitSchema,
  zoneSchema,
} from "./row-schemas.ts";
import { contentOf, TABLES } from "./write-project.ts";

/** More text than this is refused before it fills the memory: 4 GB, four times what a nation takes. */
const MOST_CHARACTERS = 4e9;

/**
 * A project from the bytes of a `.quan` file, compressed or plain. Refused as a whole, with the line and the reason,
 * if any of it is not what the product would have written.
 */
export async function readProject(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<Outcome<Project>> {
  const reader = rowReader(file);
  let size = 0;
  try {
    for await (const line of linesOf(bytes)) {
      size += line.length;
      if (size > MOST_CHARACTERS)
        return refused(issue("file.too-large", "error", { limit: "4 GB" }, { file }));
      reader.take(line);
      if (reader.issues.length >= MOST_ISSUES) break;
    }
  } catch {
    return refused(issue("project.damaged", "error", {}, { file }));
  }
  return reader.result();
}

const MOST_ISSUES = 20;

const headerSchema = z.strictObject({
  quan: z.literal(1),
  content: z.string(),
  name: z.string(),
  origin: z.enum(["demo", "imported"]),
  pack: z.string().exactOptional(),
  asOf: z.string().exactOptional(),
});

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  unit: unitSchema,
  facility: facilitySchema,
  zone: zoneSchema,
  site: siteSchema,
  pack: rulePackSchema,
  duplicate: duplicateSchema,
  backdrop: backdropSchema,
};

function rowReader(file: string) {
  const issues: Issue[] = [];
  const rows: Record<string, object[]> = {};
  let header: z.infer<typeof headerSchema> | undefined;
  let number = 0;

  function wrong(column: string): void {
    issues.push(issue("project.line-wrong", "error", { where: column }, { file, row: number, column }));
  }

  function take(text: string): void {
    number += 1;
    const value = parsed(text);
    if (number === 1) {
      const shape = headerSchema.safeParse(value);
      if (shape.success) header = shape.data;
      else issues.push(issue("project.no-header", "error", {}, { file, row: 1 }));
      return;
    }
    const [word, row] = Array.isArray(value) ? (value as readonly unknown[]) : [];
    const schema = typeof word === "string" ? SCHEMAS[word] : undefined;
    if (schema === undefined || typeof word !== "string") return wrong(String(word ?? text.slice(0, 20)));
    const shape = schema.safeParse(row);
    if (!shape.success) return wrong([word, ...(shape.error.issues[0]?.path ?? [])].map(String).join("."));
    const table = rows[word] ?? [];
    table.push(shape.data as object);
    rows[word] = table;
  }

  function result(): Outcome<Project> {
    if (number === 0) return refused(issue("file.empty", "error", {}, { file }));
    if (header === undefined || issues.length > 0) return refused(...issues);
    const { name, origin, pack, asOf, content } = header;
    const tables = Object.fromEntries(TABLES.map(([word, table]) => [table, rows[word] ?? []]));
    const project = {
      ...EMPTY_PROJECT,
      ...tables,
      name,
      origin,
      ...(pack !== undefined && { pack }),
      ...(asOf !== undefined && { asOf }),
      backdrop: rows.backdrop?.[0] ?? EMPTY_PROJECT.backdrop,
    } as Project;
    const sorted: Project = {
      ...project,
      facilities: sortedById(project.facilities),
      zones: sortedById(project.zones),
      units: sortedById(project.units),
      sites: sortedById(project.sites),
    };
    const twice = [sorted.facilities, sorted.zones, sorted.units, sorted.sites].flatMap(repeated);
    if (twice.length > 0) {
      return refused(...twice.map((id) => issue("project.duplicate-id", "error", { id }, { file, id })));
    }
    // Rows that a hand changed are read, since they passed every check, but nobody should take them for the original.
    const changed = contentOf(sorted) !== content;
    return done(sorted, changed ? [issue("project.changed-outside", "warning", {}, { file })] : []);
  }

  return { issues, take, result };
}

function repeated(rows: readonly { readonly id: string }[]): string[] {
  return rows.filter(({ id }, row) => row > 0 && rows[row - 1]?.id === id).map(({ id }) => id);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Lines of the text, without their ends. Throws if the compression or the encoding is broken. */
async function* linesOf(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<string> {
  const whole = new Blob([bytes]).stream();
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = isGzip ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = (plain as ReadableStream<Uint8Array>).getReader();
  let rest = "";
  for (;;) {
    const { done: ended, value } = await reader.read();
    const text = rest + (ended ? decoder.decode() : decoder.decode(value, { stream: true }));
    const lines = text.split("\n");
    rest = ended ? "" : (lines.pop() ?? "");
    for (const line of lines) if (line !== "") yield line;
    if (ended) return;
  }
}
