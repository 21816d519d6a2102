import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const START = fileURLToPath(new URL("../../.ci/start.mjs", import.meta.url));

it.each([
  [["--port", "abc"], "--port abc is no port."],
  [["--port", "99999"], "--port 99999 is no port."],
  [["--bogus"], "Unknown option '--bogus'"],
  [["--tiles", "tiles.example"], "--tiles tiles.example is not the origin of a server."],
])("npm start -- %j is refused with a sentence before anything is built", (args, sentence) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [START, ...args], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
});
