import { expect, it } from "vitest";
import { finish } from "../../src/core/base/work.ts";
import type { Project } from "../../src/core/model/project.ts";
import { openFiles } from "../../src/io/open-files.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import { aProject, aZone } from "../builders/rows.ts";

async function remarksOn(project: Project) {
  const bytes = new Uint8Array(await new Response(writeProject(project)).arrayBuffer());
  const opened = await openFiles([{ name: "a.quan", bytes }], {}, async (work) => finish(work));
  if (!opened.ok) throw new Error("not opened");
  return opened.value.report.files[0]?.issues.map(({ code, facts, severity }) => [code, facts, severity]);
}

const BASE = aProject([aZone("Z1")], []);

it("says which standard chosen in a project is not at hand", async () => {
  const lost = ["project.unknown-pack", { pack: "custom:lost" }, "warning"];
  expect(await remarksOn({ ...BASE, parameters: { pack: "custom:lost" } })).toEqual([lost]);
  expect(await remarksOn({ ...BASE, pack: "custom:lost" })).toEqual([lost]);
  expect(await remarksOn({ ...BASE, pack: "sucheng-2023", parameters: { pack: "xuzhou-2022" } })).toEqual([]);
});
