import { expect, test } from "vitest";
import { pictureLegend, pictureSubtitle, pictureTitle } from "../../src/app/derived/picture-words.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { PALETTES } from "../../src/ui/look/palette.ts";

const zh = wordsIn("zh");
const content = { focus: {}, services: [], strays: [], streetChanges: [] } as unknown as Parameters<
  typeof pictureLegend
>[1];

test("a picture of shares says which share it is of, and what has none", () => {
  const told = (["streets", "share", "allocated"] as const).map((by) => [
    pictureTitle("徐州", { by, subject: "elderly" }, zh),
    pictureSubtitle({ by, subject: "elderly" }, false, zh),
    pictureLegend(by, content, undefined, PALETTES.light, zh)[PALETTES.light.shares.length]?.text,
  ]);
  expect(told).toEqual([
    ["徐州 · 养老满足率", "养老：街道合计满足率", "无小区、无要求，或待补资料"],
    ["徐州 · 养老满足率", "养老：小区满足率，按标准判定", "无要求，或待补资料"],
    ["徐州 · 养老均衡分配", "养老：小区均衡分到的份额", "不参加均衡分配（如新建小区）"],
  ]);
});
