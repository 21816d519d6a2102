/** The map and its legend. */
export const map = {
  label: "小区与设施地图。同样的内容都在左侧表格里。",
  legend: "图例",
  shade: "着色",
  shades: { streets: "街道", verdict: "判定", share: "满足率" },
  streetsHelp: "点一个街道看其中的小区。名称下是所缺的量。",
  streetLack: "缺 {{amount}}",
  estimated: "虚线边：估算",
  noPlace: "无位置的小区 {{number}} 个，只在表格里",
  shareScale: {
    streets: "{{subject}}：街道已满足的份额",
    share: "{{subject}}：小区已满足的份额",
  },
  kinds: { elderly: "养老", childcare: "托育", community: "社区综合", planned: "空心：在建、规划或未运营" },
  rings: "300 / 500 / 1000 m 步行圈",
  circle: "步行 {{walk}} ≈ 直线 {{straight}}（估算）",
  ring: "步行 {{walk}}",
  noWebgl: "此浏览器没有 WebGL 2，地图不能显示；表格、判定、依据和导入不受影响。",
  loading: "正在画图",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "看全图",
} as const;
