import { join } from "node:path";
import { preview } from "vite";
import { HOME } from "./ensure.mjs";

/** Serves the built page. Takes the next free port where the one asked for is taken. */
export async function servePage({ port = 4173, host = "localhost" } = {}) {
  const server = await preview({
    configFile: false,
    root: join(HOME, "src"),
    // A missing file is 404 and not the page itself.
    appType: "mpa",
    logLevel: "error",
    build: { outDir: join(HOME, "dist/page") },
    preview: { port, host, headers: HEADERS },
  });
  const [address = ""] = server.resolvedUrls?.local ?? [];
  return { address, network: server.resolvedUrls?.network ?? [], close: () => server.close() };
}

/**
 * Nothing but the page's own files is ever run, and nothing but tiles of a basemap, once somebody has set one, is asked of
 * others: hence http and https under connect-src. Component styles are written by script, hence unsafe-inline.
 */
const HEADERS = {
  "Content-Security-Policy": [
    "default-src 'self'",
    "script-src 'self'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' data: blob: http: https:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};
