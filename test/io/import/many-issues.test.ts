import { describe, expect, it } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import type { FileReport } from "../../../src/io/import-report.ts";
import { MOST_ALIKE } from "../../../src/io/told-issues.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

async function reported(lines: readonly string[]): Promise<FileReport> {
  const text = ["id,status,households,residents", ...lines].join("\n");
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  const { report } = value(await importProject([{ name: "Z.csv", role: "zones", bytes }], {}, atOnce));
  return report.files[0] as FileReport;
}

/** How many issues of a code are listed, and how many more are said to be there; by code. */
function counted({ issues }: FileReport) {
  const counts: Record<string, { listed: number; more: number }> = {};
  const of = (code: string) => (counts[code] ??= { listed: 0, more: 0 });
  for (const each of issues) {
    if (each.code === "file.more-alike") of(each.facts.code).more += each.facts.more;
    else of(each.code).listed += 1;
  }
  return counts;
}

describe("a file of very many bad rows", () => {
  it("lists the first of each kind and says how many more there are, and loses no row", async () => {
    // 10,000 rows of one id and 10,000 whose households nobody can read; and a good one.
    const alike = Array.from({ length: 10_000 }, (_, i) => `twice,existing,${i + 1},9`);
    const unread = Array.from({ length: 10_000 }, (_, i) => `Z${i},existing,many,9`);
    const report = await reported([...alike, ...unread, "good,existing,5,9"]);
    const { in: read, used, repaired, rejected } = report;
    // Of the rows of one id one stays, without what they disagree on.
    expect({ read, used, repaired, rejected }).toEqual({
      read: 20_001,
      used: 1,
      repaired: 10_001,
      rejected: 9_999,
    });
    const counts = counted(report);
    expect(counts["project.duplicate-id"]).toEqual({ listed: MOST_ALIKE, more: 9_999 - MOST_ALIKE });
    expect(counts["value.no-number"]).toEqual({ listed: MOST_ALIKE, more: 10_000 - MOST_ALIKE });
  });

  it("says so on top, with the first row of the kind and its column", async () => {
    const report = await reported(Array.from({ length: MOST_ALIKE + 7 }, (_, i) => `Z${i},existing,many,9`));
    const more = report.issues.find(({ code }) => code === "file.more-alike");
    expect(more?.facts).toEqual({ code: "value.no-number", row: 2, listed: MOST_ALIKE, more: 7 });
    expect(more?.at).toEqual({ file: "Z.csv", column: "households" });
    expect(report.issues.indexOf(more as NonNullable<typeof more>)).toBeLessThan(5);
  });

  it("lists all where there are as many as are listed", async () => {
    const report = await reported(Array.from({ length: MOST_ALIKE }, (_, i) => `Z${i},existing,many,9`));
    expect(counted(report)["value.no-number"]).toEqual({ listed: MOST_ALIKE, more: 0 });
  });
});
