import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Issue, IssueCode } from "../../../src/core/base/issue.ts";
import { importProject } from "../../../src/io/import-project.ts";
import { atOnce } from "../../builders/at-once.ts";
import { archives } from "./archives.ts";
import type { Corpus } from "./bytes.ts";
import { cells } from "./cells.ts";
import { geojson } from "./geojson.ts";
import { layers } from "./layers.ts";
import { places } from "./places.ts";
import { tables } from "./tables.ts";
import { texts } from "./texts.ts";
import { workbooks } from "./workbooks.ts";

const FILES: Corpus = {
  ...{ ...texts, ...tables, ...cells, ...places },
  ...{ ...workbooks, ...archives, ...geojson, ...layers },
};

/** What should become of each file, as the table beside this test says. */
const OUTCOMES = readFileSync(new URL("./outcomes.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| file "))
  .map((line) => {
    const [name = "", what = "", rows = "", told = "", names = ""] = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    return { name, what, rows, told, names: names.replaceAll("↵", "\n") };
  });

/** What is said of every file that does not state it. */
const USUAL: ReadonlySet<IssueCode> = new Set([
  "file.datum-assumed",
  "file.no-owners",
  "file.no-zone-statuses",
]);

const codesOf = (issues: readonly Issue[]) =>
  issues
    .filter(({ code }) => !USUAL.has(code))
    .map(({ code, at }) => (at.row === undefined ? code : `${code}@${at.row}`))
    .join(" ");

describe("a file as offices hand it over", () => {
  it("stands in the table of outcomes, once, among at least sixty", () => {
    expect(OUTCOMES.map(({ name }) => name).toSorted()).toEqual(Object.keys(FILES).toSorted());
    expect(OUTCOMES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(OUTCOMES)("becomes what is stated: $name, $what", async ({ name, rows, told, names }) => {
    const bytes = (await FILES[name]) ?? new Uint8Array();
    const outcome = await importProject([{ name, bytes }], {}, atOnce);
    if (!outcome.ok) {
      expect({ rows: "refused", told: codesOf(outcome.issues) }).toEqual({ rows, told });
      return;
    }
    const { project, report } = outcome.value;
    // A sentence holds no more of a cell than a person reads.
    expect(JSON.stringify(report).length).toBeLessThan(20_000);
    const sum = (part: "in" | "used" | "repaired" | "rejected") =>
      report.files.reduce((total, file) => total + file[part], 0);
    expect({
      rows: `${sum("in")} = ${sum("used")} + ${sum("repaired")} + ${sum("rejected")}`,
      told: codesOf(report.files.flatMap(({ issues }) => issues)),
    }).toEqual({ rows, told });
    expect(sum("in")).toBe(sum("used") + sum("repaired") + sum("rejected"));
    if (names === "") return;
    const taken = [...project.zones, ...project.facilities].flatMap((row) => row.name ?? []);
    expect(taken.join(" ")).toBe(names);
  });
});
