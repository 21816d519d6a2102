import { type Corpus, gb, half, sound, utf8, zip } from "./bytes.ts";
import { AT, KML_AREA, kml, LINK, placemark } from "./kml.ts";
import { METRES } from "./rows.ts";
import { COLUMNS, dbf, PLACES, SHAPES, shapes, shp, WGS84, XIAN } from "./shapefile.ts";

/** Shapefiles, KML and layers of databases. */
export const layers: Corpus = {
  "no-dbf.zip": zip({ "小区.shp": shp(PLACES), "小区.prj": WGS84 }),
  "no-prj.zip": zip({ "小区.shp": shp(METRES), "小区.dbf": shapes(utf8) }),
  "xian.zip": zip({ "小区.shp": shp(METRES), "小区.dbf": shapes(utf8), "小区.prj": XIAN }),
  "wrong-cpg.zip": zip({
    "小区.shp": shp(PLACES),
    "小区.dbf": shapes(gb),
    "小区.prj": WGS84,
    "小区.cpg": utf8("UTF-8"),
  }),
  "other-cpg.zip": zip({
    "小区.shp": shp(PLACES),
    "小区.dbf": shapes(utf8),
    "小区.prj": WGS84,
    "小区.cpg": utf8("GBK"),
  }),
  "deleted.zip": zip({
    "小区.shp": shp(PLACES),
    "小区.dbf": dbf(COLUMNS, SHAPES, utf8, [0]),
    "小区.prj": WGS84,
  }),
  "uneven.zip": zip({
    "小区.shp": shp(PLACES),
    "小区.dbf": dbf(COLUMNS, SHAPES.slice(1), utf8),
    "小区.prj": WGS84,
  }),
  "links.kml": kml(LINK),
  "folders.kml": kml(
    `<Folder><Folder>${placemark("东园", AT)}</Folder>${LINK}</Folder>${placemark("西园", `<MultiGeometry>${KML_AREA(117.3)}${KML_AREA(117.31)}</MultiGeometry>`)}`,
  ),
  "mixed.kml": kml(placemark("东园", `<MultiGeometry>${KML_AREA(117.3)}${AT}</MultiGeometry>`)),
  "cut.kml": half(kml(placemark("东园", AT))),
  "cut.gpkg": half(sound("zones.gpkg")),
  "cut.parquet": half(sound("zones.parquet")),
  "cut.fgb": half(sound("zones.fgb")),
  "mark-only.fgb": sound("zones.fgb").slice(0, 8),
  "layer.csv": sound("zones.fgb"),
};
