import { parseArgs } from "node:util";
import { ensureBuilt, ensureInstalled } from "./ensure.mjs";

/**
 * `npm start -- [--port 4173] [--host 0.0.0.0] [--tiles https://tiles.example]`: installs and builds what is
 * needed, serves the page. `--tiles` names a server that a basemap may be asked of; it can be given more than once.
 */
const values = optionsGiven();
const port = values.port === undefined ? undefined : Number(values.port);
if (port !== undefined && !(/^\d+$/.test(values.port) && port >= 1 && port <= 65535)) {
  refuse(`--port ${values.port} is no port. Give a whole number from 1 to 65535, such as 8080.`);
}
for (const tiles of values.tiles ?? []) {
  if (URL.canParse(tiles) && new URL(tiles).origin === tiles) continue;
  refuse(
    `--tiles ${tiles} is not the origin of a server. Write it as https://tiles.example or http://10.0.0.8:8080.`,
  );
}
ensureInstalled();
console.log("Building the page …");
await ensureBuilt("page");
const { servePage } = await import("./serve.mjs");
const { address, network } = await servePage({
  ...(port && { port }),
  ...(values.host && { host: values.host }),
  ...(values.tiles && { tiles: values.tiles }),
}).catch(({ message }) => refuse(`The page cannot be served: ${message}. Try another --port or --host.`));
console.log(`\n  老小圈 Laoxiaoquan\n\n  ${address}\n${network.map((url) => `  ${url}\n`).join("")}`);
console.log("  Ctrl+C ends it. Everything you open stays on this machine.");

function optionsGiven() {
  try {
    return parseArgs({
      options: {
        port: { type: "string" },
        host: { type: "string" },
        tiles: { type: "string", multiple: true },
      },
    }).values;
  } catch ({ message }) {
    return refuse(
      `${message.split("\n")[0]}\nUsage: npm start -- [--port 4173] [--host 0.0.0.0] [--tiles https://tiles.example]`,
    );
  }
}

/** Ends with a sentence, and exit code 2 for wrong usage. */
function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
