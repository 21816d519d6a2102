/** Facts of issues that are words of ours, as they are said. */
export const factWords = {
  datum: {
    wgs84: "WGS84 / CGCS2000",
    gcj02: "GCJ-02（高德、腾讯）",
    bd09: "BD-09（百度）",
  },
  evidence: {
    name: "同名的地点",
    zone: "所属小区",
    unit: "所在街道、社区的边界",
    extent: "行政单元的范围",
    street: "街道线",
  },
} as const;
