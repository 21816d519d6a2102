import { canonical } from "../../core/base/digest.ts";
import type { Project } from "../../core/model/project.ts";

/** The project without rows of which one id says different things: nobody can tell which is right. */
export function undisputed(project: Project): {
  readonly project: Project;
  readonly disputed: readonly string[];
} {
  const disputed: string[] = [];
  const only = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] => {
    if (rows.every(({ id }, i) => rows[i - 1]?.id !== id)) return rows;
    const byId = new Map<string, Row | undefined>();
    for (const row of rows) {
      const same = !byId.has(row.id) || canonical(byId.get(row.id)) === canonical(row);
      byId.set(row.id, same ? row : undefined);
    }
    for (const [id, row] of byId) if (row === undefined) disputed.push(id);
    return [...byId.values()].filter((row) => row !== undefined);
  };
  const tables = {
    facilities: only(project.facilities),
    zones: only(project.zones),
    units: only(project.units),
    sites: only(project.sites),
    customPacks: only(project.customPacks),
  };
  return { project: { ...project, ...tables }, disputed };
}
