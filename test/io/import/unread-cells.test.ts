import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import { type Imported, importProject } from "../../../src/io/import-project.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const ZONE = {
  id: "z1",
  status: "new",
  households: "1000",
  residents: "2800",
  lon: "116.79",
  lat: "33.95",
  adminCode: "340600",
};
/** 1000 ÷ 100 × 30 = 300 m² of new zones in Huaibei; 2800 ÷ 1000 × 10 = 28 slots. */
const STATION = {
  id: "a",
  name: "站",
  kind: "E_ESTATE_STATION",
  status: "built",
  lon: "116.79",
  lat: "33.95",
  elderly_m2: "300",
  zone: "z1",
  storey: "1",
};
const NURSERY = {
  id: "c",
  name: "托",
  kind: "C_COMMUNITY",
  status: "built",
  lon: "116.79",
  lat: "33.95",
  childcare_m2: "200",
  slots: "28",
  zone: "z1",
  registered: "true",
  storey: "1",
};

type Row = Readonly<Record<string, string>>;

async function imported(zones: readonly Row[], facilities: readonly Row[], choices = {}): Promise<Imported> {
  const file = (name: string, rows: readonly Row[]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
    return { name, bytes: new TextEncoder().encode(lines.map((cells) => cells.join(",")).join("\n")) };
  };
  const files = [
    file("zones.csv", zones),
    ...(facilities.length > 0 ? [file("facilities.csv", facilities)] : []),
  ];
  return value(await importProject(files, { datum: "wgs84", ...choices }, atOnce));
}

function verdict({ project }: Imported): string | undefined {
  return value(finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS))).judgements.value[0]
    ?.overall;
}

const codes = ({ report }: Imported) => report.files.flatMap(({ issues }) => issues.map(({ code }) => code));

const withCells = (zone: Row, station: Row, nursery: Row) =>
  imported(
    [{ ...ZONE, ...zone }],
    [
      { ...STATION, ...station },
      { ...NURSERY, ...nursery },
    ],
  );

describe("rooms of a zone", () => {
  it("give no pass where they lie far from it: 377 km, and 1.4 km from its point", async () => {
    for (const place of [{ lon: "118.79", lat: "31.95" }, { lon: "116.805" }]) {
      const far = await withCells({}, place, {});
      expect(verdict(far)).toBe("insufficient_data");
      expect(codes(far)).toContain("project.far-from-zone");
    }
    expect(verdict(await withCells({}, { lon: "116.8" }, {}))).toBe("pass");
  });

  it("count once where a second row of the same name has no place: 150 of 300 m²", async () => {
    const half = { ...STATION, elderly_m2: "150" };
    const second = { ...half, id: "b", lon: "", lat: "" };
    const twice = await imported([ZONE], [half, second, NURSERY]);
    expect(verdict(twice)).toBe("fail");
    expect(codes(twice)).toContain("project.counted-once");
    expect(verdict(await imported([ZONE], [half, { ...second, name: "二站" }, NURSERY]))).toBe("pass");
  });
});

describe("a cell that is filled in and cannot be read", () => {
  it("is none in the example, which passes; and what is absent is no doubt", async () => {
    expect(verdict(await withCells({}, {}, {}))).toBe("pass");
    expect(verdict(await withCells({}, { storey: "" }, { storey: "", registered: "" }))).toBe("pass");
  });

  it.each(["B1", "地下一层", "-1层", "负一层", "-1F"])(
    "in a basement, written %s, gives no room",
    async (storey) => {
      expect(verdict(await withCells({}, { storey }, {}))).toBe("fail");
    },
  );

  it.each([
    [{}, { storey: "半地下" }, {}, "value.no-storey"],
    [{}, { storey: "不详" }, {}, "value.no-storey"],
    [{}, { storey: "1.5" }, {}, "value.no-whole"],
    [{}, { storey: "300" }, {}, "value.out-of-range"],
    [{}, {}, { storey: "夹层" }, "value.no-storey"],
    [{}, { elderly_m2: "约300" }, {}, "value.estimate"],
    [{}, {}, { slots: "约30" }, "value.estimate"],
    [{}, {}, { slots: "30-40" }, "value.range"],
    [{}, { elderly_m2: "299.99999999999999999" }, {}, "value.too-many-digits"],
    [{}, {}, { slots: "28.5" }, "value.no-whole"],
    [{}, { status: "完工啦" }, {}, "value.unknown-word"],
    [{}, { pooled_with: "z1;z2", pooling_approved_by: "局", pooling_date: "去年" }, {}, "value.no-day"],
    [{}, { pooled_with: "z1;z2", pooling_approved_by: "局" }, {}, "row.pooling-incomplete"],
    [{}, { pooled_with: "z1;z2", pooling_date: "2024-05-01" }, {}, "row.pooling-incomplete"],
    [{}, { pooling_approved_by: "局", pooling_date: "2024-05-01" }, {}, "row.pooling-incomplete"],
    [{ residents: "约2800" }, {}, {}, "value.estimate"],
    [{ households: "1千" }, {}, {}, "value.no-number"],
    [{ status: "新的" }, {}, {}, "value.unknown-word"],
    [{ pack: "淮北标准" }, {}, {}, "value.unknown-word"],
  ] as const)("gives no pass: %j %j %j", async (zone, station, nursery, code) => {
    const result = await withCells(zone, station, nursery);
    expect(verdict(result)).toBe("insufficient_data");
    const told = result.report.files.flatMap(({ issues }) => issues).filter((each) => each.code === code);
    expect(told).toHaveLength(1);
    expect(told[0]?.at.row).toBeGreaterThan(1);
  });

  it("of residents does not let them be taken from households, as absent ones are", async () => {
    expect(verdict(await withCells({ residents: "" }, { elderly_m2: "400" }, { slots: "60" }))).toBe(
      "pass_estimated",
    );
    expect(verdict(await withCells({ residents: "一万" }, { elderly_m2: "400" }, { slots: "60" }))).toBe(
      "insufficient_data",
    );
  });

  it.each(["楼层（地下为负）", "楼层（半地下算0）"])(
    "under the heading %s gives no pass either",
    async (heading) => {
      const renamed = ({ storey, ...row }: Row): Row => ({ ...row, [heading]: storey ?? "" });
      const result = await imported([ZONE], [renamed({ ...STATION, storey: "-1" }), renamed(NURSERY)]);
      expect(verdict(result)).toBe("insufficient_data");
      const told = result.report.files.flatMap(({ issues }) => issues).map(({ code }) => code);
      expect(told).toContain("file.columns-qualified");
    },
  );

  it("of people under a heading of another number gives no estimate", async () => {
    const { residents, ...zone } = ZONE;
    const rooms = [
      { ...STATION, elderly_m2: "400" },
      { ...NURSERY, slots: "60" },
    ];
    expect(verdict(await imported([{ ...zone, "常住人口（户籍）": residents }], rooms))).toBe(
      "insufficient_data",
    );
  });

  it("of people in a larger unit are converted, told before and after", async () => {
    const { residents: _residents, households: _households, ...zone } = ZONE;
    const { project, report } = await imported(
      [{ ...zone, "常住人口（万人）": "0.28", "户数（百户）": "10" }],
      [],
    );
    expect(project.zones[0]).toMatchObject({ residents: 2800, households: 1000 });
    const told = report.files.flatMap(({ issues }) => issues);
    expect(told.flatMap(({ code, facts }) => (code === "value.repaired" ? [facts] : []))).toEqual([
      { before: "10百户", after: "1000" },
      { before: "0.28万人", after: "2800" },
    ]);
    expect(told.map(({ code }) => code)).toContain("file.columns-converted");
  });

  it("of a line of other units below the column names are not read as plain ones", async () => {
    const units = { id: "", households: "百户", residents: "（万人）", lon: "", lat: "" };
    const small = { ...ZONE, households: "10", residents: "1" };
    const result = await imported([units, small], [STATION, NURSERY]);
    expect(verdict(result)).toBe("insufficient_data");
    expect(codes(result)).toContain("row.other-units");
    const own = { id: "", households: "户", residents: "人", lon: "度", lat: "度" };
    expect(verdict(await imported([own, ZONE], [STATION, NURSERY]))).toBe("pass");
  });

  it("below a second line of names are not read: nobody knows which part of theirs a column is", async () => {
    const parts = { id: "", slots: "规划" };
    const result = await imported([ZONE], [parts, STATION, NURSERY]);
    expect(verdict(result)).toBe("insufficient_data");
    expect(codes(result)).toContain("row.second-names");
    const own = { id: "", slots: "个" };
    expect(codes(await imported([ZONE], [own, STATION, NURSERY]))).not.toContain("row.second-names");
  });

  it("of who is counted, or of those registered only, gives no pass by residents", async () => {
    expect(verdict(await withCells({ residents_basis: "常住" }, {}, {}))).toBe("pass");
    expect(verdict(await withCells({ residents_basis: "户籍" }, {}, {}))).toBe("needs_ruling");
    expect(verdict(await withCells({ residents_basis: "登记" }, {}, {}))).toBe("needs_ruling");
  });

  it("of a grant date leaves open whether the clause holds", async () => {
    const there = { adminCode: "321302" };
    const rooms = { elderly_m2: "900" };
    const places = { slots: "90", childcare_m2: "900" };
    const lines = async (grant_date: string) =>
      value(
        finish(
          openPipeline(
            (await withCells({ ...there, grant_date }, rooms, places)).project,
            shippedStandards(),
            DEFAULT_PARAMETERS,
          ),
        ),
      ).judgements.value[0]?.lines.map(({ verdict: each }) => each);
    expect(await lines("2024-01-01")).toContain("pass");
    expect(await lines("去年")).not.toContain("pass");
  });

  it("is kept in the project, by name", async () => {
    const { project } = await withCells(
      { residents: "约2800" },
      { storey: "半地下", slots: "x", beds: "y" },
      {},
    );
    expect(project.zones[0]?.unread).toEqual(["residents"]);
    expect(project.facilities[0]?.unread).toEqual(["beds", "slots", "storey"]);
    expect(project.facilities[1]).not.toHaveProperty("unread");
  });
});
