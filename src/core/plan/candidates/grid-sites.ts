import { limitOf } from "../../analysis/parameters.ts";
import type { Pipeline } from "../../analysis/pipeline.ts";
import { issue } from "../../base/issue.ts";
import { sortedById } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Metres, SquareMetres } from "../../base/units.ts";
import type { LngLat } from "../../geo/lng-lat.ts";
import { type LocalPlane, localPlane, type PlanePoint } from "../../geo/local-plane.ts";
import { liesInside } from "../../geo/ring.ts";
import { isCareSubject } from "../../model/facility-kind.ts";
import type { Project } from "../../model/project.ts";
import type { CandidateSite } from "../../model/site.ts";

/**
 * Sites that nobody has named, for a project that has none: points of a square grid from which zones that are short are
 * within the walk that decides, but not in new estates and not in water. They stand for land that would have to be found
 * there, of so many m² of rooms each. The grid is laid by the places of all zones, so that it does not depend on the order
 * of rows. Refused where there would be more points than a plan is chosen from.
 */
export function gridSites(base: Pipeline, spacing: Metres, area: SquareMetres): Outcome<CandidateSite[]> {
  const { project } = base;
  const corner = cornerOf(project);
  if (corner === undefined) return done([]);
  const plane = localPlane(corner);
  const found = new Map<string, PlanePoint>();
  for (const { at, radius } of shortPlaces(base)) {
    const centre = plane.toPlane(at);
    const first = (middle: Metres) => Math.ceil((middle - radius) / spacing);
    const last = (middle: Metres) => Math.floor((middle + radius) / spacing);
    for (let column = first(centre.x); column <= last(centre.x); column++) {
      for (let row = first(centre.y); row <= last(centre.y); row++) {
        const point = { x: column * spacing, y: row * spacing };
        if (Math.hypot(point.x - centre.x, point.y - centre.y) <= radius)
          found.set(`${column}/${row}`, point);
      }
    }
  }
  const sites = [...found].flatMap(([cell, point]) => siteAt(cell, plane, point, project, area));
  if (sites.length > MOST_POINTS) {
    const wider = Math.ceil((spacing * Math.sqrt(sites.length / MOST_POINTS)) / 50) * 50;
    return refused(
      issue("plan.grid-too-fine", "error", { points: sites.length, most: MOST_POINTS, metres: wider }, {}),
    );
  }
  return done(sortedById(sites));
}

const MOST_POINTS = 400;

function siteAt(
  cell: string,
  plane: LocalPlane,
  point: PlanePoint,
  { zones, backdrop }: Project,
  usableArea: SquareMetres,
): CandidateSite[] {
  const at = plane.toEarth(point);
  const isTaken = zones.some(({ status, shape }) => status === "new" && shape && liesInside(at, shape));
  if (isTaken || liesInside(at, backdrop.water)) return [];
  return [{ id: `grid:${cell}`, name: `网格点 ${cell}`, kind: "vacant_land", at, usableArea, assumed: true }];
}

/** Places of zones that are short, with how far a straight line may be to be walked. */
function shortPlaces({
  project,
  parameters,
  results,
}: Pipeline): readonly { readonly at: LngLat; readonly radius: Metres }[] {
  const detour = parameters.reach === "straight" ? parameters.detour : 1;
  return (results.allocations ?? []).flatMap(({ subject, zones: { shortness } }) =>
    project.zones.flatMap(({ at }, row) =>
      at !== undefined && isCareSubject(subject) && shortness[row] !== 0
        ? [{ at, radius: limitOf(parameters, subject) / detour }]
        : [],
    ),
  );
}

function cornerOf({ zones }: Project): LngLat | undefined {
  const places = zones.flatMap(({ at }) => (at ? [at] : []));
  if (places.length === 0) return undefined;
  let [lng, lat] = [Infinity, Infinity];
  for (const place of places) [lng, lat] = [Math.min(lng, place.lng), Math.min(lat, place.lat)];
  return { lng, lat };
}
