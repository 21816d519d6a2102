import { shifted } from "../../core/geo/datum-shift.ts";
import { DATUMS, withPlaces } from "../../io/points/read-points.ts";
import { type Command, UsageError } from "../command.ts";
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
    const [path, ...others] = args.rest;
    if (path === undefined || others.length > 0) {
      throw new UsageError("give one file. Usage: quan convert --from DATUM --to DATUM F.csv");
    }
    const table = await pointsIn(path, host);
    const places = table.rows.map((_, i) =>
      shifted({ lng: table.lng[i] ?? 0, lat: table.lat[i] ?? 0 }, from, to),
    );
    host.print(withPlaces(table, places));
    return 0;
  },
};
