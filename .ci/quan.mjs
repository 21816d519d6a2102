import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, ensureNode, HOME } from "./ensure.mjs";

/** `quan COMMAND …`: builds the command when its sources changed, then runs it. */
ensureNode();
await ensureBuilt("cli");
await import(pathToFileURL(join(HOME, "dist/cli/quan.mjs")).href);
