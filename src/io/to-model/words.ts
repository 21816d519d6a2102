import type { AdminLevel } from "../../core/model/admin-unit.ts";
import type { CheckStatus } from "../../core/model/check-status.ts";
import type { FacilityStatus } from "../../core/model/facility.ts";
import type { ResidentialZone, ZoneStage } from "../../core/model/residential-zone.ts";
import type { CandidateSite, SiteWay } from "../../core/model/site.ts";
import { wordsOf } from "./read-value.ts";

/** The words that files use for what the model distinguishes. */
export const facilityStatuses = wordsOf<FacilityStatus>({
  built: [
    ...["existing", "operating", "现状", "既有", "已建", "已建成", "建成", "已投用", "投入使用"],
    ...["运营", "运营中", "正在运营", "正常运营", "已运营", "在营", "营业", "营业中", "正常", "开业"],
  ],
  built_not_handed_over: ["已建未移交", "建成未移交", "已建成未移交"],
  handed_over_not_operating: ["已移交未运营", "移交未运营", "已建未运营", "建成未运营", "未运营"],
  under_construction: ["在建", "建设中", "施工中", "正在建设"],
  approved_plan: ["已批", "已批复", "已批准", "方案已批", "批复"],
  planned: ["规划", "规划中", "拟建", "计划"],
  closed: ["停业", "停运", "停用", "关闭", "已关闭", "关停", "歇业", "注销"],
  converted: ["改作他用", "改用", "挪作他用", "转用", "改变用途"],
});

/** 老旧小区 is an existing zone and more; the reader of zones says so. */
export const zoneStatuses = wordsOf<"new" | "existing" | "old">({
  new: ["新建", "新建小区", "新建住宅区", "在建", "规划", "拟建"],
  existing: ["built", "既有", "已建", "已建成", "建成", "现状", "存量", "既有小区", "已建成居住区"],
  old: ["老旧", "老旧小区"],
});

export const zoneStages = wordsOf<ZoneStage>({
  planning_condition: ["规划条件"],
  plan_review: ["方案审查", "方案"],
  construction: ["建设", "施工"],
  verification: ["核实", "规划核实", "验收"],
  delivery: ["交付"],
  handover: ["移交"],
  use: ["使用", "已使用", "投入使用", "已建成"],
});

export const residentsBases = wordsOf<NonNullable<ResidentialZone["residentsBasis"]>>({
  resident: ["常住", "常住人口"],
  hukou: ["户籍", "户籍人口"],
  planned: ["规划", "规划人口"],
});

/** What is checked in part is in no words of these. */
export const checkStatuses = wordsOf<CheckStatus>({
  checked: [
    ...["已核实", "核实", "已核", "已核查", "已核对", "是", "有", "√", "✓"],
    ...["verified", "yes", "y", "true", "1"],
  ],
  unchecked: [
    ...["未核实", "未核", "待核实", "待核", "待核查", "未核查", "未核对", "尚未核实", "否", "无", "×"],
    ...["unverified", "notchecked", "notverified", "no", "n", "false", "0"],
  ],
});

export const adminLevels = wordsOf<AdminLevel>({
  community: ["社区", "居委会", "居委"],
  village: ["村", "行政村", "村委会"],
  street: ["街道", "街道办事处"],
  town: ["镇", "乡", "乡镇"],
  district: ["区", "县", "区县", "县区", "县级市"],
  city: ["市", "地级市", "设区市"],
});

export const siteKinds = wordsOf<NonNullable<CandidateSite["kind"]>>({
  vacant_land: ["空地", "闲置用地", "地块"],
  public_building: ["公房", "国有房屋", "公共建筑"],
  commercial: ["商办", "商业", "办公"],
  workshop: ["厂房", "仓储", "厂房仓储"],
  school: ["校舍", "学校"],
  kindergarten: ["幼儿园", "幼儿园富余"],
  community_rooms: ["社区用房"],
  other: ["其他", "其它"],
});

export const siteWays = wordsOf<SiteWay>({
  own: ["自有", "自用", "无偿使用", "划拨"],
  buy: ["购置", "购买", "回购"],
  lease: ["租赁", "租用", "承租"],
  swap: ["置换"],
  reclaim: ["追缴"],
});

export const fireClasses = wordsOf<"first" | "second" | "third" | "fourth">({
  first: ["一级", "1", "Ⅰ", "Ⅰ级", "I", "1级"],
  second: ["二级", "2", "Ⅱ", "Ⅱ级", "II", "2级"],
  third: ["三级", "3", "Ⅲ", "Ⅲ级", "III", "3级"],
  fourth: ["四级", "4", "Ⅳ", "Ⅳ级", "IV", "4级"],
});

/** What a site is, by the class of the parcel that it is; homes and whatever else is none of these are no site by that. */
export const siteClasses = wordsOf<"vacant_land" | "school" | "public_building" | "commercial" | "workshop">({
  vacant_land: ["空闲地", "空地", "未利用地", "闲置用地", "待建用地", "储备用地"],
  school: ["教育", "教育用地", "学校", "educational"],
  public_building: [
    ...["行政", "行政办公", "行政办公用地", "机关团体用地", "医疗", "医疗卫生", "医疗卫生用地"],
    ...["administrative", "medical"],
  ],
  commercial: ["商业", "商业用地", "商业服务业用地", "商务", "商务金融用地"],
  workshop: ["工业", "工业用地", "仓储", "仓储用地", "物流仓储用地"],
});

/** What land is used for, in a layer of parcels. */
export const landUses = wordsOf<"residential" | "educational" | "administrative" | "medical">({
  residential: ["住宅", "居住", "居住用地", "住宅用地"],
  educational: ["教育", "教育用地", "学校"],
  administrative: ["行政", "行政办公", "行政办公用地", "机关团体用地"],
  medical: ["医疗", "医疗卫生", "医疗卫生用地"],
});
