import { expect, it } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

async function taken(text: string) {
  const files = [{ name: "候选点.csv", bytes: new TextEncoder().encode(text) }];
  const { project, report } = value(await importProject(files, { datum: "wgs84" }, atOnce));
  return { sites: project.sites, told: report.files[0]?.issues.map(({ code, at }) => [code, at.column]) };
}

const HEAD = "编号,经度,纬度,可用面积,取得方式,扩建设施,所属小区,权属单位,耐火等级";

it("reads of a site how it can be had, whose it is and how it stands", async () => {
  const { sites } = await taken(
    `${HEAD},年费用（万元/年）,最早投用年份,可用年限（年）\ns1,117.2,34.2,300,租赁、购置,f1,z1,街道办,二级,8,2027年,5\n`,
  );
  expect(sites).toEqual([
    {
      ...{ id: "s1", at: { lng: 117.2, lat: 34.2 }, usableArea: 300, ways: ["lease", "buy"] },
      ...{ enlarges: "f1", zone: "z1", owner: "街道办", fireClass: 2 },
      ...{ yearlyCost: 8, earliest: 2027, usableYears: 5 },
    },
  ]);
});

it("leaves unknown, and says so, a way or a class that is none", async () => {
  const { sites, told } = await taken(`${HEAD}\ns1,117.2,34.2,300,租赁;白拿,,,,五级\n`);
  expect(sites).toEqual([{ id: "s1", at: { lng: 117.2, lat: 34.2 }, usableArea: 300 }]);
  expect(told).toEqual([
    ["value.unknown-word", "取得方式"],
    ["value.unknown-word", "耐火等级"],
  ]);
});

it("takes a parcel for what its class says, with the land that its outline has", async () => {
  const parcel = (id: string, use: string) => ({
    ...{ type: "Feature", properties: { id, 用地类别: use } },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [117.2, 34.2],
          [117.201, 34.2],
          [117.201, 34.201],
          [117.2, 34.201],
          [117.2, 34.2],
        ],
      ],
    },
  });
  const layer = {
    type: "FeatureCollection",
    features: [parcel("p1", "储备用地"), parcel("p2", "教育用地"), parcel("p3", "住宅用地")],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(layer));
  const files = [{ name: "parcels.geojson", role: "sites", bytes }] as const;
  const { project } = value(await importProject(files, { datum: "wgs84" }, atOnce));
  // 92.2 m from west to east and 110.9 m from south to north
  expect(
    project.sites.map(({ id, kind, landArea }) => [id, kind, Math.round((landArea ?? 0) / 100)]),
  ).toEqual([
    ["p1", "vacant_land", 102],
    ["p2", "school", 102],
    ["p3", undefined, 102],
  ]);
});
