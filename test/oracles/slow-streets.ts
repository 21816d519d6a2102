import { areaSample } from "../../src/core/geo/area-sample.ts";
import type { LngLat } from "../../src/core/geo/lng-lat.ts";
import type { Facility } from "../../src/core/model/facility.ts";
import type { ResidentialZone } from "../../src/core/model/residential-zone.ts";
import type { WalkGraph } from "../../src/core/network/walk-graph.ts";
import { type SlowWalk, slowWalks } from "./slow-walk.ts";

/**
 * Reach and coverage of whole zones along streets, from the words of the design, over walks without any index. Streets
 * without private ways and gates; nothing lies exactly on an outline.
 */
export interface SlowStreets {
  /** How each zone gets to each facility; at any distance. */
  link(zone: number, facility: number): SlowLink;
  coverage(zone: number, some: readonly number[]): SlowCovered;
}

export interface SlowLink extends SlowWalk {
  readonly part: number;
}

export interface SlowCovered {
  readonly nearest: number | undefined;
  readonly metres: number;
  readonly choices: number;
  readonly covered: number;
}

export function slowStreets(
  graph: WalkGraph,
  zones: readonly ResidentialZone[],
  facilities: readonly Pick<Facility, "at">[],
  limit: number,
  cap: number,
): SlowStreets {
  const starts = zones.map((zone) => slowStart(graph, zone));
  const origins = starts.flatMap(({ places }, zone) => places.map((place) => ({ zone, place })));
  const placed = facilities.flatMap(({ at }, row) => (at === undefined ? [] : [{ at, row }]));
  const walks = slowWalks(
    graph,
    origins.map(({ place }) => place),
    placed.map(({ at }) => at),
    cap,
  );
  const found = origins.map(({ zone }, origin) => ({ zone, walks: walks.from(origin) }));
  const joins = new Set(origins.flatMap(({ zone }, origin) => (walks.joins(origin) ? [zone] : [])));
  const column = new Map(placed.map(({ row }, at) => [row, at]));
  const walksOf = (zone: number, facility: number) =>
    found.flatMap((origin) => {
      const walk = origin.walks[column.get(facility) ?? -1];
      return origin.zone === zone ? [walk ?? NOWHERE] : [];
    });
  const partOf = (zone: number, within: readonly boolean[]) =>
    starts[zone]?.nearest
      ? Number(within.some(Boolean))
      : within.filter(Boolean).length / Math.max(1, within.length);
  const link = (zone: number, facility: number): SlowLink => {
    const all = walksOf(zone, facility);
    const best = all.reduce((one, other) => (other.metres < one.metres ? other : one), NOWHERE);
    return {
      ...best,
      part: partOf(
        zone,
        all.map(({ metres }) => metres <= limit),
      ),
    };
  };
  return {
    link,
    coverage(zone, some) {
      const links = some.map((facility) => ({ facility, ...link(zone, facility) }));
      const best = links.reduce<(SlowLink & { facility: number }) | undefined>(
        (one, other) => (other.metres < (one?.metres ?? Infinity) ? other : one),
        undefined,
      );
      const perFacility = some.map((facility) => walksOf(zone, facility));
      const count = starts[zone]?.places.length ?? 0;
      const within = Array.from({ length: count }, (_, origin) =>
        perFacility.some((all) => (all[origin]?.metres ?? Infinity) <= limit),
      );
      return {
        nearest: best?.facility,
        metres: best?.metres ?? Infinity,
        choices: links.filter(({ part }) => part > 0).length,
        covered: joins.has(zone) ? partOf(zone, within) : Number.NaN,
      };
    },
  };
}

const NOWHERE: SlowWalk = { metres: Infinity, walked: Infinity };

interface SlowStart {
  readonly kind: string;
  readonly places: readonly LngLat[];
  readonly nearest: boolean;
}

/** What the walks of a zone start from. */
export function slowStart(graph: WalkGraph, zone: ResidentialZone): SlowStart {
  const { entrances = [], buildings = [], shape = [], at } = zone;
  if (entrances.length > 0) return { kind: "entrances", places: entrances, nearest: true };
  const crossings = shape.flat().flatMap((ring) =>
    ring.flatMap((c, i) => {
      const d = ring[(i + 1) % ring.length] ?? c;
      return sidesOf(graph).flatMap(([a, b]) => {
        const at = crossing(a, b, c, d);
        return at ? [at] : [];
      });
    }),
  );
  if (crossings.length > 0) return { kind: "crossings", places: crossings, nearest: true };
  if (buildings.length > 0) return { kind: "buildings", places: buildings, nearest: false };
  if (shape.length > 0) return { kind: "sample", places: areaSample(shape), nearest: false };
  return { kind: at ? "point" : "none", places: at ? [at] : [], nearest: false };
}

function sidesOf({ shapeStarts, shapeLng, shapeLat }: WalkGraph): (readonly [LngLat, LngLat])[] {
  const corner = (c: number) => ({ lng: shapeLng[c] ?? 0, lat: shapeLat[c] ?? 0 });
  return Array.from(shapeStarts.subarray(1)).flatMap((end, stretch) =>
    Array.from({ length: end - (shapeStarts[stretch] ?? 0) - 1 }, (_, i) => {
      const first = (shapeStarts[stretch] ?? 0) + i;
      return [corner(first), corner(first + 1)] as const;
    }),
  );
}

/** Where two lines meet, by two equations. */
function crossing(a: LngLat, b: LngLat, c: LngLat, d: LngLat): LngLat | undefined {
  const [ux, uy, vx, vy] = [b.lng - a.lng, b.lat - a.lat, d.lng - c.lng, d.lat - c.lat];
  const turn = ux * vy - uy * vx;
  const t = ((c.lng - a.lng) * vy - (c.lat - a.lat) * vx) / turn;
  const s = ((c.lng - a.lng) * uy - (c.lat - a.lat) * ux) / turn;
  if (!(t >= 0 && t <= 1 && s >= 0 && s <= 1)) return undefined;
  return { lng: a.lng + t * ux, lat: a.lat + t * uy };
}
