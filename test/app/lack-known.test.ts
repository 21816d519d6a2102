import { expect, test } from "vitest";
import { lackKnownAlone } from "../../src/app/derived/lack-known.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import type { FacilityId } from "../../src/core/base/ids.ts";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import { formatGist } from "../../src/i18n/numbers.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import { aloneWords } from "../../src/ui/changes/alone-words.ts";
import type { KnownAlone } from "../../src/ui/changes/change-facts.ts";
import { deskTasks } from "../../workers/tasks/desk-tasks.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";
import { drive } from "../builders/surveyed.ts";

test("what zones lacked of which nobody knows it after a change is told, and the opposite when it is taken back", async () => {
  // A and B lack 80 m² each, and D, far from everything, 200 before and after.
  const project = aProject(
    [aZone("A"), aZone("B"), aZone("D", { at: east(30_000) })],
    [aFacility("H", { at: east(200), ...elderlyRooms(240) })],
  );
  const desk = deskTasks();
  const bytes = new Uint8Array(await new Response(writeProject(project)).arrayBuffer());
  const files = [{ name: "a.quan", bytes }];
  const { view } = value(await desk.open({ kind: "files", files, options: {}, into: "new" }, drive));
  const analysed = async () => ({ view, results: value(await desk.analyse(DEFAULT_PARAMETERS, drive)) });
  const before = await analysed();
  const id = "H" as FacilityId;
  value(await desk.edit({ kind: "change-facility", id, typed: { elderly_m2: "" } }, drive));
  const after = await analysed();
  const metric = "elderly_building_area";
  expect(lackKnownAlone(before, after)).toEqual([{ metric, before: 160, after: 0 }]);
  expect(lackKnownAlone(after, before)).toEqual([{ metric, before: 0, after: 160 }]);
  expect(lackKnownAlone(before, before)).toEqual([]);
});

const said = (before: number, after: number, language: Language = "zh") => {
  const known: readonly KnownAlone[] = [{ metric: "elderly_building_area", before, after }];
  const gist: Parameters<typeof aloneWords>[3]["gist"] = (amount, unit) => formatGist(amount, unit, language);
  return aloneWords(known, "elderly_building_area", "m2", { t: wordsIn(language), gist });
};

test("a part that is no longer known is never told as closed", () => {
  expect(said(599, 0)).toBe("含改后算不出的 599\u00a0m²，不是补上");
  expect(said(599, 20)).toBe("含改后算不出的 599\u00a0m²，不是补上，含改前算不出的 20\u00a0m²");
  expect(said(599, 0, "en")).toBe("599\u00a0m² of it is no longer known, not closed");
  expect(said(0, 0)).toBeUndefined();
  expect(aloneWords([], "childcare_slots", "m2", { t: wordsIn("zh"), gist: String })).toBeUndefined();
});
