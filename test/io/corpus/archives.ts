import { bomb, type Corpus, half, utf8, xlsx, zip } from "./bytes.ts";
import { AT, kml, placemark } from "./kml.ts";
import { CELLS, csv, EAST, sheet, WEST } from "./rows.ts";
import { PLACES, shapes, shp, WGS84 } from "./shapefile.ts";

/** Archives, and files of kinds that nothing is read from. */
export const archives: Corpus = {
  "streets.zip": zip({
    "甲.csv": csv(EAST),
    "乙.csv": new Uint8Array(),
    "丙.xlsx": utf8("PK\u0003\u0004…"),
    "丁.zip": zip({ "a.csv": csv(WEST) }),
    "说明.docx": utf8("…"),
  }),
  "mixed.zip": zip({
    "甲.shp": shp(PLACES),
    "甲.dbf": shapes(utf8),
    "甲.prj": WGS84,
    "乙.csv": csv("z3,南园,既有,300,840,117.22,34.26"),
  }),
  "mixed.kmz": zip({ "doc.kml": kml(placemark("东园", AT)), "乙.csv": csv(WEST), "icon.png": utf8("…") }),
  "zips.zip": zip({ "a.zip": zip({ "a.csv": csv(EAST) }) }),
  "bomb.zip": bomb(zip({ "a.csv": csv(EAST) })),
  "bomb.xlsx": xlsx(sheet(CELLS)).then(bomb),
  "cut.zip": half(zip({ "a.csv": csv(EAST), "b.csv": csv(WEST) })),
  "city.gdb.zip": zip({ "city.gdb/a00000001.gdbtable": utf8("…"), "city.gdb/gdb": utf8("…") }),
  "old.rar": utf8("Rar!\u001A\u0007\u0001…"),
  "plan.dxf": utf8("  0\nSECTION\n  2\nHEADER\n"),
  "zones.tab": utf8(
    '!table\n!version 300\n!charset WindowsSimpChinese\n\nDefinition Table\n  Type NATIVE Charset "WindowsSimpChinese"\n',
  ),
  "zones.mif": utf8('Version 300\nCharset "WindowsSimpChinese"\nDelimiter ","\n'),
  "mapinfo.zip": zip({ "zones.TAB": utf8("!table\n!version 300\n"), "zones.DAT": utf8("…") }),
  "table.tab": utf8("id\tname\thouseholds\tlon\tlat\nz1\t东园\t5\t117\t34\n"),
  "plan.dwg": utf8("AC1027\0\0\0…"),
  "scan.csv": utf8("%PDF-1.7\n…"),
};
