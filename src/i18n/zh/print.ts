/** Sheets to be printed. */
export const print = {
  zone: "打印小区一页",
  street: "生成街道一页",
  streets: "打印全部街道（每街道一页，缺口大的在前）",
  zones: "小区",
  need: "需求",
  no: "图号",
  ranked: "小区按缺口从大到小（各项缺口占本页合计的份额相加）。",
  others:
    "小区按缺口从大到小（各项缺口占本页合计的份额相加），列前 {{listed}} 个；另有 {{number}} 个，见小区清单。",
  zonesOfArea: "小区（本街道 / 全片区）",
  areas: "无论如何分配都补不上的缺口，按整片区计。",
  areasBeyond: "{{number}} 个片区伸出本街道，数字含街道外的小区。",
  areasMore: "另有 {{number}} 个缺得较少的片区未列。",
  leftOut: "另有 {{number}} 个街道、镇没有小区资料，未打印。",
  mapOf: "{{name}}略图",
  north: "北",
  marks: "虚线边为估算 · 方形养老、圆形托育、菱形社区综合，空心为未运营",
  places: "圈号为方案措施，号同措施表",
  internal: "内部工作用图，未经审图，不得公开。",
  colon: "：",
  limits: "步行限：养老 {{elderly}} m，托育 {{childcare}} m",
} as const;
