import { expect, test } from "vitest";
import { packsInUse } from "../../../src/core/analysis/packs-in-use.ts";
import { applyPatch } from "../../../src/core/model/apply-patch.ts";
import { keepPack, removePack } from "../../../src/core/model/edits/keep-pack.ts";
import { inverse } from "../../../src/core/model/inverse.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { copyOf, fromTemplate, withRule } from "../../builders/own-packs.ts";
import { aProject, aZone } from "../../builders/rows.ts";

const standards = shippedStandards();
const by = { enteredBy: "王工", date: "2026-11-25" } as const;
const xuzhou = packById(standards, "xuzhou-2022") ?? standards.template;
const copy = copyOf(xuzhou, { id: "custom:local", ...by });
const other = copyOf(xuzhou, { id: "custom:another", ...by });
const PROJECT = aProject([aZone("Z1"), aZone("Z2", { adminCode: "329900" })], []);

test("standards are taken in, changed and taken out; each step is taken back by its inverse", () => {
  const in1 = value(keepPack(PROJECT, copy));
  const with1 = value(applyPatch(PROJECT, in1));
  const with2 = value(applyPatch(with1, value(keepPack(with1, other))));
  expect(with2.customPacks).toEqual([other, copy]);
  const changed = value(withRule(copy, "XZ-N-E-20", { threshold: 25 }));
  const change = value(keepPack(with2, changed));
  const with3 = value(applyPatch(with2, change));
  expect(with3.customPacks).toEqual([other, changed]);
  expect(value(applyPatch(with3, inverse(change)))).toEqual(with2);
  const out = value(removePack(with2, { id: other.id, zonesJudged: 0 }));
  expect(value(applyPatch(with2, out))).toEqual(with1);
  expect(value(applyPatch(with1, inverse(in1)))).toEqual(PROJECT);
});

test("shipped and faulty standards are not taken in; what is unknown cannot be taken out", () => {
  expect(keepPack(PROJECT, xuzhou).issues[0]?.code).toBe("pack.custom-id");
  expect(keepPack(PROJECT, { ...copy, adminCodes: ["x"] }).issues[0]?.code).toBe("pack.wrong-form");
  expect(removePack(PROJECT, { id: copy.id, zonesJudged: 0 }).issues[0]?.code).toBe("edit.unknown-pack");
});

test("standards in use stay: chosen for all, named by zones or by the document, or of the place", () => {
  const held = { ...PROJECT, customPacks: [copy] };
  const refusal = (project: typeof held, zonesJudged = 0) => {
    const outcome = removePack(project, { id: copy.id, zonesJudged });
    return outcome.issues.map(({ code, facts }) => ({ code, ...facts }));
  };
  expect(refusal(held)).toEqual([]);
  const inUse = (zones: number) => [{ code: "edit.pack-in-use", id: copy.id, zones }];
  expect(refusal(held, packsInUse(held, standards, copy.id).get(copy.id))).toEqual(inUse(2));
  expect(refusal({ ...held, pack: copy.id })).toEqual(inUse(2));
  expect(refusal({ ...held, zones: [aZone("Z1", { pack: copy.id }), aZone("Z2")] })).toEqual(inUse(1));
});

test("the packs in use are counted by zone: by choice, by name, by place", () => {
  const city = { zh: "示例市", en: "Example" };
  const place = value(
    fromTemplate(standards.template, { id: "custom:example", city, adminCodes: ["3299"], ...by }),
  );
  const project = { ...PROJECT, customPacks: [copy, place] };
  expect([...packsInUse(PROJECT, standards)]).toEqual([["xuzhou-2022", 1]]);
  expect([...packsInUse(project, standards)]).toEqual([
    ["xuzhou-2022", 1],
    ["custom:example", 1],
  ]);
  expect([...packsInUse({ ...project, pack: copy.id }, standards)]).toEqual([[copy.id, 2]]);
  expect([...packsInUse({ ...project, pack: copy.id }, standards, "huaibei-draft")]).toEqual([
    ["huaibei-draft", 2],
  ]);
});
