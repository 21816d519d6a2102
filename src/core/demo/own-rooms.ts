import { type Draft, drawn, spotAt, type Town } from "./facility-draft.ts";
import type { DemoSpec } from "./spec.ts";
import type { Estate } from "./zones.ts";

/**
 * Rooms built in estates (配建): a care station, a nursery point, community rooms. Most of those in new estates meet
 * what their pack asks, some fall short, some estates have none. Old estates have more care and fewer nurseries.
 */
export function ownRooms(town: Town, spec: DemoSpec): Draft[] {
  const { counts } = spec.facilities;
  return [
    ...stations(town, spec, counts.E_ESTATE_STATION ?? 0),
    ...nurseries(town, spec, Math.round((counts.C_COMMUNITY ?? 0) * 0.75)),
    ...communityRooms(town, counts.S_COMMUNITY ?? 0),
  ];
}

function stations(town: Town, spec: DemoSpec, count: number): Draft[] {
  const { dice } = town;
  const among = town.estates.filter((estate) => estate.home.kind === "estate");
  const wanted = (estate: Estate) =>
    isNew(estate) ? 2.6 : estate.home.use === "core" ? 1.15 : estate.home.use === "slab" ? 0.6 : 0.35;
  return drawn(among, count, wanted, dice).map((estate) => {
    const asked = isNew(estate)
      ? spec.facilities.askedOfNew.elderlyPer100Households
      : spec.facilities.elderlyPer100Households;
    const area =
      (estate.people.households / 100) * asked * enoughOrNot(dice.chance(isNew(estate) ? 0.64 : 0.6), dice);
    return {
      kind: "E_ESTATE_STATION",
      name: `${estate.zone.name}养老服务站`,
      community: estate.community,
      estate,
      at: spotAt(estate, dice),
      area: Math.round(area),
      more: { storey: dice.chance(0.9) ? 1 : 2, ...shared(town) },
    };
  });
}

function nurseries(town: Town, spec: DemoSpec, count: number): Draft[] {
  const { dice } = town;
  const among = town.estates.filter(
    (estate) => estate.home.kind === "estate" && estate.people.residents > 600,
  );
  const wanted = (estate: Estate) =>
    (isNew(estate) ? 2 : estate.home.use === "core" ? 0.14 : 0.3) / estate.people.residents;
  return drawn(among, count, wanted, dice).map((estate) => {
    const asked = isNew(estate) ? spec.facilities.askedOfNew.slotsPer1000 : 8;
    const needed = (estate.people.residents * asked) / 1000;
    const slots = Math.max(6, Math.ceil(needed * enoughOrNot(dice.chance(0.5), dice)));
    const area = Math.round(slots * spec.facilities.childcareAreaPerSlot * dice.between(1, 1.12));
    return {
      kind: "C_COMMUNITY",
      name: `${estate.zone.name}社区托育点`,
      community: estate.community,
      estate,
      at: spotAt(estate, dice),
      slots,
      area:
        spec.facilities.askedOfNew.slotsPer1000 < 8 && dice.chance(0.6)
          ? Math.max(area, dice.whole(200, 260))
          : area,
      more: { storey: 1, registered: dice.chance(0.8), inclusive: dice.chance(0.7), ...shared(town) },
    };
  });
}

function communityRooms(town: Town, count: number): Draft[] {
  const { dice } = town;
  const among = town.estates.filter((estate) => isNew(estate) && estate.home.kind === "estate");
  const inside = drawn(among, Math.round(count * 0.8), () => 1, dice).map(
    (estate): Draft => ({
      kind: "S_COMMUNITY",
      name: `${estate.zone.name}综合服务用房`,
      community: estate.community,
      estate,
      at: spotAt(estate, dice),
      area: Math.round((estate.people.households / 100) * 30 * enoughOrNot(dice.chance(0.68), dice)),
      more: shared(town),
    }),
  );
  return inside;
}

function isNew(estate: Estate): boolean {
  return estate.zone.status === "new";
}

function enoughOrNot(enough: boolean, dice: Town["dice"]): number {
  return enough ? dice.between(1.01, 1.4) : dice.between(0.42, 0.96);
}

/** A third of the rooms is open to the neighbours. */
function shared(town: Town): { shared?: boolean } {
  return town.dice.chance(0.34) ? { shared: true } : {};
}
