import { demoCity } from "../../core/demo/demo-city.ts";
import { DEMO_CITIES, DEMO_SEED, demoSpec } from "../../io/demo/shipped.ts";
import { writeProject } from "../../io/project-file/write-project.ts";
import { nothingElse } from "../arguments.ts";
import type { Command } from "../command.ts";

export const demo: Command = {
  name: "demo",
  summary: "writes an invented city as a project",
  usage: "--out P.quan [--city NAME] [--size NAME] [--seed N]",
  options: {
    out: { takes: "text", what: "the project file to write" },
    city: { takes: "text", what: `${DEMO_CITIES.join(", ")}; xuzhou if not given` },
    size: { takes: "text", what: "town (as on the page), city, province or nation; town if not given" },
    seed: { takes: "text", what: `a whole number; ${DEMO_SEED} if not given` },
  },
  async run(args, host) {
    nothingElse(args, demo);
    const out = args.required("out");
    const city = args.choice("city", DEMO_CITIES) ?? "xuzhou";
    const size = args.choice("size", ["town", "city", "province", "nation"]) ?? "town";
    const seed = args.number("seed", { min: 0, max: 2 ** 31, whole: true }) ?? DEMO_SEED;
    const project = await host.drive(demoCity(demoSpec(city), seed, size));
    await host.write(out, writeProject(project));
    const { name, zones, facilities } = project;
    await host.print(
      args.given("json")
        ? `${JSON.stringify({ name, zones: zones.length, facilities: facilities.length, out })}\n`
        : `${name}: ${zones.length} zones, ${facilities.length} facilities, written to ${out}\n`,
    );
    return 0;
  },
};
