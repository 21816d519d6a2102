import seeds from "../../../seeds/standards/facility-kinds.json" with { type: "json" };
import { FACILITY_KINDS, type FacilityKind } from "../../core/model/facility-kind.ts";
import { plainWord } from "./read-value.ts";

/** The kind that a code or a Chinese name stands for; `undefined` if it is none of the 23. */
export function kindNamed(text: string): FacilityKind | undefined {
  return BY_NAME.get(text) ?? BY_NAME.get(plainName(text));
}

/** Names beside the official ones. A name that fits two kinds, such as 养老服务中心, is none. */
const OTHER_NAMES: Readonly<Partial<Record<FacilityKind, readonly string[]>>> = {
  E_STREET_COMP: ["街道综合养老服务中心", "综合性养老服务中心", "街道养老服务综合体"],
  E_DAYCARE: ["日间照料中心", "社区日间照料中心", "街道日间照料中心", "社区老年人日间照料中心"],
  E_COMM_CENTRE: [
    ...["居家养老服务中心", "社区养老服务中心", "社区居家养老中心"],
    ...["城市社区居家养老服务中心", "标准化居家养老服务中心"],
  ],
  E_ESTATE_STATION: [
    "居家养老服务站",
    "居家养老服务点",
    "养老服务站",
    "居家养老服务用房",
    "小区养老服务用房",
  ],
  E_MEAL: ["老年助餐点", "老年食堂", "长者食堂"],
  E_KITCHEN: ["中央厨房", "老年厨房"],
  E_TOWN_REGIONAL: ["区域性养老服务中心", "农村区域性养老服务中心", "镇区域性养老服务中心"],
  E_VILLAGE_CENTRE: ["村级居家养老服务中心", "行政村居家养老服务中心"],
  E_VILLAGE_YARD: ["农村互助幸福院", "幸福院", "互助养老点"],
  E_INSTITUTION: ["养老机构", "福利院", "敬老院", "护理院", "养老院"],
  E_EMBEDDED: ["嵌入式养老机构", "嵌入式养老服务综合体", "嵌入式机构"],
  E_HOME_BED: ["家庭养老床位", "家庭照护床位"],
  C_CITY_CENTRE: ["托育综合服务中心", "市托育综合服务中心", "区托育综合服务中心"],
  C_GUIDE_CENTRE: ["托育服务指导中心", "照护服务指导中心"],
  C_INSTITUTION: ["托育机构", "托育园", "托育中心", "托儿所"],
  C_KINDERGARTEN: ["幼儿园", "托幼一体", "幼儿园托育"],
  C_EARLY_EDU: ["早教机构"],
  C_COMMUNITY: ["社区托育点", "社区托育站点", "社区托育", "嵌入式托育点", "托育点"],
  C_WORKPLACE: ["单位托育", "用人单位托育点", "企业托育"],
  C_MEDICAL: ["医疗机构托育", "妇幼机构托育", "医育结合"],
  C_HOME: ["家庭托育"],
  C_PARENT_ROOM: ["亲子小屋"],
  S_COMMUNITY: ["社区综合服务中心", "社区综合服务设施", "社区服务中心"],
};

/** Without signs, so that brackets and slashes of an official name do not matter. */
function plainName(text: string): string {
  return plainWord(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Every way to read the brackets and the slashes of an official name: `托育综合服务中心（市/区）`. */
function readingsOf(name: string): string[] {
  const without = name.replace(/（[^（）]*）/g, "");
  const alternatives = without.includes("/") ? without.split("/") : [];
  return [name, without, name.replaceAll("（", "").replaceAll("）", ""), ...alternatives];
}

const BY_NAME: ReadonlyMap<string, FacilityKind> = namesByMeaning();

function namesByMeaning(): Map<string, FacilityKind> {
  const official = new Map(seeds.map(({ code, name }) => [code, name]));
  const names = new Map<string, FacilityKind | "several">();
  for (const kind of FACILITY_KINDS) {
    const name = official.get(kind);
    const readings = [kind, name?.en ?? kind, ...readingsOf(name?.zh ?? kind), ...(OTHER_NAMES[kind] ?? [])];
    for (const reading of new Set(readings.map(plainName))) {
      names.set(reading, names.has(reading) ? "several" : kind);
    }
  }
  return new Map([...names].flatMap(([name, kind]) => (kind === "several" ? [] : [[name, kind] as const])));
}
