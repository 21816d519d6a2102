import type { Offsite, Parameters, SupplyMethod } from "../../core/analysis/parameters.ts";
import type { ConflictPolicy, ProfileId } from "../../core/standards/rule-pack.ts";

/** What a user may choose about an analysis. */
export const parameters = {
  title: "参数",
  names: {
    reach: "可达方式",
    supply: "供需分配",
    offsite: "圈内异地用房",
    detour: "绕行系数",
    cap: "接入路网最远",
    limits: "步行限",
    decides: "步行按谁",
    conflict: "条文不一致时",
    year: "目标年",
    pack: "地方标准",
    overlays: "附加标准",
    countStatuses: "计入哪些状态的设施",
    coverageTarget: "生活圈覆盖人口合格线",
  } satisfies Record<keyof Parameters, string>,
  summary: "步行 {{elderly}} / {{childcare}} · 绕行 {{detour}} · {{supply}}",
  profiles: {
    elderly: "老年人",
    carer_with_infant: "带婴幼儿的照护者",
    adult: "成年人",
  } satisfies Record<ProfileId, string>,
  limitElderly: "养老步行限",
  limitChildcare: "托育步行限",
  limitAdult: "成年人步行限（参考）",
  time: "按时间和步速定步行限",
  minutes: "步行时间（分钟）",
  speed: "{{profile}}步速",
  timeHelp: "步行限 = 时间 × 步速。判定只看步行限；时间和步速是另一种设法和读法，文件没有写明怎样换算。",
  refused: "“{{typed}}”未采用：须在 {{from}} 至 {{to}} 之间",
  detourHelp: "步行距离 = 直线 × 系数",
  decidesElderly: "养老按",
  decidesChildcare: "托育按",
  supplies: {
    onsite: "自有配建",
    fair: "均衡分配（先补最缺）",
    floating: "可达共享（仅筛查）",
    catchment: "服务半径叠加（重复计算，仅筛查）",
  } satisfies Record<SupplyMethod, string>,
  offsites: {
    circle: "步行圈内都算",
    "circle-and-community": "步行圈内且同社区",
  } satisfies Record<Offsite, string>,
  conflicts: { flag: "待研判", strict: "从严", clause: "按约束性条文" } satisfies Record<
    ConflictPolicy,
    string
  >,
  overlayFor: "{{status}}；只对 {{cities}}",
  overlayElsewhere: "当前的标准不适用",
  countStatusesByPack: "按标准规定：{{statuses}}",
  countStatusesHelp: "另选即为情景测算，结果中会标明",
  coverageTarget: "生活圈覆盖人口合格线（%）",
  coverageTargetNone: "不设，只报告",
  coverageTargetHelp: "文件没有规定合格线；设定后生活圈条文才判符合与否",
  standards: "管理标准…",
  reset: "恢复默认",
  assumptions: "步行限与绕行系数不出自文件，可调，随结果打印。",
} as const;
