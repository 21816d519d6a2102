import { join } from "node:path";
import { preview } from "vite";
import { HOME } from "./ensure.mjs";

/**
 * Serves the built page. Takes the next free port where the one asked for is taken. `tiles`: origins that a basemap may
 * be asked of, besides that of Tianditu.
 */
export async function servePage({ port = 4173, host = "localhost", tiles = [] } = {}) {
  const server = await preview({
    configFile: false,
    root: join(HOME, "src"),
    // A missing file is 404 and not the page itself.
    appType: "mpa",
    logLevel: "error",
    build: { outDir: join(HOME, "dist/page") },
    preview: { port, host, headers: headersFor(tiles) },
  });
  const [address = ""] = server.resolvedUrls?.local ?? [];
  return { address, network: server.resolvedUrls?.network ?? [], close: () => server.close() };
}

/**
 * Nothing but the page's own files is ever run, and of others nothing can be asked but tiles of the basemaps named here,
 * once somebody has set one: the browser itself keeps the data in. Component styles are written by script, hence
 * unsafe-inline.
 */
const headersFor = (tiles) => ({
  "Content-Security-Policy": [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' data: blob: ${[TIANDITU, ...tiles].join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
});

const TIANDITU = "https://*.tianditu.gov.cn";
