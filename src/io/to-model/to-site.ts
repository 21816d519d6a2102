import { pointInside } from "../../core/geo/ring.ts";
import type { CandidateSite } from "../../core/model/site.ts";
import { stated } from "./members.ts";
import { readPlace } from "./read-place.ts";
import { readShape } from "./read-shape.ts";
import type { RowReader } from "./row-reader.ts";
import type { ToWgs84 } from "./to-wgs84.ts";
import { siteKinds } from "./words.ts";

/** A candidate site of a row; `undefined` if the row is refused: it has no id or no place. */
export function toSite(reader: RowReader, toWgs84: ToWgs84): CandidateSite | undefined {
  const id = reader.text("id");
  if (id === undefined) {
    reader.note("row.id-missing", "error", {}, "id");
    return undefined;
  }
  const drawn = readShape(reader, toWgs84);
  const at =
    drawn?.kind === "point" ? drawn.at : drawn ? pointInside(drawn.shape) : readPlace(reader, toWgs84);
  if (at === undefined) {
    reader.note("row.place-missing", "error", {}, "lon");
    return undefined;
  }
  return {
    id,
    at,
    ...stated({
      name: reader.text("name"),
      kind: reader.word("kind", siteKinds),
      usableArea: reader.area("usable_m2"),
      landArea: reader.area("land_m2"),
      storey: reader.storey("storey"),
      titleCertificate: reader.flag("title_certificate"),
      expropriationListed: reader.flag("expropriation_listed"),
      cost: reader.number("cost", "money", { least: 0 }),
    }),
  };
}
