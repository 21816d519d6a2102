import { squeezed } from "./cells/trimmed.ts";
import type { Matching } from "./reading.ts";

/**
 * Every column the product reads, with the headings it is known by, our own name first; docs/columns.md says what they
 * hold. Compared without case, spaces, invisible marks and brackets.
 */
export const HEADINGS = {
  id: ["id", "编号", "设施编号", "小区编号", "机构编号", "代码", "code", "序号"],
  name: ["name", "名称", "小区名称", "设施名称", "机构名称", "项目名称", "单位名称", "小区"],
  kind: ["kind", "类别", "设施类别", "设施类型", "机构类型", "类型", "type"],
  status: ["status", "状态", "运营状态", "建设状态", "小区状态"],
  lon: ["lon", "lng", "longitude", "x", "经度"],
  lat: ["lat", "latitude", "y", "纬度"],
  lonlat: ["lonlat", "lnglat", "经纬度", "坐标", "经纬度坐标", "location", "coordinates"],
  address: ["address", "地址", "详细地址"],
  elderly_m2: [
    ...(["elderly_m2", "养老面积", "养老服务面积", "养老用房面积", "养老建筑面积"] as const),
    ...(["养老服务用房面积", "养老服务用房建筑面积"] as const),
  ],
  childcare_m2: [
    ...(["childcare_m2", "托育面积", "托育服务面积", "托育用房面积", "托育建筑面积"] as const),
    ...(["托育服务用房面积", "托育服务用房建筑面积"] as const),
  ],
  community_m2: ["community_m2", "社区用房面积", "社区综合服务面积"],
  total_m2: ["total_m2", "总建筑面积", "建筑面积"],
  land_m2: ["land_m2", "用地面积", "占地面积"],
  slots: ["slots", "托位", "托位数", "备案托位"],
  beds: ["beds", "床位", "床位数", "养老床位"],
  nursing_beds: ["nursing_beds", "护理型床位", "护理床位"],
  storey: ["storey", "floor", "楼层", "所在楼层"],
  dense_area: ["dense_area", "人口密集区"],
  fire_compliant: ["fire_compliant", "消防合格", "消防达标"],
  zone: ["zone", "所属小区编号", "所属小区", "配建小区"],
  shared: ["shared", "对外共享", "共享"],
  registered: ["registered", "备案", "是否备案", "备案情况"],
  inclusive: ["inclusive", "普惠", "是否普惠"],
  pooled_with: ["pooled_with", "统筹小区"],
  pooling_approved_by: ["pooling_approved_by", "统筹批准单位"],
  pooling_date: ["pooling_date", "统筹批准日期"],
  phone: ["phone", "电话", "联系电话"],
  hours: ["hours", "开放时间", "服务时间", "营业时间"],
  source: ["source", "来源", "数据来源"],
  date: ["date", "日期", "数据日期", "更新日期"],
  checked: [
    ...([
      "checked",
      "核实状态",
      "核实",
      "是否核实",
      "核实情况",
      "核实结果",
      "是否已核实",
      "verified",
    ] as const),
  ],
  households: ["households", "户数", "总户数", "住户数"],
  residents: ["residents", "人口", "常住人口", "居住人口", "人口数", "总人口", "population"],
  residents_basis: ["residents_basis", "人口口径"],
  elderly60: [
    "elderly60",
    "60岁以上",
    "60岁及以上",
    "60岁以上人口",
    "60岁及以上人口",
    "老年人口",
    "老年人数",
  ],
  under3: ["under3", "3岁以下", "3岁以下人口", "3岁以下婴幼儿", "婴幼儿人数"],
  residential_m2: ["residential_m2", "住宅面积", "住宅建筑面积"],
  old_estate: ["old_estate", "老旧小区"],
  in_renewal: ["in_renewal", "列入改造", "改造工程"],
  stage: ["stage", "阶段", "审批阶段"],
  phases: ["phases", "分期", "分期数", "分期建设"],
  grant_date: ["grant_date", "出让日期", "土地出让日期"],
  remediation_start: ["remediation_start", "补建起算日"],
  admin_code: ["adminCode", "admin_code", "行政区划代码", "区划代码", "adcode"],
  district: ["district", "区县", "县区", "所属区县"],
  street: ["street", "街道", "所属街道", "镇街", "乡镇街道", "街道乡镇"],
  community: ["community", "社区", "所属社区", "社区村", "村居"],
  pack: ["pack", "适用标准"],
  level: ["level", "级别", "层级"],
  parent: ["parent", "parentCode", "parent_code", "上级代码", "上级区划代码"],
  urban: ["urban", "城镇"],
  cost: ["cost", "造价", "造价万元"],
  yearly_cost: ["yearly_cost", "年费用", "年费用万元", "年租金", "年租金万元"],
  earliest: ["earliest", "最早投用年份", "可投用年份"],
  usable_years: ["usable_years", "可用年限", "租期", "过渡期"],
  ways: ["ways", "取得方式"],
  enlarges: ["enlarges", "扩建设施"],
  owner: ["owner", "权属单位", "产权人"],
  fire_class: ["fire_class", "耐火等级"],
  investment: ["investment", "总投资", "投资额", "总投资万元"],
  opens: ["opens_in", "计划投用年份", "计划建成年份"],
  usable_m2: ["usable_m2", "可用面积"],
  title_certificate: ["title_certificate", "产权证", "有产权证"],
  expropriation_listed: ["expropriation_listed", "列入征收", "征收"],
  far: ["far", "容积率"],
  hukou: ["hukou", "户籍人口"],
  urban_residents: ["urban_residents", "城镇人口"],
  year: ["year", "年份"],
  land_use: ["class", "用地类别"],
  parcel_m2: ["area_m2", "地块面积"],
} as const;

export type Field = keyof typeof HEADINGS;

/** A column with how plainly a heading names it: 0 is our own name, −1 what the user says. */
export interface NamedField {
  readonly field: Field;
  readonly rank: number;
}

/** Columns whose headings give their bare numbers a larger unit than the plain one, as `人口（万人）`, with that unit. */
export function largerUnits(headings: ReadonlyMap<Field, string>): ReadonlyMap<Field, string> {
  const units = new Map<Field, string>();
  for (const [field, heading] of headings) {
    const { unit } = lookedUp(heading);
    if (unit !== undefined) units.set(field, unit);
  }
  return units;
}

/**
 * The column a heading stands for, as the user says or else as it reads; `undefined` if it is none of ours, or its
 * brackets make it another.
 */
export function fieldNamed(heading: string, matched: Matching = {}): NamedField | undefined {
  const said = Object.hasOwn(matched, heading.trim()) ? matched[heading.trim()] : undefined;
  if (said !== undefined) return said === null ? undefined : { field: said, rank: -1 };
  const { named, isPlain } = lookedUp(heading);
  return isPlain ? named : undefined;
}

/**
 * The column that a heading would be without what stands in its brackets, as `户数（百户）` or `人口（60岁以上）`: it speaks
 * of something else, and nobody should take it for the plain one. `undefined` for any other heading.
 */
export function qualifiedField(heading: string): Field | undefined {
  const { named, isPlain } = lookedUp(heading);
  return isPlain ? undefined : named?.field;
}

/** Whether a cell below the column names gives a column another unit than its own, as `万人` below `人口`. */
export function isOtherUnit(heading: string, cell: string): boolean {
  const plain = cell.normalize("NFKC").trim();
  if (!LARGE_UNIT.test(plain)) return false;
  const { named, isPlain, unit } = lookedUp(`${heading}(${plain.replace(/[()]/g, "")})`);
  return named !== undefined && (!isPlain || unit !== undefined);
}

/** Whether a cell right below the name of a column names a part of it, as 规划 below 托位: then it is not the plain one. */
export function isSecondName(field: Field, cell: string): boolean {
  return isAmount(field) && PART.test(cell.normalize("NFKC").trim());
}

/** What registers divide an amount into. */
const PART =
  /^(?:规划|计划|拟建|设计|批复|核定|备案|现状|现有|实有|实际|既有|已建|建成|在建|在用|使用|可用|闲置|新增|其中|剩余|年初|年末|上年|本年|planned|actual|existing|designed)[\p{L}()]{0,6}$/iu;

/** `百户`, `单位:万人`, `亩`; no cell of a row that holds numbers. */
const LARGE_UNIT = /^\(?(?:单位:?)?(?:[十百千万亿]+\D{0,4}|亩|公顷|ha|km2|km\^2|平方公里)\)?$/i;

/**
 * The columns of a header line, by place. Of two headings of one meaning, such as 序号 and 编号, the plainer counts and
 * the other is none of ours; `twice` is a heading that stands there twice. Of a column that decides, such as 运营状态 and
 * 建设状态, or 户数 and 总户数, two are two facts, and neither is the plainer one: `rivals` are their places.
 */
export function fieldsOf(
  headings: readonly string[],
  matched: Matching = {},
): {
  readonly fields: readonly (Field | undefined)[];
  readonly twice: string | undefined;
  readonly rivals: readonly (readonly number[])[];
} {
  const isPlain = new Set(headings.flatMap((heading) => plainField(heading) ?? []));
  const named = headings.map((heading) => {
    const found = fieldNamed(heading, matched);
    if (found?.rank === -1) return found;
    // Beside the column in its plain unit, that in a larger one is none of ours.
    return found && (!isPlain.has(found.field) || plainField(heading) === found.field) ? found : undefined;
  });
  const best = new Map<Field, number>();
  for (const each of named) {
    if (each) best.set(each.field, Math.min(each.rank, best.get(each.field) ?? each.rank));
  }
  const chosen = named.map((each) => (each && best.get(each.field) === each.rank ? each.field : undefined));
  const second = chosen.findIndex((field, i) => field !== undefined && chosen.indexOf(field) !== i);
  // What the user says of a column decides which of several it is.
  const isRival = (i: number, field: Field) =>
    named[i]?.field === field && (best.get(field) !== -1 || chosen[i] === field);
  const rivals = [...DECIDING]
    .map((field) => [...headings.keys()].filter((i) => isRival(i, field)))
    .filter((places) => places.length > 1);
  return { fields: chosen, twice: headings[second]?.trim(), rivals };
}

/** Columns that decide what counts, and so must not be chosen between two. */
export const DECIDING: ReadonlySet<Field> = new Set<Field>([
  ...(["status", "households", "residents", "elderly_m2", "childcare_m2", "community_m2"] as const),
  ...(["slots", "beds", "storey"] as const),
]);

/** The column of a heading that gives it no larger unit. */
function plainField(heading: string): Field | undefined {
  const { named, isPlain, unit } = lookedUp(heading);
  return isPlain && unit === undefined ? named?.field : undefined;
}

/** `建筑面积（㎡）` and `建筑面积` are one heading; `户数（百户）` is another than `户数`. */
function lookedUp(heading: string): {
  readonly named: NamedField | undefined;
  readonly isPlain: boolean;
  readonly unit?: string | undefined;
} {
  const notes: string[] = [];
  const bare = heading.normalize("NFKC").replace(BRACKETS, (whole) => {
    notes.push(
      whole
        .slice(1, -1)
        .trim()
        .replace(/^单位:?/, ""),
    );
    return "";
  });
  const named = BY_HEADING.get(squeezed(bare).toLowerCase());
  const group = named && groupOf(named.field);
  const isLarger = (note: string) => group !== undefined && LARGER_NOTES[group]?.test(note) === true;
  const isPlain = notes.every(
    (note) => NO_NOTE.test(note) || (group && PLAIN_NOTES[group].test(note)) || isLarger(note),
  );
  return { named, isPlain, unit: isPlain ? notes.find(isLarger) : undefined };
}

const BRACKETS = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|\{[^{}]*\}/g;
/** Says nothing of what the column holds. */
const NO_NOTE = /^(?:必填|选填|可选)?$/;

/** The plain unit of a column, which its brackets may repeat. */
const PLAIN_NOTES = {
  area: /^(?:m2|m\^2|sqm|平方米|平米)$/i,
  households: /^户$/,
  people: /^(?:人|名)$/,
  slots: /^(?:个|个托位)$/,
  beds: /^(?:张|床|张床)$/,
  place:
    /^(?:度|°|十进制度|wgs[- ]?84|cgcs[- ]?2000|国家2000|2000国家大地坐标系|gcj-?02|bd-?09|经度[,、]纬度)$/i,
  storey: /^(?:层|楼|f)$/i,
  flag: /^是\s*[/、或]?\s*否$/,
  money: /^(?:万元|万元\/年)$/,
  years: /^年$/,
  other: NO_NOTE,
};

/** Units that hold many of the plain one; of other columns nobody writes them. */
const LARGER_NOTES: Readonly<Partial<Record<keyof typeof PLAIN_NOTES, RegExp>>> = {
  area: /^(?:亩|公顷|ha|hm2|万平方米|万平米|万m2|平方公里|km2)$/i,
  households: /^[万千百]户$/,
  people: /^[万千百]人$/,
};

function groupOf(field: Field): keyof typeof PLAIN_NOTES {
  if (field.endsWith("_m2")) return "area";
  if (PEOPLE.has(field)) return "people";
  if (FLAGS.has(field)) return "flag";
  if (field === "households" || field === "slots" || field === "storey") return field;
  if (field === "beds" || field === "nursing_beds") return "beds";
  if (field === "lon" || field === "lat" || field === "lonlat") return "place";
  return MONEY.has(field) ? "money" : field === "usable_years" ? "years" : "other";
}

/** Whether a column holds what is added up: people, floor area, slots. */
export function isAmount(field: Field): boolean {
  return AMOUNTS.has(groupOf(field));
}

const AMOUNTS: ReadonlySet<ReturnType<typeof groupOf>> = new Set([
  ...(["area", "households", "people", "slots", "beds", "money"] as const),
]);

const MONEY: ReadonlySet<Field> = new Set<Field>(["cost", "yearly_cost", "investment"]);
const PEOPLE: ReadonlySet<Field> = new Set<Field>([
  ...(["residents", "elderly60", "under3", "hukou", "urban_residents"] as const),
]);
const FLAGS: ReadonlySet<Field> = new Set<Field>([
  ...([
    "dense_area",
    "fire_compliant",
    "shared",
    "registered",
    "inclusive",
    "old_estate",
    "checked",
  ] as const),
  ...(["in_renewal", "urban", "title_certificate", "expropriation_listed"] as const),
]);

const BY_HEADING: ReadonlyMap<string, NamedField> = new Map(
  (Object.entries(HEADINGS) as [Field, readonly string[]][]).flatMap(([field, headings]) =>
    headings.map((heading, rank) => [squeezed(heading).toLowerCase(), { field, rank }] as const),
  ),
);
