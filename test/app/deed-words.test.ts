import { expect, test } from "vitest";
import { deedWords } from "../../src/app/derived/deed-words.ts";
import { tellingOf } from "../../src/app/derived/telling.ts";
import type { Deed } from "../../src/app/state/document.ts";
import type { Facility } from "../../src/core/model/facility.ts";
import type { ResidentialZone } from "../../src/core/model/residential-zone.ts";
import type { CandidateSite } from "../../src/core/model/site.ts";
import type { StreetChange } from "../../src/core/network/changed-streets.ts";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import { aFacility, aZone, east, elderlyRooms } from "../builders/rows.ts";

const view = { customPacks: [], zones: { ids: ["z1", "z2"], names: ["东园", ""] } };

function said(deed: Deed, language: Language = "zh"): string {
  const text = (of: { readonly zh: string; readonly en: string }) => of[language];
  const speech = { t: wordsIn(language), language, text } as never;
  return deedWords(deed, tellingOf(view, speech)).replaceAll("\u00a0", " ");
}

const F = aFacility("F", { ...elderlyRooms(150), name: "甲站", beds: 20 });
const changed = (before: Facility | undefined, after: Facility | undefined): Deed => ({
  patch: { facilities: [{ ...(before && { before }), ...(after && { after }) }] },
});
const { at: _at, ...placeless } = F;
const { beds: _beds, ...bedless } = F;

test("one row is told with what is different of it", () => {
  expect(said(changed(undefined, F))).toBe("新增设施甲站");
  expect(said(changed(F, undefined))).toBe("删除设施甲站");
  expect(said(changed(F, { ...F, at: east(120) }))).toBe("甲站移动 120 m");
  expect(said(changed(placeless, F))).toBe("给甲站定了位置");
  expect(said(changed(F, placeless))).toBe("去掉甲站的位置");
  expect(said(changed(F, { ...F, status: "closed" }))).toBe("停用甲站");
  expect(said(changed({ ...F, status: "closed" }, { ...F, status: "planned" }))).toBe("恢复甲站");
  expect(said(changed(F, { ...F, status: "planned" }))).toBe("甲站：状态 已建成 → 规划");
  expect(said(changed(F, { ...F, beds: 30 }))).toBe("甲站：床位 20 张 → 30 张");
  expect(said(changed(F, bedless))).toBe("甲站：床位 20 张 → 未说明");
  expect(said(changed(F, { ...F, ...elderlyRooms(1200.5), zone: "z1", registered: true }))).toBe(
    "甲站：养老面积 150 m² → 1,200.5 m²；备案 未说明 → 是；所属小区 未说明 → 东园",
  );
  expect(said(changed(F, { ...F, ...elderlyRooms(1), slots: 2, beds: 3, phone: "1", zone: "z2" }))).toBe(
    "甲站：养老面积 150 m² → 1 m²；托位 未说明 → 2 个；床位 20 张 → 3 张；等 5 项",
  );
  expect(said(changed({ ...F, unread: ["slots"] }, F))).toBe("甲站的资料");
  expect(said(changed(aFacility("G"), { ...aFacility("G"), name: "x".repeat(60) }))).toBe(
    `G：名称 未说明 → ${"x".repeat(24)}…`,
  );
});

test("a zone is told by its fields as well", () => {
  const before: ResidentialZone = aZone("z1", { name: "东园", households: 800 });
  const after: ResidentialZone = { ...before, households: 1200, status: "new" };
  expect(said({ patch: { zones: [{ before, after }] } })).toBe(
    "东园：状态 已建成 → 新建；户数 800 户 → 1,200 户",
  );
  expect(said({ patch: { zones: [{ before, after }] } }, "en")).toMatch(
    /^东园: Status .* → .*; Households 800/,
  );
});

test("a candidate site is told by its fields, with what can be chosen by its label", () => {
  const site: CandidateSite = { id: "S", name: "旧门面", at: east(0), usableArea: 420 };
  const told = (before: CandidateSite | undefined, after: CandidateSite | undefined) =>
    said({ patch: { sites: [{ ...(before && { before }), ...(after && { after }) }] } });
  expect(told(undefined, site)).toBe("新增候选点旧门面");
  expect(told(site, undefined)).toBe("删除候选点旧门面");
  expect(told(site, { ...site, at: east(120) })).toBe("旧门面移动 120 m");
  const after: CandidateSite = {
    ...site,
    ...{ usableArea: 1500, ways: ["lease", "buy"], earliest: 2027, zone: "z1" },
  };
  expect(told(site, after)).toBe(
    "旧门面：取得方式 未说明 → 租赁、购置；可用面积 420 m² → 1,500 m²；最早投用年份 未说明 → 2027；等 4 项",
  );
  expect(said({ patch: { sites: [{ after: site }, { after: { ...site, id: "T" } }] } })).toBe("候选点新增 2");
});

test("a zone that is drawn, changed on the map, moved or deleted is told by that", () => {
  const square = (x: number, width: number): ResidentialZone["shape"] & {} => [
    [[east(x), east(x + width), east(x + width, width), east(x, width)]],
  ];
  const zone = aZone("z1", { name: "东园", shape: square(0, 100) });
  const { at: _place, ...nowhere } = zone;
  const { shape: _shape, ...point } = zone;
  const { at: _point, ...bare } = point;
  const told = (before: ResidentialZone | undefined, after: ResidentialZone | undefined) =>
    said({ patch: { zones: [{ ...(before && { before }), ...(after && { after }) }] } });
  expect(told(bare, nowhere)).toBe("给东园画了边界");
  expect(told(bare, point)).toBe("给东园定了位置");
  expect(told(point, bare)).toBe("去掉东园的位置");
  expect(told(zone, point)).toBe("去掉东园的边界");
  expect(told(zone, { ...zone, shape: square(0, 200) })).toBe("改东园的边界：9,999 m² → 39,996 m²");
  const shape = zone.shape?.map((polygon) =>
    polygon.map((ring) => ring.map(({ lng, lat }) => ({ lng: lng + 0.001, lat }))),
  ) as unknown as ResidentialZone["shape"] & {};
  expect(told(zone, { ...zone, shape })).toBe("东园移动 92 m");
  expect(told(zone, { ...zone, shape: square(0, 200), households: 5 })).toBe(
    "改东园的边界：9,999 m² → 39,996 m²；东园：户数 1,000 户 → 5 户",
  );
  const rooms = { before: aFacility("f1", { zone: "z1" }), after: aFacility("f1", { zone: "东园" }) };
  expect(said({ patch: { zones: [{ before: zone }], facilities: [rooms] } })).toBe(
    "删除小区东园；设施更改 1",
  );
});

test("many rows are told in numbers, those of files with their names", () => {
  const patch = {
    facilities: [{ after: F }, { before: aFacility("G"), after: aFacility("G", { beds: 1 }) }],
    zones: [{ after: aZone("z1") }, { after: aZone("z2") }, { before: aZone("z3") }],
  };
  expect(said({ patch })).toBe("小区新增 2、删除 1；设施新增 1、更改 1");
  expect(said({ patch, files: ["a.csv"] })).toBe("导入 a.csv；小区新增 2、删除 1；设施新增 1、更改 1");
  expect(said({ patch, files: ["a.csv", "b.csv"] })).toMatch(/^导入 a\.csv、b\.csv；/);
  expect(said({ patch, files: ["a.csv", "b.csv", "c.csv"] })).toMatch(/^导入 a\.csv 等 3 个文件；/);
  expect(said({ patch: { facilities: [{ after: F }] }, files: ["a.csv"] })).toBe("导入 a.csv；设施新增 1");
  // A facility that goes out of the phases of a zone.
  expect(
    said({ patch: { facilities: [{ before: F }], zones: [{ before: aZone("z"), after: aZone("z") }] } }),
  ).toBe("删除设施甲站；小区更改 1");
});

test("many rows of one table are told by what they all became, or by what is different of them", () => {
  const [G, H] = [aFacility("G", { beds: 5 }), aFacility("H", { beds: 6 })];
  const set = (differs: Partial<Facility>): Deed => ({
    patch: { facilities: [F, G, H].map((before) => ({ before, after: { ...before, ...differs } })) },
  });
  expect(said(set({ status: "planned" }))).toBe("3 处设施：状态 → 规划");
  expect(said(set({ status: "planned" }), "en")).toMatch(/^3 facilities: Status → /);
  expect(said(set({ checked: "checked", source: "台账" }))).toBe("3 处设施：资料来源 → 台账；核实 → 已核实");
  const beds = [F, G].map((before, at) => ({ before, after: { ...before, beds: 7 + at } }));
  expect(said({ patch: { facilities: beds } })).toBe("2 处设施：床位");
  const zones = [aZone("z1"), aZone("z2")].map((before) => ({
    before,
    after: { ...before, street: "湖滨街道" },
  }));
  expect(said({ patch: { zones } })).toBe("2 个小区：街道 → 湖滨街道");
  expect(said({ patch: { zones }, files: ["a.csv"] })).toBe("导入 a.csv；小区更改 2");
  expect(said({ patch: { zones, facilities: beds } })).toBe("小区更改 2；设施更改 2");
});

test("parameters are told with their values before and after, those never set with what holds then", () => {
  const set = (before: NonNullable<Deed["choices"]>["before"], after: typeof before) =>
    said({ choices: { before, after } });
  expect(set({}, { detour: 1.4 })).toBe("参数：绕行系数 1.3 → 1.4");
  expect(set({ detour: 1.4 }, {})).toBe("参数：绕行系数 1.4 → 1.3");
  expect(set({ detour: 1.3 }, {})).toBe("参数：绕行系数 1.3");
  expect(set({}, { limits: { elderly: 700, carer_with_infant: 900, adult: 1000 } })).toBe(
    "参数：养老步行限 800 m → 700 m",
  );
  expect(set({}, { supply: "floating", year: 2025 })).toMatch(
    /^参数：供需分配 均衡分配（先补最缺） → .*；目标年 .* → 2025$/,
  );
  expect(said({ patch: { facilities: [{ after: F }] }, choices: { before: {}, after: { detour: 2 } } })).toBe(
    "新增设施甲站；参数：绕行系数 1.3 → 2",
  );
});

test("standards of one's own are told by their titles, whatever else of the project as a whole", () => {
  const pack = { id: "own", title: { zh: "我的标准", en: "Mine" } } as never;
  const settings = (before: readonly never[], after: readonly never[]): Deed => ({
    patch: {
      settings: {
        before: { name: "p", customPacks: before, duplicateDecisions: [] },
        after: { name: "p", customPacks: after, duplicateDecisions: [] },
      } as never,
    },
  });
  expect(said(settings([], [pack]))).toBe("新增自定标准“我的标准”");
  expect(said(settings([pack], []))).toBe("删除自定标准“我的标准”");
  expect(said(settings([pack], [{ ...(pack as object), version: "2" } as never]))).toBe(
    "更改自定标准“我的标准”",
  );
  expect(said(settings([], []))).toBe("项目设置");
});

test("streets that are closed, added and restored are told one by one", () => {
  const closed: StreetChange = { kind: "closed", way: 3, from: 0, to: 2, name: "永安路", metres: 120 };
  const nameless: StreetChange = { kind: "opened", way: 4, tags: { foot: "yes" }, metres: 1250 };
  const added: StreetChange = { kind: "added", line: [east(0, 0), east(90, 0)], tags: {} };
  const of = (before: readonly StreetChange[], after: readonly StreetChange[]): Deed => {
    const settings = (streetChanges: readonly StreetChange[]) => ({
      ...{ name: "", customPacks: [], duplicateDecisions: [] },
      ...(streetChanges.length > 0 && { streetChanges }),
    });
    return { patch: { settings: { before: settings(before), after: settings(after) } } };
  };
  expect(said(of([], [closed]))).toBe("封闭 永安路 一段 120 m");
  expect(said(of([closed], [closed, nameless, added]))).toBe("开放 无名路 1,250 m；新增一条路 90 m");
  expect(said(of([closed, added], [added]))).toBe("恢复（封闭 永安路 一段 120 m）");
  expect(said(of([], [closed]), "en")).toBe("Closed 120 m of 永安路");
});
