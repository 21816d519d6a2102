import type { Work } from "../base/work.ts";
import type { Project } from "../model/project.ts";
import { country } from "./country.ts";
import { demoTown } from "./demo-town.ts";
import { metropolis } from "./metropolis.ts";
import { DEMO_ROWS } from "./scatter.ts";
import type { DemoSize, DemoSpec } from "./spec.ts";

/** An invented city. Equal spec, seed and size give equal bytes on every machine. */
export function demoCity(spec: DemoSpec, seed: number, size: DemoSize = "town"): Work<Project> {
  switch (size) {
    case "town":
      return demoTown(spec, seed);
    case "city":
      return metropolis(spec, seed, DEMO_ROWS.city);
    case "province":
      return country(spec, seed, DEMO_ROWS.province);
    case "nation":
      return country(spec, seed, DEMO_ROWS.nation);
  }
}
