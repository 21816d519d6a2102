import type { Project } from "../../src/core/model/project.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";

/** The bytes of a project file. */
export async function writtenProject(project: Project): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(writeProject(project)).arrayBuffer());
}
