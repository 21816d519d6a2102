import type { Command } from "./command.ts";
import { importCommand } from "./commands/import.ts";
import { judge } from "./commands/judge.ts";

/** Every command, in the order a newcomer needs them. */
export const commands: readonly Command[] = [importCommand, judge];
