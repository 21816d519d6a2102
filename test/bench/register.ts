/** A register of facilities over a city, as a bureau keeps it: one line each, all of it to be read. */
export function facilityRegister(rows: number): string {
  const lines = [HEAD];
  for (let i = 0; i < rows; i++) {
    // Laid out on a grid, 60 m apart, so that no two are taken for one.
    const lon = (116.9 + (i % 500) * 0.00065).toFixed(6);
    const lat = (34.1 + Math.floor(i / 500) * 0.00055).toFixed(6);
    const [kind, area, slots, beds] = KINDS[i % KINDS.length] as (typeof KINDS)[number];
    const street = `第${1 + (i % 40)}街道`;
    lines.push(
      `f${i},${street}第${i}${kind},${kind},运营,${lon},${lat},${area},${slots},${beds},是,${street},0516-8${String(i).padStart(7, "0")},2024-03-01`,
    );
  }
  return `${lines.join("\n")}\n`;
}

const HEAD = "编号,名称,类别,状态,经度,纬度,养老面积,托位,床位,备案,街道,电话,日期";
const KINDS = [
  ["居家养老服务站", "180.5", "", ""],
  ["托育机构", "", "60", ""],
  ["养老机构", "2400", "", "80"],
  ["老年助餐点", "90", "", ""],
] as const;
