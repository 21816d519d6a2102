import { expect, test } from "vitest";
import { evidenceOf } from "../../../src/core/analysis/evidence-of.ts";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, update } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { keepPack } from "../../../src/core/model/edits/keep-pack.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { copyOf, withRule } from "../../builders/own-packs.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../builders/rows.ts";

const standards = shippedStandards();
const by = { enteredBy: "王工", date: "2026-11-25" } as const;
const copy = copyOf(packById(standards, "xuzhou-2022") ?? standards.template, { id: "custom:local", ...by });
const stricter = value(withRule(copy, "XZ-O-E-20", { threshold: 25 }));
const PROJECT = aProject([aZone("Z")], [aFacility("F", { zone: "Z", ...elderlyRooms(210) })], {
  customPacks: [copy],
});
const CHOSEN = { ...DEFAULT_PARAMETERS, pack: copy.id };

const opened = (project = PROJECT) => value(finish(openPipeline(project, standards, CHOSEN)));

test("a number changed in an own pack is the number of the verdict, and the evidence says whose it is", () => {
  const before = opened();
  const line = (pipeline: typeof before) =>
    value(evidenceOf(pipeline, "Z")).lines.find(({ rule }) => rule === "XZ-O-E-20");
  // 1000 ÷ 100 × 20 = 200 ≤ 210
  expect(line(before)).toMatchObject({ altered: false, line: { verdict: "pass" } });
  const patch = value(keepPack(PROJECT, stricter));
  const project = value(applyPatch(PROJECT, patch));
  const after = value(finish(update(before, { project })));
  // 1000 ÷ 100 × 25 = 250; 250 − 210 = 40
  expect(line(after)).toMatchObject({
    altered: true,
    line: { verdict: "fail", shortage: { numerator: 40n, denominator: 1n } },
  });
  expect(value(evidenceOf(after, "Z")).pack).toMatchObject({
    id: "custom:local",
    status: "custom",
    custom: { copiedFrom: "xuzhou-2022", ...by },
  });
  const other = value(evidenceOf(after, "Z")).lines.find(({ rule }) => rule === "XZ-O-C-8");
  expect(other?.altered).toBe(false);
});

test("an analysis after a change of the pack is that from scratch, and that of before once it is taken back", () => {
  const before = opened();
  const project = { ...PROJECT, customPacks: [stricter] };
  const after = value(finish(update(before, { project })));
  expect(after.results).toEqual(opened(project).results);
  expect(after.results.key).not.toBe(before.results.key);
  expect(value(finish(update(after, { project: PROJECT }))).results).toEqual(before.results);
});

test("a pack that nobody checked is named with every analysis made by it", () => {
  const unchecked = { code: "analysis.pack-unchecked", facts: { pack: "custom:local", enteredBy: "王工" } };
  expect(opened().results.issues).toContainEqual(expect.objectContaining(unchecked));
  const custom = { ...by, checkedBy: "李工" };
  const checked = { ...PROJECT, customPacks: [{ ...copy, custom }] };
  expect(opened(checked).results.issues.map(({ code }) => code)).not.toContain("analysis.pack-unchecked");
  const shipped = { ...PROJECT, customPacks: [copy] };
  const byPlace = value(finish(openPipeline(shipped, standards, DEFAULT_PARAMETERS)));
  expect(byPlace.results.issues.map(({ code }) => code)).not.toContain("analysis.pack-unchecked");
});
