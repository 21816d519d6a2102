import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, openCity, test } from "./planner-page.ts";

const golden = JSON.parse(readFileSync("test/golden/page-weight.json", "utf8")) as Record<string, number>;

/** The golden size may be missed by this share before somebody has to look: `test/golden/page-weight.json`, kB gzip. */
const LEEWAY = 0.03;

test("the page weighs what it weighed", async ({ page, baseURL }) => {
  const weights = new Map<string, number>();
  page.on("request", (request) => {
    const path = request.url().slice((baseURL ?? "").length);
    if (!/\.m?js$/.test(path)) return;
    const kind = /worker/i.test(path) ? "workers" : "page";
    const bytes = gzipSync(readFileSync(join("dist/page", path))).length;
    weights.set(kind, (weights.get(kind) ?? 0) + bytes / 1000);
  });
  await openCity(page, "xuzhou");
  for (const [kind, allowed] of Object.entries(golden)) {
    const weight = weights.get(kind) ?? 0;
    expect(weight, `${kind}: ${weight.toFixed(0)} kB`).toBeLessThan(allowed * (1 + LEEWAY));
    expect(weight, `${kind} became lighter: write ${weight.toFixed(0)} kB`).toBeGreaterThan(
      allowed * (1 - 4 * LEEWAY),
    );
  }
});
