import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readProject } from "../../../src/io/project-file/read-project.ts";
import { writtenProject } from "../../builders/written-project.ts";
import {
  KEPT,
  KEPT_SINCE_3,
  KEPT_WITH_CHANGES,
  KEPT_WITH_STREETS,
  KEPT_WITH_TERMS,
} from "./files/kept-project.ts";

const path = (name: string) => fileURLToPath(new URL(`./files/${name}.quan`, import.meta.url));
const kept = async (name: string) => new Uint8Array(await readFile(path(name)));

it.each([
  ["version-1", KEPT],
  ["version-1-plain", KEPT],
  ["version-2", KEPT],
  ["version-2-plain", KEPT],
  ["version-3", KEPT_SINCE_3],
  ["version-3-plain", KEPT_SINCE_3],
  ["version-4", KEPT_WITH_STREETS],
  ["version-4-plain", KEPT_WITH_STREETS],
  ["version-5", KEPT_WITH_CHANGES],
  ["version-5-plain", KEPT_WITH_CHANGES],
  ["version-6", KEPT_WITH_TERMS],
  ["version-6-plain", KEPT_WITH_TERMS],
])("opens a project of %s", async (name, project) => {
  expect(await readProject(await kept(name), `${name}.quan`)).toEqual({
    ...{ ok: true, value: project, issues: [] },
  });
});

it.each([
  ["version-3", KEPT_SINCE_3],
  ["version-4", KEPT_WITH_STREETS],
  ["version-5", KEPT_WITH_CHANGES],
  ["version-6", KEPT_WITH_TERMS],
])(
  "writes what it wrote of the same project before, byte for byte, on every machine: %s",
  async (name, project) => {
    const bytes = await writtenProject(project);
    const known = await kept(name).catch(() => new Uint8Array());
    if (Buffer.compare(bytes, known) !== 0) await writeFile(`${path(name)}.actual`, bytes);
    expect(Buffer.compare(bytes, known)).toBe(0);
    expect(gunzipSync(bytes).equals(await kept(`${name}-plain`))).toBe(true);
  },
);

it("reads rows that say neither source nor check, of any version, as saying nothing", async () => {
  const read = await readProject(await kept("version-2"), "p.quan");
  const rows = read.ok ? [...read.value.zones, ...read.value.facilities] : [];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).not.toHaveProperty("checked");
});

it.each([
  ...["owner", "ways", "enlarges", "zone", "fireClass", "fireCompliant", "denseArea", "kind"],
  ...["yearlyCost", "earliest", "usableYears", "assumed"],
] as const)("is of version 6 as soon as one site says its %s", async (member) => {
  const [, site, assumed] = KEPT_WITH_TERMS.sites;
  const { id = "", at = { lng: 0, lat: 0 } } = site ?? {};
  const value = (member === "assumed" ? assumed : site)?.[member];
  const written = await writtenProject({ ...KEPT_SINCE_3, sites: [{ id, at, [member]: value }] });
  expect(new TextDecoder().decode(gunzipSync(written))).toMatch(/^\{"quan":6/);
});

it.each([{ investment: 0 }, { opens: 2027 }])(
  "is of version 6 as soon as one facility says %j",
  async (says) => {
    const [first, ...others] = KEPT_SINCE_3.facilities;
    const facilities = first ? [{ ...first, ...says }, ...others] : [];
    const written = await writtenProject({ ...KEPT_SINCE_3, facilities });
    expect(new TextDecoder().decode(gunzipSync(written))).toMatch(/^\{"quan":6/);
  },
);

it("says of a version to come that this one cannot read it", async () => {
  const text = new TextDecoder().decode(await kept("version-3-plain"));
  const later = new TextEncoder().encode(text.replace('{"quan":3', '{"quan":7'));
  const read = await readProject(later, "p.quan");
  expect(read.ok).toBe(false);
  expect(read.issues).toMatchObject([{ code: "project.newer", facts: { version: 7 } }]);
});
