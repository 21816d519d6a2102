import type { Work } from "../base/work.ts";
import type { Project } from "../model/project.ts";
import { demoTown } from "./demo-town.ts";
import type { DemoSpec } from "./spec.ts";

/** An invented city. Equal spec and seed give equal bytes on every machine. */
export function demoCity(spec: DemoSpec, seed: number): Work<Project> {
  return demoTown(spec, seed);
}
