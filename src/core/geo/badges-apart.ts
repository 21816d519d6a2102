/** On a drawing, in its units; y downwards. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where the middle of a badge is drawn. `isLed`: away from its place, so that a line is to lead there. */
export interface BadgeSpot extends Spot {
  readonly isLed: boolean;
}

interface BadgeSizes {
  /** Of a badge, its edge included. */
  readonly radius: number;
  /** How far from its place the middle of a badge stands where nothing hinders; 0: on the place. */
  readonly beside: number;
  /** How far it stands from other places, so that their marks are seen, where there is room within a few steps. */
  readonly clear: number;
}

/**
 * Round badges of places, in their order, none over another: each at the upper right of its place, else at the next free
 * spot around it, else on wider and wider rings. Earlier ones are nearer. The same places give the same spots.
 */
export function badgesApart(places: readonly Spot[], sizes: BadgeSizes): readonly BadgeSpot[] {
  const { radius, beside, clear } = sizes;
  const taken: BadgeSpot[] = [];
  const isFree = (spot: Spot) => taken.every((other) => apart(spot, other) >= 2 * radius);
  const leavesMarks = (spot: Spot, own: Spot) =>
    places.every((other) => apart(other, own) < SAME || apart(spot, other) >= clear);
  for (const place of places) {
    const near = spotsAround(place, sizes, 0, NEAR);
    const spot = near.find((each) => isFree(each) && leavesMarks(each, place)) ?? near.find(isFree);
    taken.push(spot ?? widerSpot(place));
  }
  return taken;

  /** There is one: what is taken ends somewhere. */
  function widerSpot(place: Spot): BadgeSpot {
    for (let ring = NEAR; ; ring++) {
      const spot = spotsAround(place, { radius, beside }, ring, ring + 1).find(isFree);
      if (spot) return spot;
    }
  }
}

/** Rings on which a badge gives way to marks as well. */
const NEAR = 4;
/** Places less apart are one. */
const SAME = 1e-9;

/** Spots on some rings, from the inside out, each ring from the upper right on and away to both sides. */
function spotsAround(
  { x, y }: Spot,
  { radius, beside }: Pick<BadgeSizes, "radius" | "beside">,
  from: number,
  to: number,
): readonly BadgeSpot[] {
  const spots: BadgeSpot[] = [];
  for (let ring = from; ring < to; ring++) {
    const away = beside + ring * STEP * radius;
    const count = away === 0 ? 1 : Math.max(LEAST, Math.ceil((2 * Math.PI * away) / radius));
    for (let i = 0; i < count; i++) {
      const turn = ((i % 2 === 0 ? i : -(i + 1)) / 2 / count) * 2 * Math.PI;
      const angle = -Math.PI / 4 - turn;
      spots.push({ x: x + away * Math.cos(angle), y: y + away * Math.sin(angle), isLed: ring > 0 });
    }
  }
  return spots;
}

/** Of a radius, between rings. */
const STEP = 1.25;
const LEAST = 8;

function apart(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
