import type { SupplyMethod } from "../../core/analysis/parameters.ts";
import type { ReferenceValue } from "../../core/standards/national-reference.ts";
import type { CountRule, PopulationBase, PresenceRule, ShareRule } from "../../core/standards/rule.ts";

/** How the results come about: a page of its own, made from the standards and parameters in force. */
export const method = {
  title: "方法说明",
  open: "方法说明",
  print: "打印方法说明",
  contents: "目录",
  lead: "本页由正在采用的标准和参数生成，两者一改，本页随之改变。条文均为转述，以文件原文为准。",
  stale: "参数刚改，结果正在重新核算；下列数目是改动前的。",
  parts: {
    verdicts: "判定",
    standards: "采用的标准",
    counted: "哪些设施计入",
    people: "人口与户数",
    circle: "步行与生活圈",
    supply: "供给怎样分配",
    parameters: "现用参数",
    data: "资料质量",
    recompute: "怎样复核",
    limits: "本版局限",
  },
  verdicts: {
    intro:
      "判定共 {{number}} 种，下面由差到好。小区的判定取各条约束性条文中最差的一种；未达目标性条文的，最好为“{{notes}}”；鼓励和相关条文只报告。街道、区县等单元未达目标即为“{{fail}}”。",
    now: "现有 {{number}} 个小区",
    rules: {
      unknown: "未知不当作零。缺户数、面积、状态或备案的，不据以判为符合。",
      exact: "数值按十进制精确比较，不先取整；应有的托位、床位只在显示时进位。",
      conflict: "同一事项的几条规定结论不一致时，现在按“{{conflict}}”处理。",
      sensitive: "计入范围有两种读法而结论不同的小区标为口径敏感，不判为符合。",
      estimated: "估算处处标明：结论依据估算的，最好为“{{estimated}}”。",
      borrowed: "标准用在适用地之外时标为借用标准。",
    },
  },
  standards: {
    none: "现在没有采用标准：小区没有行政区划代码，也没有选定一份。",
    intro: "每条写明要求、算式、效力和出处。逐年目标取{{year}}；征求意见稿和规划期已届满的，页首写明。",
    yearLatest: "最近一年",
    year: " {{year}} 年及以前最近的一年",
    formula: "算式",
    notYet: "所选年份还没有目标，暂不要求",
    byPaper: "按程序或文字核对，没有算式",
    ambiguities: "文件可有几种读法的地方",
    ambiguitiesHelp: "左为文件没有说清的事，右为本产品的读法。",
    national: "国家标准（只供对照，不作判定）",
    overlay: "附加标准",
  },
  /** Names in an arithmetic line. */
  bases: {
    households: "户数",
    residents: "居民人数",
    elderly60: "60 岁以上人数",
    urban_residents: "城镇人口",
  } satisfies Record<PopulationBase, string>,
  counts: {
    facility_count: "此类设施数",
    registered_childcare_institutions: "已备案托育机构数",
    new_communities_with_inclusive_childcare_per_year: "当年新增普惠托育的社区数",
  } satisfies Record<CountRule["metric"] | PresenceRule["metric"], string>,
  shares: {
    share_units_with: "有此类设施的单元 ÷ 全部单元",
    nursing_bed_share: "护理型床位 ÷ 全部床位",
    inclusive_slot_share: "普惠托位 ÷ 全部托位",
  } satisfies Record<ShareRule["metric"], string>,
  units: { m: "米", m2: "m²", person: "人", dwelling: "套", bed: "张", child: "人" } satisfies Record<
    ReferenceValue["unit"],
    string
  >,
  storey: "所在楼层",
  walk: "步行时间",
  counted: {
    intro:
      "哪些类别、哪些状态的设施计入哪个指标，由标准的计入表规定。同一块用房只作一种用途；疑似重复登记的（相距 {{metres}} 以内，名称相同，或同类、同属一个小区而名称相近、数量相同）在核定前只计一处，取较小的数。",
    scenario: "现在另选了计入的状态（{{statuses}}），结果属情景测算。",
    reasons: "不计入的理由",
    reasonsHelp: "小区依据中，每处未计入的设施写明其中一条。",
  },
  people: {
    intro:
      "人数用资料所填；各数是常住、户籍、规划还是估算，随数写明。人数缺、户数有时，按每户人口的下限和上限各算一次：上限也达到的，判为“{{passEstimated}}”；下限也不到的，判为“{{fail}}”；其余判为“{{insufficient}}”，并写明人数在多少以内可达标。",
    coefficient: "每户 {{low}} 至 {{high}} 人",
    coefficientFrom: "下限依据：{{low}}；上限依据：{{high}}",
    households: "户数可由用地面积估算：面积 × 容积率 ÷ 每户建筑面积。由此得出的户数标为估算。",
    covered:
      "生活圈覆盖的人：{{subject}}按{{base}}，现有 {{covered}} / {{total}}；{{without}} 个小区没有这个数，不计入。",
    estimated: "现有 {{all}} 个小区中，{{number}} 个的判定依据估算。",
  },
  circle: {
    intro: "小区到设施的步行距离不超过步行限即为可达，含等于，不取整。起点取资料所有的第一种：{{origins}}。",
    from: {
      entrances: "出入口",
      crossings: "道路穿过小区边界处",
      buildings: "楼栋",
      sample: "小区范围内的均布点",
      point: "小区点位",
    },
    straight: "步行距离 = 直线距离（椭球面测地线）× 绕行系数 {{detour}}，为估算。",
    network:
      "步行距离 = 起点到最近可走的路 + 沿路网 + 路到设施，三段都计；离最近的路超过 {{cap}} 的，算未接入路网：设施算作谁也走不到，小区走得到什么则无从知道。",
    equivalent:
      "谁能走哪些路由步行人群决定：快速路、不对外的内部道路、封闭的门不走；台阶等按人群折算成更长的当量距离，判定看当量距离，实际距离一并列出。",
    columns: { who: "谁走", limit: "步行限", decides: "决定什么" },
    decides: "{{subject}}是否可达",
    beside: "只作参考",
    minutes: "标准中的生活圈：{{minutes}} 分钟。时间只作说明，判定看步行限；两者如何换算，文件没有写明。",
    target: "生活圈条文：覆盖人口达到 {{share}} 判为符合。",
    noTarget: "生活圈条文只报告覆盖多少，不判符合与否：文件没有规定合格线，参数中也没有设定。",
    isNot: "生活圈不是什么",
    not: {
      supply: "不是供给。走得到，不等于有位子：新建小区只看自有配建，附近有设施也不能抵。",
      route: "不是实走路线。河流、铁路、围墙和过街没有计入，图上的圆只作示意，判定看距离。",
      catchment: "不是服务区划。一处设施可以在许多小区的圈内，谁使用它由供需分配决定。",
      document: "不是文件规定。步行限与绕行系数出自通行做法，可调，随结果打印。",
    },
  },
  supply: {
    intro: "已建成小区的异地用房是否计入、怎样分，由供需分配方法决定；新建小区一律只看自有配建。",
    now: "正在采用",
    notYet: "本版尚未提供",
    of: {
      onsite: "只计小区自有的用房，以及协议写明统筹给它的。走得到的其他设施列为未计入，并写明理由。",
      fair: "异地用房在可达的小区之间分配，使最缺的小区满足率尽量高，再看次缺的。每平方米、每个托位只用一次。",
      floating:
        "每处设施按可达小区的需求比例分摊，小区把分到的相加。没有逐处核对归属，所以只作筛查，不判为符合。",
      catchment: "圈内的设施全部算给每个小区，同一处重复计算。只作筛查，不判为符合。",
    } satisfies Record<SupplyMethod, string>,
    offsite: "圈内异地用房现在按“{{offsite}}”计。",
    surplus: "一个小区多出的不抵另一个小区的缺口：缺口逐个小区算，再相加。",
  },
  parameters: {
    intro: "算出眼前结果的全部参数。",
    columns: { name: "参数", value: "现值", from: "来自" },
    from: { set: "本项目设定", pack: "采用的标准", usual: "默认" },
    byPlace: "按所在地",
    latest: "最近一年",
    byStandards: "按标准",
    none: "无",
    notSet: "不设",
  },
  data: {
    intro: "读入的每一行或照用，或修复后用，或退回，三者相加等于读入的行数；修复和退回逐行写明理由与改法。",
    asOf: "资料截至 {{date}}。",
    asOfUnknown: "资料没有写明日期。",
    invented: "{{number}} 处设施为虚构的演示数据。",
    issues: "现有数据提示 {{number}} 条，在页面底部可逐条查看。",
    datum: "坐标系须写明或能由资料证实；不明时提示，不暗中平移。",
    names: "文件里的名称和文字只作文字显示。",
  },
  recompute: {
    intro: "核算编号由资料、参数和标准的内容算出：三者相同，编号就相同，与行序、时间和机器无关。",
    key: "核算编号",
    program: "程序版本",
    standards: "标准版本",
    steps: {
      save: "保存项目。项目文件里有资料、参数和自定标准。",
      open: "在另一台机器上打开它，页面底部的编号应与这里相同。",
      command: "或用命令行重算并核对：",
    },
    verify: "核对命令另行加总结果文件，并与各自的摘要对照；有一处不符即报错。",
    none: "还没有结果。",
  },
  limits: {
    straight: "步行按直线 × 绕行系数，没有沿路网核算。",
    onsite: "“{{onsite}}”会把走得到的异地用房留在账外；“{{fair}}”把它们分给可达的小区。",
    fair: "人口或位置未知的已建成小区不参加均衡分配；小区只有一部分走得到的设施，也可以供给整个小区。",
    duties: "程序性条文（同步规划、存量利用等）只列出，不逐案审查。",
    boundaries: "单元没有边界时，按行内所填的街道、社区归属；填错的归属会带来错误的汇总。",
    paraphrase: "条文是转述。作正式依据前，请对照文件原文和现行版本。",
    draft: "“{{title}}”为{{status}}。",
    expired: "“{{title}}”规划期至 {{date}}，已届满。",
    unspecified: "“{{title}}”有 {{number}} 条没有给出数值，对应的判定为“{{verdict}}”，不等于不缺。",
  },
} as const;
