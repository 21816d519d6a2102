import type { Origins } from "../../core/spatial/reach-table.ts";
import { reachTable } from "../../core/spatial/straight-reach.ts";
import { PROFILES } from "../../core/standards/rule-pack.ts";
import { csvBlocks } from "../../io/export/csv.ts";
import { jsonArrayBlocks } from "../../io/export/json-array.ts";
import type { PointTable } from "../../io/points/read-points.ts";
import { nothingElse } from "../arguments.ts";
import { type Command, UsageError } from "../command.ts";
import { idsOf, pointsIn } from "../read-points.ts";

export const reach: Command = {
  name: "reach",
  summary: "lists every pair of points within a walk",
  usage: "--from A.csv --to B.csv --limit METRES [--profile ID] [--detour 1]",
  options: {
    from: { takes: "text", what: "points id,lon,lat (WGS84) the walks start from" },
    to: { takes: "text", what: "points the walks lead to" },
    limit: { takes: "text", what: "walking metres, included" },
    detour: { takes: "text", what: "walking metres per metre of straight line; 1 if not given" },
    profile: {
      takes: "text",
      what: `who walks: ${PROFILES.join(", ")}; straight lines are the same for all`,
    },
    network: { takes: "text", what: "not built yet" },
  },
  async run(args, host) {
    if (args.given("network"))
      throw new UsageError("--network is not built yet. Leave it out to walk straight lines.");
    args.choice("profile", PROFILES);
    args.required("limit");
    const limit = args.number("limit", { min: 0 }) ?? 0;
    const detour = args.number("detour", { min: 1 }) ?? 1;
    nothingElse(args, reach);
    const [fromPath, toPath] = [args.required("from"), args.required("to")];
    const from = await pointsIn(fromPath, host);
    const to = await pointsIn(toPath, host);
    const [fromIds, toIds] = [idsOf(from, fromPath), idsOf(to, toPath)];
    const table = await host.drive(reachTable(originsAt(from), to, limit, detour));
    const pairs = function* (): Generator<readonly [from: string, to: string, metres: string]> {
      for (let a = 0; a < from.rows.length; a++) {
        for (let at = table.starts[a] ?? 0; at < (table.starts[a + 1] ?? 0); at++) {
          yield [
            fromIds[a] ?? "",
            toIds[table.facilities[at] ?? 0] ?? "",
            (table.metres[at] ?? 0).toFixed(3),
          ];
        }
      }
    };
    const objects = function* () {
      for (const [start, end, metres] of pairs()) yield { from: start, to: end, metres: Number(metres) };
    };
    const blocks = args.given("json")
      ? jsonArrayBlocks(objects())
      : csvBlocks(["from", "to", "metres"], pairs());
    for (const block of blocks) await host.print(block);
    return 0;
  },
};

/** Every point is a zone of its own. */
function originsAt({ lng, lat }: PointTable): Origins {
  return {
    starts: Uint32Array.from({ length: lng.length + 1 }, (_, row) => row),
    lng,
    lat,
    kinds: Array.from(lng, () => "point" as const),
  };
}
