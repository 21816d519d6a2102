import * as z from "zod";
import { type Issue, issue } from "../../core/base/issue.ts";
import { sortedById } from "../../core/base/order.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import { EMPTY_PROJECT, type Project } from "../../core/model/project.ts";
import { readRulePack } from "../standards/read-pack.ts";
import { fileLines, TooLarge } from "./file-lines.ts";
import {
  backdropSchema,
  duplicateSchema,
  facilitySchema,
  factsSchema,
  siteSchema,
  unitSchema,
  zoneSchema,
} from "./row-schemas.ts";
import { type ProjectHeader, TABLES } from "./write-project.ts";

/**
 * A project from the bytes of a `.quan` file, compressed or plain. Refused as a whole, with lines and reasons, if any
 * of it is not what the product would have written. A sound file whose bytes are not those that were written is read
 * with a warning.
 */
export async function readProject(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<Outcome<Project>> {
  const { lines, content } = fileLines(bytes);
  const reader = rowReader(file);
  try {
    for await (const line of lines) {
      reader.take(line);
      if (reader.hopeless()) break;
    }
  } catch (error) {
    if (error instanceof TooLarge)
      return refused(issue("file.too-large", "error", { limit: "4 GB" }, { file }));
    return refused(issue("project.damaged", "error", {}, { file }));
  }
  return reader.result(content);
}

/** After so many mistakes a file is not read on. */
const MOST_ISSUES = 20;

const headerSchema: z.ZodType<ProjectHeader> = z.strictObject({
  quan: z.literal(1),
  content: z.string(),
  lines: z.int().min(0),
});

/** What a row of each word must be: the value, or the place of the first thing wrong. */
const ROWS: Readonly<Record<string, (row: unknown) => Checked>> = {
  project: by(factsSchema),
  unit: by(unitSchema),
  facility: by(facilitySchema),
  zone: by(zoneSchema),
  site: by(siteSchema),
  pack: (row) => {
    const pack = readRulePack(row, "");
    return pack.ok ? { value: pack.value } : { wrong: pack.issues[0]?.at.column ?? "" };
  },
  duplicate: by(duplicateSchema),
  backdrop: by(backdropSchema),
};

type Checked = { readonly value: object } | { readonly wrong: string };

function by(schema: z.ZodType<object>): (row: unknown) => Checked {
  return (row) => {
    const shape = schema.safeParse(row);
    return shape.success ? { value: shape.data } : { wrong: (shape.error.issues[0]?.path ?? []).join(".") };
  };
}

function rowReader(file: string) {
  const issues: Issue[] = [];
  const rows = new Map<string, object[]>();
  let header: ProjectHeader | undefined;
  let number = 0;

  function take(text: string): void {
    number += 1;
    const line = parsed(text);
    if (number === 1) {
      const shape = headerSchema.safeParse(line);
      if (shape.success) header = shape.data;
      else issues.push(issue("project.no-header", "error", {}, { file, row: 1 }));
      return;
    }
    const [word, row] = Array.isArray(line) ? (line as readonly unknown[]) : [];
    const check = typeof word === "string" && Object.hasOwn(ROWS, word) ? ROWS[word] : undefined;
    const checked = check?.(row) ?? { wrong: "" };
    if ("wrong" in checked) {
      const where = [check ? String(word) : text.slice(0, 20), checked.wrong].filter(Boolean).join(".");
      issues.push(issue("project.line-wrong", "error", { where }, { file, row: number, column: where }));
      return;
    }
    const table = rows.get(String(word)) ?? [];
    table.push(checked.value);
    rows.set(String(word), table);
  }

  function result(content: () => string): Outcome<Project> {
    if (number === 0) return refused(issue("file.empty", "error", {}, { file }));
    if (header === undefined || issues.length > 0) return refused(...issues);
    if (number - 1 < header.lines) return refused(issue("project.damaged", "error", {}, { file }));
    const project = projectOf(rows);
    const twice = [project.facilities, project.zones, project.units, project.sites].flatMap(repeated);
    if (twice.length > 0) {
      return refused(
        ...twice
          .slice(0, MOST_ISSUES)
          .map((id) => issue("project.duplicate-id", "error", { id }, { file, id })),
      );
    }
    // Rows that a hand changed are read, since they passed every check, but nobody should take them for the original.
    const changed = content() !== header.content;
    return done(project, changed ? [issue("project.changed-outside", "warning", {}, { file })] : []);
  }

  const hopeless = () => (number > 0 && header === undefined) || issues.length >= MOST_ISSUES;
  return { take, hopeless, result };
}

function projectOf(rows: ReadonlyMap<string, readonly object[]>): Project {
  const tables = Object.fromEntries(TABLES.map(([word, table]) => [table, rows.get(word) ?? []]));
  const project = {
    ...EMPTY_PROJECT,
    ...rows.get("project")?.[0],
    ...tables,
    backdrop: rows.get("backdrop")?.[0] ?? EMPTY_PROJECT.backdrop,
  } as Project;
  return {
    ...project,
    facilities: sortedById(project.facilities),
    zones: sortedById(project.zones),
    units: sortedById(project.units),
    sites: sortedById(project.sites),
  };
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
