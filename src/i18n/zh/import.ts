/** The report of an import. */
export const importing = {
  title: "导入结果",
  intro: "每一行都有去处：读入 = 采用 + 修正或部分采用 + 退回。",
  file: "文件",
  role: "内容",
  roles: { facilities: "设施", zones: "小区", sites: "候选点", units: "行政单元", project: "项目" },
  parcels: "用地",
  roleUnknown: "未能识别",
  in: "读入",
  used: "采用",
  repaired: "修正或部分采用",
  rejected: "退回",
  issues: "数据提示",
  noIssues: "没有数据提示",
  severity: { error: "退回", repaired: "已修正", warning: "请核对", note: "提示" },
  row: "第 {{row}} 行",
  column: "“{{column}}”列",
  download: "下载提示清单（CSV）",
  showMap: "看地图",
  template: {
    save: "下载空白表（Excel）",
    file: "老小圈空白表.xlsx",
    sheets: { zones: "小区", facilities: "设施", help: "填表说明" },
    kindsTitle: "能选的设施类别",
    /** A line each. */
    help: `一行一个小区或一处设施；编号不重复，类别、状态从下拉列表里选。
不知道的留空，不要填 0：空格按未知处理，0 按没有处理。
面积填平方米，户数、人口填整数，托位、床位填个数，不写“约”。
经度、纬度填 WGS84 或 CGCS2000 的度数；高德、百度的坐标在导入选项里选对应的坐标系。
“所属小区”只在设施建在小区自己的用地上时填小区编号；几个小区合建的另填统筹批准。
行政区划代码填到街道（9 位）或区县（6 位），标准和汇总都靠它。`,
  },
  kindNames: "能用的设施类别：名称与代码",
  tryAgain: "换文件",
  nothingUsed: "没有一行可以采用，当前项目保持不变。",
  refused: "没有导入，当前项目保持不变。",
  unreadable: "整份没有采用",
  notReadAgain: "没有重复读",
  into: {
    title: "当前项目",
    replaced: "{{table}}：原有 {{before}} 条，换成这次导入的 {{after}} 条",
    added: "{{table}}：加入 {{after}} 条",
    kept: "{{table}}：{{after}} 条，保持不变",
    undo: "撤销这次导入",
    demo: "示意城市已整体换成导入的资料，它的小区和设施不再出现。",
  },
  options: "导入选项",
  datum: "坐标系",
  datums: {
    ask: "按文件申明",
    wgs84: "WGS84 / CGCS2000",
    gcj02: "GCJ-02（高德、腾讯）",
    bd09: "BD-09（百度）",
  },
  assumeFar: "缺户数时按容积率估算",
  assumeFarHelp: "户数 = 用地面积 × 容积率 ÷ 每户建筑面积，标为估算",
  m2PerHousehold: "每户建筑面积（m²）",
  none: "不估算",
  again: "按这些选项重新导入",
  shown: "列出前 {{shown}} 条，共 {{number}} 条；其余在下载的清单里",
  csv: { file: "文件", row: "行", column: "列", id: "编号", severity: "处理", code: "代码", text: "说明" },
} as const;
