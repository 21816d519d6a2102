import { sortedById } from "../base/order.ts";
import type { Project } from "../model/project.ts";
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
  readonly plain: RulePack;
  /** With the overlays that are switched on. */
  readonly pack: RulePack;
  readonly rules: ReadonlyMap<string, Rule>;
}

export const NO_PACK = 255;

/**
 * The pack of each zone: that of the parameters for all; else the zone's own; else that of the project; else that of
 * its admin code. A chosen pack that is not there, or whose name nobody can read, is no pack: nothing else is put in its place. `earlier` are the packs of
 * the same standards and overlays; those still in use stay the same values.
 */
export function zonePacks(
  project: Project,
  standards: Standards,
  parameters: Parameters,
  codeOf: (zone: number) => string | undefined,
  earlier?: ZonePacks,
): ZonePacks {
  const byCode = new Map<string, RulePack | undefined>();
  const packAt = (code: string): RulePack | undefined => {
    if (!byCode.has(code)) byCode.set(code, packFor(standards, code));
    return byCode.get(code);
  };
  const chosen = project.zones.map((zone, row) => {
    const id = parameters.pack ?? zone.pack ?? project.pack;
    if (parameters.pack === undefined && zone.unread?.includes("pack")) return undefined;
    if (id !== undefined) return packById(standards, id);
    const code = codeOf(row);
    return code === undefined ? undefined : packAt(code);
  });
  const ids = [...new Set(chosen.filter((pack) => pack !== undefined))];
  const packs = sortedById(ids).map((plain): PackInUse => {
    const known = earlier?.packs.find((each) => each.plain === plain);
    if (known !== undefined) return known;
    const pack = overlaid(plain, standards.overlays, parameters.overlays);
    return { id: pack.id, plain, pack, rules: new Map(pack.rules.map((rule) => [rule.id, rule])) };
  });
  const rowOf = new Map(packs.map(({ id }, row) => [id, row]));
  const away = new Map<string, boolean>();
  const isAway = (pack: RulePack, code: string | undefined): boolean => {
    const key = `${pack.id} ${code ?? ""}`;
    const known = away.get(key) ?? isBorrowed(pack, code);
    away.set(key, known);
    return known;
  };
  return {
    packs,
    of: Uint8Array.from(chosen, (pack) => (pack === undefined ? NO_PACK : (rowOf.get(pack.id) ?? NO_PACK))),
    borrowed: Uint8Array.from(chosen, (pack, row) =>
      pack !== undefined && isAway(pack, codeOf(row)) ? 1 : 0,
    ),
  };
}
