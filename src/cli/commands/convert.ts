import { shifted } from "../../core/geo/datum-shift.ts";
import { DATUMS } from "../../core/geo/lng-lat.ts";
import { pointsCsv, pointsJson, withPlaces } from "../../io/points/read-points.ts";
import { theOne } from "../arguments.ts";
import type { Command } from "../command.ts";
import { pointsIn } from "../read-points.ts";

export const convert: Command = {
  name: "convert",
  summary: "moves points between WGS84, GCJ-02 and BD-09",
  usage: "--from DATUM --to DATUM F.csv",
  options: {
    from: { takes: "text", what: `datum of the file: ${DATUMS.join(", ")}` },
    to: { takes: "text", what: "datum of the output" },
  },
  async run(args, host) {
    args.required("from");
    args.required("to");
    const from = args.choice("from", DATUMS) ?? "wgs84";
    const to = args.choice("to", DATUMS) ?? "wgs84";
    const path = theOne("file", args, convert);
    const table = await pointsIn(path, host);
    const places = table.rows.map((_, i) =>
      shifted({ lng: table.lng[i] ?? 0, lat: table.lat[i] ?? 0 }, from, to),
    );
    const astray = table.rows.findIndex((_, i) => {
      const back = shifted(places[i] ?? { lng: 0, lat: 0 }, to, from);
      return !(Math.abs(back.lng - (table.lng[i] ?? 0)) + Math.abs(back.lat - (table.lat[i] ?? 0)) < CLOSE);
    });
    if (astray >= 0) {
      const [lng, lat] = [table.lng[astray] ?? 0, table.lat[astray] ?? 0];
      host.say(
        `${path}: some points lie at the edge of China where the shift of ${from} begins, and no point of ${to} leads to them; they are written as near as can be. The first is ${lng},${lat}. Check them by hand.`,
      );
    }
    const moved = withPlaces(table, places);
    await host.print(args.given("json") ? pointsJson(moved) : pointsCsv(moved));
    return 0;
  },
};

/** Degrees that a point may be off after the way there and back; a tenth of a millimetre. */
const CLOSE = 1e-9;
