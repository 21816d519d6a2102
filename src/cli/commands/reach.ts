import { JOIN_CAP } from "../../core/network/join.ts";
import type { Origins, ReachTable } from "../../core/spatial/reach-table.ts";
import { reachTable } from "../../core/spatial/straight-reach.ts";
import { PROFILES } from "../../core/standards/rule-pack.ts";
import { csvBlocks } from "../../io/export/csv.ts";
import { jsonArrayBlocks } from "../../io/export/json-array.ts";
import type { PointTable } from "../../io/points/read-points.ts";
import { nothingElse } from "../arguments.ts";
import { type Arguments, type Command, type Host, UsageError } from "../command.ts";
import { reachOnStreets } from "../reach-on-streets.ts";
import { type NamedPoints, namedPointsIn } from "../read-points.ts";

export const reach: Command = {
  name: "reach",
  summary: "lists every pair of points within a walk",
  usage: "--from A.csv --to B.csv --limit METRES [--network N] [--profile ID] [--cap 250] [--detour 1]",
  options: {
    from: { takes: "text", what: "points id,lon,lat (WGS84) the walks start from" },
    to: { takes: "text", what: "points the walks lead to" },
    limit: { takes: "text", what: "walking metres, included" },
    network: {
      takes: "text",
      what: "streets to walk along: .osm.pbf, lines (GeoJSON, Shapefile, FlatGeobuf, …), or what quan network prepared; straight lines without it",
    },
    profile: {
      takes: "text",
      what: `who walks: ${PROFILES.join(", ")}; adult if not given; straight lines are the same for all`,
    },
    cap: {
      takes: "text",
      what: `with --network, metres that a point may be from the next street; ${JOIN_CAP} if not given`,
    },
    detour: {
      takes: "text",
      what: "without --network, walking metres per metre of straight line; 1 if not given",
    },
  },
  async run(args, host) {
    args.required("limit");
    const limit = args.number("limit", { min: 0 }) ?? 0;
    const walks = walksBy(args, limit, host);
    nothingElse(args, reach);
    const [fromPath, toPath] = [args.required("from"), args.required("to")];
    const from = await namedPointsIn(fromPath, host);
    const to = await namedPointsIn(toPath, host);
    const table = await walks(from, to);
    const pairs = function* () {
      for (let a = 0; a < from.rows.length; a++) {
        for (let at = table.starts[a] ?? 0; at < (table.starts[a + 1] ?? 0); at++) {
          const metres = (table.metres[at] ?? 0).toFixed(3);
          yield { from: from.ids[a] ?? "", to: to.ids[table.facilities[at] ?? 0] ?? "", metres, at };
        }
      }
    };
    const lines = function* () {
      for (const { from: start, to: end, metres } of pairs()) yield [start, end, metres] as const;
    };
    const objects = function* () {
      for (const { metres, at, ...ends } of pairs())
        yield {
          ...{ ...ends, metres: Number(metres) },
          ...(table.walked && { walked: Number((table.walked[at] ?? 0).toFixed(3)) }),
        };
    };
    const blocks = args.given("json")
      ? jsonArrayBlocks(objects())
      : csvBlocks(["from", "to", "metres"], lines());
    for (const block of blocks) await host.print(block);
    return 0;
  },
};

function walksBy(
  args: Arguments,
  limit: number,
  host: Host,
): (from: NamedPoints, to: NamedPoints) => Promise<ReachTable> {
  const profile = args.choice("profile", PROFILES) ?? "adult";
  const detour = args.number("detour", { min: 1 });
  const cap = args.number("cap", { min: 0 });
  const network = args.text("network");
  if (network === undefined) {
    if (cap !== undefined) throw new UsageError("--cap is for --network; give both, or leave it out.");
    return (from, to) => host.drive(reachTable(originsAt(from), to, limit, detour ?? 1));
  }
  if (detour !== undefined && detour !== 1)
    throw new UsageError("--detour is for straight lines; along --network it must be left out.");
  return (from, to) =>
    reachOnStreets({ network, profile, limit, cap: cap ?? JOIN_CAP }, originsAt(from), from, to, host);
}

/** Every point is a zone of its own. */
function originsAt({ lng, lat }: PointTable): Origins {
  return {
    starts: Uint32Array.from({ length: lng.length + 1 }, (_, row) => row),
    lng,
    lat,
    kinds: Array.from(lng, () => "point" as const),
  };
}
