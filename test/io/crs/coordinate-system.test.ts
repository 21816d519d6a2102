import fc from "fast-check";
import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { toDegreesFrom } from "../../../src/io/crs/coordinate-system.ts";

const prj = (datum: string, ellipsoid: string) =>
  `PROJCS["3_Degree_GK_CM_117E",GEOGCS["GCS",DATUM["${datum}",SPHEROID["S",${ellipsoid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

/** By the series of Gauss and Krüger to the sixth order, worked out from the meridian arc: another way than the library's. */
function gaussKruger(lng: number, lat: number, meridian: number): [number, number] {
  const [a, f] = [6378137, 1 / 298.257222101];
  const e2 = f * (2 - f);
  const phi = (lat * Math.PI) / 180;
  const l = ((lng - meridian) * Math.PI) / 180;
  const N = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const [t, eta2] = [Math.tan(phi), (e2 / (1 - e2)) * Math.cos(phi) ** 2];
  const arc =
    a *
    ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * phi -
      ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * phi) +
      ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * phi) -
      ((35 * e2 ** 3) / 3072) * Math.sin(6 * phi));
  const m = l * Math.cos(phi);
  const y =
    arc +
    N *
      t *
      (m ** 2 / 2 +
        ((5 - t ** 2 + 9 * eta2 + 4 * eta2 ** 2) * m ** 4) / 24 +
        ((61 - 58 * t ** 2 + t ** 4) * m ** 6) / 720);
  const x =
    N *
    (m +
      ((1 - t ** 2 + eta2) * m ** 3) / 6 +
      ((5 - 18 * t ** 2 + t ** 4 + 14 * eta2 - 58 * t ** 2 * eta2) * m ** 5) / 120);
  return [x, y];
}

describe("a declared reference system", () => {
  it.each([
    ["EPSG:4513", 75, 25_500_000],
    ["EPSG:4527", 117, 39_500_000],
    ["EPSG:4534", 75, 500_000],
    ["urn:ogc:def:crs:EPSG::4548", 117, 500_000],
    ["EPSG:4554", 135, 500_000],
    ["EPSG:4498", 117, 20_500_000],
    ["EPSG:4509", 117, 500_000],
    [prj("D_China_2000", "6378137.0,298.257222101"), 117, 500_000],
  ])("%s has its meridian and its easting", async (declared, meridian, east) => {
    const toDegrees = await toDegreesFrom(declared);
    const [x, y] = gaussKruger(meridian + 0.4, 34.25, meridian);
    const [lng = Number.NaN, lat = Number.NaN] = toDegrees?.([east + x, y]) ?? [];
    // A ten-millionth of a degree is a centimetre.
    expect(lng).toBeCloseTo(meridian + 0.4, 7);
    expect(lat).toBeCloseTo(34.25, 7);
  });

  it("goes there and back again", async () => {
    const systems = [
      ["EPSG:4548", "+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m"],
      ["EPSG:32650", "+proj=utm +zone=50 +datum=WGS84 +units=m"],
      ["EPSG:3857", "EPSG:3857"],
    ] as const;
    for (const [declared, definition] of systems) {
      const toDegrees = await toDegreesFrom(declared);
      const place = fc.tuple(
        fc.double({ min: 115, max: 120, noNaN: true }),
        fc.double({ min: 31, max: 36, noNaN: true }),
      );
      fc.assert(
        fc.property(place, ([lng, lat]) => {
          const [x, y] = proj4(definition).forward([lng, lat]) as [number, number];
          const [backLng = Number.NaN, backLat = Number.NaN] = toDegrees?.([x, y]) ?? [];
          expect(Math.abs(backLng - lng)).toBeLessThan(1e-9);
          expect(Math.abs(backLat - lat)).toBeLessThan(1e-9);
        }),
        { seed: 1 },
      );
    }
  });

  it("of degrees leaves them as they are", async () => {
    const geographic =
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
    for (const declared of ["EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4490", geographic]) {
      expect((await toDegreesFrom(declared))?.([117.123456789, 34.2])).toEqual([117.123456789, 34.2]);
    }
  });

  it.each([
    "EPSG:2364",
    "EPSG:4512000",
    "地方独立坐标系",
    "",
    prj("D_Xian_1980", "6378140.0,298.257"),
    prj("D_Beijing_1954", "6378245.0,298.3"),
    'PROJCS["broken',
  ])("is not made up: %s", async (declared) => {
    expect(await toDegreesFrom(declared)).toBeUndefined();
  });
});
