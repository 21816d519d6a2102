import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readProject } from "../../../src/io/project-file/read-project.ts";
import { writtenProject } from "../../builders/written-project.ts";
import { KEPT } from "./files/kept-project.ts";

const path = (name: string) => fileURLToPath(new URL(`./files/${name}.quan`, import.meta.url));
const kept = async (name: string) => new Uint8Array(await readFile(path(name)));

it.each(["version-1", "version-1-plain", "version-2", "version-2-plain"])(
  "opens a project of %s",
  async (name) => {
    expect(await readProject(await kept(name), `${name}.quan`)).toEqual({
      ok: true,
      value: KEPT,
      issues: [],
    });
  },
);

it("writes what it wrote of the same project before, byte for byte, on every machine", async () => {
  const bytes = await writtenProject(KEPT);
  const known = await kept("version-2").catch(() => new Uint8Array());
  if (Buffer.compare(bytes, known) !== 0) await writeFile(`${path("version-2")}.actual`, bytes);
  expect(Buffer.compare(bytes, known)).toBe(0);
  expect(gunzipSync(bytes).equals(await kept("version-2-plain"))).toBe(true);
});

it("says of a version to come that this one cannot read it", async () => {
  const text = new TextDecoder().decode(await kept("version-2-plain"));
  const later = new TextEncoder().encode(text.replace('{"quan":2', '{"quan":3'));
  const read = await readProject(later, "p.quan");
  expect(read.ok).toBe(false);
  expect(read.issues).toMatchObject([{ code: "project.newer", facts: { version: 3 } }]);
});
