import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import type { Drive } from "../../src/core/base/work.ts";
import type { Project } from "../../src/core/model/project.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import type { PlanSurvey, PlanTasks } from "../../workers/plan-tasks.ts";
import type { TaskTable } from "../../workers/serve.ts";
import { loadProgrammes } from "../../workers/solver/highs-programme.ts";
import { solverTasks } from "../../workers/tasks/solver-tasks.ts";
import { atOnce } from "./at-once.ts";
import { value } from "./outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "./rows.ts";

export const drive: Drive = async (work) => atOnce(work);

/** A and B want 200 m² each; they reach H, which nobody has taken over yet, and the site S. */
export const SHORT_PROJECT: Project = aProject(
  [aZone("A"), aZone("B", { name: "二园" })],
  [
    aFacility("N", { kind: "C_COMMUNITY", slots: 100, at: east(100) }),
    aFacility("H", { status: "built_not_handed_over", at: east(200), ...elderlyRooms(200) }),
  ],
  {
    sites: [
      {
        ...{ id: "S", name: "旧厂房", kind: "public_building", at: east(100), usableArea: 1000, storey: 1 },
        ...{ titleCertificate: true, expropriationListed: false, cost: 400 },
      },
    ],
    parameters: DEFAULT_PARAMETERS,
  },
);

/** Who looks for plans of a project, and what it is told of it first. */
export async function surveyed(
  of: Project,
): Promise<{ readonly tasks: TaskTable<PlanTasks>; readonly survey: PlanSurvey }> {
  const tasks = solverTasks(loadProgrammes);
  const bytes = new Uint8Array(await new Response(writeProject(of)).arrayBuffer());
  return { tasks, survey: value(await tasks.survey({ name: "a.quan", bytes, from: 2026 }, drive)) };
}
