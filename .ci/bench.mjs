import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, ensureInstalled, HOME } from "./ensure.mjs";

/** `npm run bench [-- NAME …]`: measures against peers in one run and writes test/bench/results.md. */
ensureInstalled();
await ensureBuilt("page");
await ensureBuilt("bench");
await import(pathToFileURL(join(HOME, "dist/bench/main.mjs")).href);
