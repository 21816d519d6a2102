import { pointInside } from "../../core/geo/ring.ts";
import type { CandidateSite } from "../../core/model/site.ts";
import { stated } from "./members.ts";
import type { Placing } from "./placing.ts";
import { readPlace } from "./read-place.ts";
import { readShape } from "./read-shape.ts";
import type { RowReader } from "./row-reader.ts";
import { siteKinds } from "./words.ts";

/** A candidate site of a row; `undefined` if the row is refused: it has no id or no place. */
export function toSite(reader: RowReader, placing: Placing): CandidateSite | undefined {
  const id = reader.text("id");
  if (id === undefined) {
    reader.note("row.id-missing", "error", {}, "id");
    return undefined;
  }
  const drawn = readShape(reader, placing);
  const at =
    drawn?.kind === "point" ? drawn.at : drawn ? pointInside(drawn.shape) : readPlace(reader, placing);
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
