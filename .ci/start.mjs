import { parseArgs } from "node:util";
import { ensureBuilt, ensureInstalled } from "./ensure.mjs";

/** `npm start [-- --port 4173] [-- --host 0.0.0.0]`: installs and builds what is needed, serves the page. */
const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
ensureInstalled();
console.log("Building the page …");
await ensureBuilt("page");
const { servePage } = await import("./serve.mjs");
const { address, network } = await servePage({
  ...(values.port && { port: Number(values.port) }),
  ...(values.host && { host: values.host }),
});
console.log(`\n  老小圈 Laoxiaoquan\n\n  ${address}\n${network.map((url) => `  ${url}\n`).join("")}`);
console.log("  Ctrl+C ends it. Everything you open stays on this machine.");
