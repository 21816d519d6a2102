import { PROFILES } from "../../core/standards/rule-pack.ts";
import { WALK_GRAPH_ENDING, writeWalkGraph } from "../../io/network/graph-file.ts";
import { shippedWalkProfiles } from "../../io/walking/shipped.ts";
import { nothingElse } from "../arguments.ts";
import type { Command } from "../command.ts";
import { laidNetwork } from "../network-in.ts";

export const network: Command = {
  name: "network",
  summary: "prepares the walking network of streets, which then loads at once",
  usage: `--from STREETS [--profile ID] --out N${WALK_GRAPH_ENDING}`,
  options: {
    from: { takes: "text", what: "streets: .osm.pbf, or lines (GeoJSON, Shapefile, FlatGeobuf, …)" },
    profile: { takes: "text", what: `who walks: ${PROFILES.join(", ")}; adult if not given` },
    out: { takes: "text", what: `the prepared network, N${WALK_GRAPH_ENDING}; reach --network takes it` },
  },
  async run(args, host) {
    const [from, out] = [args.required("from"), args.required("out")];
    const profile = args.choice("profile", PROFILES) ?? "adult";
    nothingElse(args, network);
    const graph = await laidNetwork(from, await host.read(from), profile, host);
    const bytes = writeWalkGraph(graph, shippedWalkProfiles()[profile]);
    await host.write(out, bytes);
    const counts = {
      nodes: graph.lng.length,
      stretches: graph.from.length,
      metres: Number(graph.metres.reduce((sum, metres) => sum + metres, 0).toFixed(3)),
    };
    if (args.given("json")) await host.print(`${JSON.stringify({ out, profile, ...counts })}\n`);
    else host.say(`Wrote ${out}: ${counts.nodes} nodes, ${counts.stretches} stretches.`);
    return 0;
  },
};
