import type { PackId } from "../../base/ids.ts";
import { issue } from "../../base/issue.ts";
import { sortedById } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { checked } from "../../standards/custom-pack.ts";
import type { RulePack } from "../../standards/rule-pack.ts";
import { settingsOf } from "../apply-patch.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";

/** Takes standards of the user's own into the document, in place of those of the same id. Refused if they are faulty. */
export function keepPack(project: Project, pack: RulePack): Outcome<Patch> {
  const sound = checked(pack);
  if (!sound.ok) return sound;
  return done(withPacks(project, [...others(project, pack.id), pack]));
}

/**
 * Takes them out. Refused while zones are judged by them (`zonesJudged`), or while the document names them: nothing
 * may be left without its standards unnoticed.
 */
export function removePack(
  project: Project,
  { id, zonesJudged }: { readonly id: PackId; readonly zonesJudged: number },
): Outcome<Patch> {
  const left = others(project, id);
  if (left.length === project.customPacks.length) {
    return refused(issue("edit.unknown-pack", "error", { id }, { id }));
  }
  const named = project.zones.filter(({ pack }) => pack === id).length;
  const zones = Math.max(zonesJudged, project.pack === id ? project.zones.length : named);
  if (zones > 0 || project.pack === id) {
    return refused(issue("edit.pack-in-use", "error", { id, zones }, { id }));
  }
  return done(withPacks(project, left));
}

function others({ customPacks }: Project, id: PackId): RulePack[] {
  return customPacks.filter((pack) => pack.id !== id);
}

function withPacks(project: Project, customPacks: readonly RulePack[]): Patch {
  const before = settingsOf(project);
  return { settings: { before, after: { ...before, customPacks: sortedById(customPacks) } } };
}
