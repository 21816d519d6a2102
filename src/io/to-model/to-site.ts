import { areaOf, pointInside } from "../../core/geo/ring.ts";
import type { CandidateSite, FireClass } from "../../core/model/site.ts";
import { stated } from "./members.ts";
import type { Placing } from "./placing.ts";
import { readPlace } from "./read-place.ts";
import { readShape } from "./read-shape.ts";
import type { RowReader } from "./row-reader.ts";
import { fireClasses, siteClasses, siteKinds, siteWays } from "./words.ts";

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
      kind: reader.word("kind", siteKinds) ?? siteClasses.get(reader.plainWord("land_use") ?? ""),
      owner: reader.text("owner"),
      ways: reader.words("ways", siteWays),
      enlarges: reader.text("enlarges"),
      zone: reader.text("zone"),
      usableArea: reader.area("usable_m2"),
      landArea:
        reader.area("land_m2") ?? (drawn?.kind === "area" ? Math.round(areaOf(drawn.shape)) : undefined),
      storey: reader.storey("storey"),
      fireClass: fireClassOf(reader),
      fireCompliant: reader.flag("fire_compliant"),
      denseArea: reader.flag("dense_area"),
      titleCertificate: reader.flag("title_certificate"),
      expropriationListed: reader.flag("expropriation_listed"),
      cost: reader.number("cost", "money", { least: 0 }),
      yearlyCost: reader.number("yearly_cost", "money", { least: 0 }),
      earliest: reader.number("earliest", "year", YEARS),
      usableYears: reader.number("usable_years", "year", { least: 0, most: 100, whole: true }),
    }),
  };
}

const YEARS = { least: 1900, most: 2200, whole: true };

function fireClassOf(reader: RowReader): FireClass | undefined {
  const word = reader.word("fire_class", fireClasses);
  return word && CLASS_OF[word];
}

const CLASS_OF = { first: 1, second: 2, third: 3, fourth: 4 } as const;
