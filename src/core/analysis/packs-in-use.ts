import type { PackId } from "../base/ids.ts";
import type { Project } from "../model/project.ts";
import { packFor, type Standards, withCustomPacks } from "../standards/standards.ts";

/**
 * How many zones are judged by each pack, in the order in which the zones name them: by the pack that is chosen for all;
 * else by the zone's own; else by that of the project; else by that of its admin code. Zones of no pack are left out.
 */
export function packsInUse(
  project: Project,
  standards: Standards,
  chosen?: PackId,
): ReadonlyMap<PackId, number> {
  const known = withCustomPacks(standards, project.customPacks);
  const inUse = new Map<PackId, number>();
  const byCode = new Map<string, PackId | undefined>();
  const packAt = (code: string) => {
    if (!byCode.has(code)) byCode.set(code, packFor(known, code)?.id);
    return byCode.get(code);
  };
  for (const { pack, adminCode } of project.zones) {
    const named = chosen ?? pack ?? project.pack;
    const id = named ?? (adminCode === undefined ? undefined : packAt(adminCode));
    if (id !== undefined) inUse.set(id, (inUse.get(id) ?? 0) + 1);
  }
  return inUse;
}
