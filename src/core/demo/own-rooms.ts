import { type Draft, drawn, spotAt, type Town } from "./facility-draft.ts";
import type { DemoSpec } from "./spec.ts";
import type { Estate } from "./zones.ts";

/**
 * Rooms built in estates (配建): a care station, a nursery point, community rooms. Most of those in new estates meet
 * what their pack asks, some fall short, some estates have none. Old estates have more care and fewer nurseries.
 */
export function ownRooms(town: Town, spec: DemoSpec): Draft[] {
  const { counts } = spec.facilities;
  const models = modelEstates(town);
  return [
    ...stations(town, spec, counts.E_ESTATE_STATION ?? 0, models),
    ...nurseries(town, spec, Math.round((counts.C_COMMUNITY ?? 0) * 0.8), models),
    ...communityRooms(town, counts.S_COMMUNITY ?? 0, models),
  ];
}

/** Estates that were built or renewed as examples: they have every room, and large enough. */
function modelEstates(town: Town): ReadonlySet<Estate> {
  const among = finishedEstates(town);
  const likely = (estate: Estate) => (isNew(estate) ? 3 : estate.home.use === "core" ? 1 : 0.2);
  return new Set(drawn(among, Math.round(among.length * 0.06), likely, town.dice));
}

/** How much likelier a model estate is to have a room than another of its kind. */
const MODEL = 12;

function stations(town: Town, spec: DemoSpec, count: number, models: ReadonlySet<Estate>): Draft[] {
  const wanted = (estate: Estate) =>
    (models.has(estate) ? MODEL : 1) *
    (isNew(estate) ? 3 : estate.home.use === "core" ? 1.15 : estate.home.use === "slab" ? 0.6 : 0.35);
  return drawn(finishedEstates(town), count, wanted, town.dice).map((estate) => {
    const enough = models.has(estate) || town.dice.chance(isNew(estate) ? 0.66 : 0.72);
    return stationIn(estate, town, spec, enough);
  });
}

function nurseries(town: Town, spec: DemoSpec, count: number, models: ReadonlySet<Estate>): Draft[] {
  const among = finishedEstates(town).filter((estate) => estate.people.residents > 600);
  const wanted = (estate: Estate) =>
    ((models.has(estate) ? MODEL : 1) * (isNew(estate) ? 2.4 : estate.home.use === "core" ? 0.2 : 0.3)) /
    estate.people.residents;
  return drawn(among, count, wanted, town.dice).map((estate) =>
    nurseryIn(estate, town, spec, models.has(estate) || town.dice.chance(0.6)),
  );
}

/** A care station, large enough for the pack or not. */
export function stationIn(estate: Estate, { dice }: Town, spec: DemoSpec, enough: boolean): Draft {
  const { askedOfNew, elderlyPer100Households } = spec.facilities;
  const asked = isNew(estate) ? askedOfNew.elderlyPer100Households : elderlyPer100Households;
  const area = (estate.people.households / 100) * asked * enoughOrNot(enough, dice);
  const land = isNew(estate) && dice.chance(enough ? 0.8 : 0.3);
  return {
    kind: "E_ESTATE_STATION",
    name: `${estate.zone.name}养老服务站`,
    community: estate.community,
    estate,
    at: spotAt(estate, dice),
    area: Math.round(area),
    more: {
      storey: dice.chance(0.9) ? 1 : 2,
      ...(land && { landArea: Math.ceil(estate.people.residents * 0.1 * enoughOrNot(enough, dice)) }),
      ...shared(dice),
    },
  };
}

/** A nursery point, with slots enough for the pack or not. */
export function nurseryIn(estate: Estate, { dice }: Town, spec: DemoSpec, enough: boolean): Draft {
  const { askedOfNew, childcareAreaPerSlot } = spec.facilities;
  const asked = isNew(estate) ? askedOfNew.slotsPer1000 : 8;
  const slots = Math.max(6, Math.ceil((estate.people.residents * asked * enoughOrNot(enough, dice)) / 1000));
  const area = Math.round(slots * childcareAreaPerSlot * dice.between(1, 1.12));
  const atLeast200 = askedOfNew.slotsPer1000 < 8 && dice.chance(0.6);
  return {
    kind: "C_COMMUNITY",
    name: `${estate.zone.name}社区托育点`,
    community: estate.community,
    estate,
    at: spotAt(estate, dice),
    slots,
    area: atLeast200 ? Math.max(area, dice.whole(200, 260)) : area,
    more: { storey: 1, registered: dice.chance(0.8), inclusive: dice.chance(0.7), ...shared(dice) },
  };
}

function communityRooms(town: Town, count: number, models: ReadonlySet<Estate>): Draft[] {
  const { dice } = town;
  const among = finishedEstates(town).filter(isNew);
  const wanted = (estate: Estate) => (models.has(estate) ? MODEL : 1);
  return drawn(among, Math.round(count * 0.8), wanted, dice).map(
    (estate): Draft => ({
      kind: "S_COMMUNITY",
      name: `${estate.zone.name}综合服务用房`,
      community: estate.community,
      estate,
      at: spotAt(estate, dice),
      area: Math.round(
        (estate.people.households / 100) * 30 * enoughOrNot(models.has(estate) || dice.chance(0.68), dice),
      ),
      more: shared(dice),
    }),
  );
}

function isNew(estate: Estate): boolean {
  return estate.zone.status === "new";
}

function enoughOrNot(enough: boolean, dice: Town["dice"]): number {
  return enough ? dice.between(1.01, 1.4) : dice.between(0.42, 0.96);
}

/** A third of the rooms is open to the neighbours. */
function shared(dice: Town["dice"]): { shared?: boolean } {
  return dice.chance(0.34) ? { shared: true } : {};
}

/** Estates of the built city that people live in or are about to. */
function finishedEstates(town: Town): Estate[] {
  return town.estates.filter(
    (estate) => estate.home.kind === "estate" && !isBeingPlanned(estate) && !isBeingBuilt(estate),
  );
}

export function isBeingPlanned({ zone }: Estate): boolean {
  return zone.stage === "planning_condition" || zone.stage === "plan_review";
}

export function isBeingBuilt({ zone }: Estate): boolean {
  return zone.stage === "construction";
}
