import { parseArgs } from "node:util";
import { ensureBuilt, ensureInstalled } from "./ensure.mjs";

/**
 * `npm start [-- --port 4173] [-- --host 0.0.0.0] [-- --tiles https://tiles.example]`: installs and builds what is
 * needed, serves the page. `--tiles` names a server that a basemap may be asked of; it can be given more than once.
 */
const { values } = parseArgs({
  options: { port: { type: "string" }, host: { type: "string" }, tiles: { type: "string", multiple: true } },
});
for (const tiles of values.tiles ?? []) {
  if (URL.canParse(tiles) && new URL(tiles).origin === tiles) continue;
  console.error(
    `--tiles ${tiles} is not the origin of a server. Write it as https://tiles.example or http://10.0.0.8:8080.`,
  );
  process.exit(2);
}
ensureInstalled();
console.log("Building the page …");
await ensureBuilt("page");
const { servePage } = await import("./serve.mjs");
const { address, network } = await servePage({
  ...(values.port && { port: Number(values.port) }),
  ...(values.host && { host: values.host }),
  ...(values.tiles && { tiles: values.tiles }),
});
console.log(`\n  老小圈 Laoxiaoquan\n\n  ${address}\n${network.map((url) => `  ${url}\n`).join("")}`);
console.log("  Ctrl+C ends it. Everything you open stays on this machine.");
