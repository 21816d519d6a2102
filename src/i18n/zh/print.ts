/** Sheets to be printed. */
export const print = {
  zone: "打印小区一页",
  street: "生成街道一页",
  streets: "打印全部街道（每街道一页）",
  zones: "小区",
  need: "需求",
  no: "图号",
  others: "另有 {{number}} 个小区未列出，见小区清单。",
  leftOut: "另有 {{number}} 个街道、镇没有小区资料，未打印。",
  mapOf: "{{name}}略图",
  north: "北",
  internal:
    "内部工作用图，未经审图，不得公开。颜色按判定；斜纹为待补资料，虚线边为估算；方形养老、圆形托育、菱形社区综合，空心为未运营。",
  limits: "步行限：养老 {{elderly}} m，托育 {{childcare}} m",
} as const;
