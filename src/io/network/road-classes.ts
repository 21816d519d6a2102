import { plainWord, wordsOf } from "../to-model/read-value.ts";

/** What a word for a class of road is in OpenStreetMap, as `highway`; `undefined` if it is none we know. */
export function highwayNamed(word: string): string | undefined {
  return BY_WORD.get(plainWord(word));
}

/** Of the headings of a file, the one that names classes of road; `undefined` if none does. */
export function classHeading(headings: Iterable<string>): string | undefined {
  return firstOf(CLASS_HEADINGS, headings);
}

/** Likewise the one that names the roads themselves. */
export function nameHeading(headings: Iterable<string>): string | undefined {
  return firstOf(NAME_HEADINGS, headings);
}

function firstOf(known: readonly string[], headings: Iterable<string>): string | undefined {
  const byWord = new Map([...headings].map((heading) => [plainWord(heading.trim()), heading.trim()]));
  const word = known.find((each) => byWord.has(each));
  return word === undefined ? undefined : byWord.get(word);
}

/** The plainest first. In a Shapefile of UTF-8 headings end after ten bytes: `道路等级` comes as `道路等`. */
const CLASS_HEADINGS = [
  ...[
    "highway",
    "fclass",
    "道路等级",
    "道路等",
    "道路类型",
    "道路类别",
    "道路类",
    "道路分类",
    "道路分",
    "等级",
  ],
  ...["road_class", "roadclass"],
  ...["类型", "类别", "type", "class", "kind"],
] as const;
const NAME_HEADINGS = ["name", "名称", "道路名称", "道路名", "路名", "road_name", "roadname"] as const;

/** In China a road is mapped as its rank: national roads as trunk, provincial ones as primary, and so on. */
const BY_WORD = wordsOf({
  motorway: ["高速公路", "高速路", "高速"],
  motorway_link: ["匝道", "高速匝道"],
  trunk: ["快速路", "城市快速路", "国道"],
  trunk_link: [],
  primary: ["主干路", "主干道", "城市主干路", "城市主干道", "省道"],
  primary_link: [],
  secondary: ["次干路", "次干道", "城市次干路", "城市次干道", "县道"],
  secondary_link: [],
  tertiary: ["支路", "城市支路", "乡道"],
  tertiary_link: [],
  unclassified: ["村道", "一般道路"],
  residential: ["街坊路", "街巷", "街道", "巷", "巷道", "里弄", "胡同", "居住区道路", "小区道路", "小区路"],
  living_street: ["生活街道"],
  service: ["内部道路", "内部路", "小区内部道路", "厂区道路", "停车场通道", "消防通道"],
  pedestrian: ["步行街"],
  footway: ["人行道", "人行道路", "步道", "步行道", "人行步道", "健身步道", "人行天桥", "人行地道", "绿道"],
  steps: ["台阶", "梯道", "阶梯", "人行梯道"],
  path: ["小路", "小径"],
  track: [
    ...(["机耕路", "机耕道", "田间路", "土路"] as const),
    ...(["track_grade1", "track_grade2", "track_grade3", "track_grade4", "track_grade5"] as const),
  ],
  cycleway: ["自行车道", "非机动车道"],
  bridleway: [],
  corridor: ["室内通道"],
  elevator: ["电梯"],
  platform: ["站台"],
  road: ["unknown"],
  busway: ["公交专用道"],
  bus_guideway: [],
  raceway: [],
  services: ["服务区"],
  rest_area: [],
  escape: [],
  via_ferrata: [],
  abandoned: ["废弃"],
  disused: [],
  razed: [],
  demolished: ["已拆除"],
  construction: ["在建", "在建道路"],
  proposed: ["规划", "规划道路", "规划路"],
} as const);
