import { diceOf } from "../base/random.ts";
import type { Work } from "../base/work.ts";
import type { Facility } from "../model/facility.ts";
import type { Project } from "../model/project.ts";
import type { Phase, ResidentialZone } from "../model/residential-zone.ts";
import { adminUnits } from "./admin-units.ts";
import { backdropOf } from "./backdrop.ts";
import { facilitiesOf } from "./facilities.ts";
import type { Town } from "./facility-draft.ts";
import { groundOf } from "./ground.ts";
import { namerOf } from "./names.ts";
import { peopleOf } from "./people.ts";
import { planOf } from "./plan.ts";
import { registerOf } from "./register.ts";
import { settle } from "./settlement.ts";
import { sitesOf } from "./sites.ts";
import type { DemoSpec } from "./spec.ts";
import { piecesOf } from "./street-pieces.ts";
import { townStreets } from "./town-streets.ts";
import { type Estate, estateOf } from "./zones.ts";

/** How the rows of a town that is part of a larger city are told apart. */
export interface Numbering {
  readonly zones: string;
  readonly facilities: string;
  readonly sites: string;
  /** Three digits of the first street below a root of level district. */
  readonly firstStreet: number;
}

const ALONE: Numbering = { zones: "Z", facilities: "F", sites: "S", firstStreet: 801 };

/** An invented town by its spec and seed: equal seeds give equal bytes on every machine. */
export function* demoTown(spec: DemoSpec, seed: number, numbering: Numbering = ALONE): Work<Project> {
  const dice = (purpose: string) => diceOf(seed, `${spec.id} ${purpose}`);
  const ground = groundOf(spec.land, spec.centre, seed);
  const plan = planOf(spec.land, seed);
  yield { part: "generate", share: 0.35 };

  const settlement = settle(plan, spec, dice("settlement"));
  const namer = namerOf(spec.words, dice("names"));
  const register = registerOf(settlement, spec, ground, namer, dice("streets' names"), numbering.firstStreet);
  const places = register.communities.flatMap((community) =>
    community.ground.homes
      .toSorted((a, b) => b.centre.y - a.centre.y || a.centre.x - b.centre.x)
      .map((home) => ({ home, community })),
  );
  yield { part: "generate", share: 0.6 };

  const people = peopleOf(
    places.map(({ home }) => home),
    spec.people,
    dice("people"),
  );
  const rowDice = dice("zones");
  const estates: Estate[] = places.map(({ home, community }, i) =>
    estateOf(
      `${numbering.zones}${String(i + 1).padStart(4, "0")}`,
      home,
      people[i] as (typeof people)[number],
      community,
      spec,
      ground,
      namer,
      rowDice,
    ),
  );
  const town: Town = {
    register,
    estates,
    ground,
    dice: dice("facilities"),
    year: Number(spec.asOf.slice(0, 4)),
  };
  const facilities = facilitiesOf(town, spec, namer, numbering.facilities);
  yield { part: "generate", share: 0.8 };

  const pieces = [...plan.streets, ...settlement.streets].flatMap((line) => piecesOf(line, plan.terrain));
  yield { part: "generate", share: 0.9 };
  const streets = townStreets(pieces, plan, spec, ground, dice("gates"));

  return {
    name: spec.name.zh,
    origin: "demo",
    facilities,
    zones: estates.map((estate) => withPhases(estate, facilities)),
    units: adminUnits(register, estates, spec, ground, settlement.mosaic),
    sites: sitesOf({ ...town, dice: dice("sites") }, 28, numbering.sites, facilities),
    customPacks: [],
    duplicateDecisions: [],
    backdrop: backdropOf(plan, settlement, pieces, spec, ground),
    streets,
    asOf: spec.asOf,
  };
}

/** Large new zones are delivered in two or three phases; their rooms come with the first or the last. */
function withPhases(estate: Estate, facilities: readonly Facility[]): ResidentialZone {
  const { zone, people } = estate;
  if (
    zone.status !== "new" ||
    zone.grantDate === undefined ||
    people.households < 1500 ||
    zone.households === undefined
  ) {
    return zone;
  }
  const own = facilities.filter((facility) => facility.zone === zone.id).map((facility) => facility.id);
  const count = people.households > 2400 ? 3 : 2;
  const year = Number(zone.grantDate.slice(0, 4));
  const phases = Array.from({ length: count }, (_, i): Phase => {
    const households =
      Math.floor((zone.households as number) / count) + (i < (zone.households as number) % count ? 1 : 0);
    return {
      no: i + 1,
      households,
      delivered: `${year + 2 + i}-06-30`,
      facilities: own.filter((_, k) => (own.length > 1 ? k % count === i : i === count - 1)),
    };
  });
  return { ...zone, phases };
}
