import type { Patch } from "../model/patch.ts";

/**
 * What a plan makes of a project, with the plan as the source of the facilities that it adds: they are no finding of anybody.
 * Those that were there keep theirs.
 */
export function withPlanAsSource(patch: Patch, source: string): Patch {
  const facilities = patch.facilities?.map(({ before, after }) => ({
    ...(before && { before }),
    ...(after && { after: before ? after : { ...after, source } }),
  }));
  return { ...patch, ...(facilities && { facilities }) };
}
