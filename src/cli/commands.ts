import type { Command } from "./command.ts";
import { allocate } from "./commands/allocate.ts";
import { analyse } from "./commands/analyse.ts";
import { convert } from "./commands/convert.ts";
import { demo } from "./commands/demo.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { judge } from "./commands/judge.ts";
import { merge } from "./commands/merge.ts";
import { network } from "./commands/network.ts";
import { plan } from "./commands/plan.ts";
import { projects } from "./commands/projects.ts";
import { reach } from "./commands/reach.ts";
import { site } from "./commands/site.ts";
import { verify } from "./commands/verify.ts";

/** Every command, in the order a newcomer needs them. */
export const commands: readonly Command[] = [
  ...[demo, importCommand, merge, analyse, exportCommand, verify, judge, network, reach],
  ...[allocate, site, plan, projects, convert],
];
