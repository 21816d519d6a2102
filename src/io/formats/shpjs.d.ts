declare module "shpjs" {
  /** The outline of each record of a .shp, in its order; null where it has none. Throws on what it cannot read. */
  export function parseShp(shp: DataView): (GeoJSON.Geometry | null)[];
}
