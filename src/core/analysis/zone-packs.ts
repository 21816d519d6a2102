import { sortedById } from "../base/order.ts";
import type { Project } from "../model/project.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { overlaid } from "../standards/overlay.ts";
import type { Rule } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { isBorrowed, packById, packFor, type Standards } from "../standards/standards.ts";
import type { Parameters } from "./parameters.ts";

/** By which pack each zone is judged. */
export interface ZonePacks {
  /** Packs in use, with the overlays that are switched on, ordered by id. */
  readonly packs: readonly PackInUse[];
  /** Row of `packs`, by zone; `NO_PACK` where no pack holds. */
  readonly of: Uint8Array;
  /** 1 where the pack is one of another place: 借用标准. */
  readonly borrowed: Uint8Array;
}

export interface PackInUse {
  readonly id: string;
  readonly pack: RulePack;
  readonly rules: ReadonlyMap<string, Rule>;
}

export const NO_PACK = 255;

/**
 * The pack of each zone: that of the parameters for all; else the zone's own; else that of the project; else that of
 * its admin code. A chosen pack that is not there is no pack: nothing else is put in its place.
 */
export function zonePacks(
  project: Project,
  standards: Standards,
  parameters: Parameters,
  codeOf: (zone: number) => string | undefined,
): ZonePacks {
  const chosen = project.zones.map((zone, row) => packOf(zone, codeOf(row), project, standards, parameters));
  const ids = [...new Set(chosen.filter((pack) => pack !== undefined))];
  const packs = sortedById(ids).map((plain): PackInUse => {
    const pack = overlaid(plain, standards.overlays, parameters.overlays);
    return { id: pack.id, pack, rules: new Map(pack.rules.map((rule) => [rule.id, rule])) };
  });
  const rowOf = new Map(packs.map(({ id }, row) => [id, row]));
  return {
    packs,
    of: Uint8Array.from(chosen, (pack) => (pack === undefined ? NO_PACK : (rowOf.get(pack.id) ?? NO_PACK))),
    borrowed: Uint8Array.from(chosen, (pack, row) =>
      pack !== undefined && isBorrowed(pack, codeOf(row)) ? 1 : 0,
    ),
  };
}

function packOf(
  zone: ResidentialZone,
  code: string | undefined,
  project: Project,
  standards: Standards,
  parameters: Parameters,
): RulePack | undefined {
  const chosen = parameters.pack ?? zone.pack ?? project.pack;
  if (chosen !== undefined) return packById(standards, chosen);
  return code === undefined ? undefined : packFor(standards, code);
}
