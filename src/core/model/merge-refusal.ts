import { type Issue, issue } from "../base/issue.ts";
import type { Metres } from "../base/units.ts";
import { geodesicMetres } from "../geo/geodesic.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { Project } from "./project.ts";

/**
 * Why another project cannot be taken into one's own: it is invented, or of another city. That is told by the codes of the
 * rows where both have some, else by how far apart the middles of both are.
 */
export function mergeRefusal(mine: Project, theirs: Project, file: string): Issue | undefined {
  const at = { file };
  if (theirs.origin !== mine.origin) return issue("merge.invented", "error", {}, at);
  const [own, other] = [citiesOf(mine), citiesOf(theirs)];
  if (own.size > 0 && other.size > 0) {
    if ([...own].some((city) => other.has(city))) return undefined;
    return issue("merge.other-city", "error", { mine: listed(own), theirs: listed(other) }, at);
  }
  const [here, there] = [middleOf(mine), middleOf(theirs)];
  const metres = here && there ? geodesicMetres(here, there) : 0;
  return metres > FARTHEST
    ? issue("merge.far-apart", "error", { km: Math.round(metres / 1000) }, at)
    : undefined;
}

/** Further apart than the middles of any two halves of one city. */
const FARTHEST: Metres = 150_000;

/** The first four digits of the codes of its rows. */
function citiesOf({ zones, facilities }: Project): ReadonlySet<string> {
  const codes = [...zones, ...facilities].flatMap(({ adminCode }) => (adminCode ? [adminCode] : []));
  return new Set(codes.map((code) => code.slice(0, 4)));
}

function listed(cities: ReadonlySet<string>): readonly string[] {
  return [...cities].sort();
}

function middleOf({ zones, facilities }: Project): LngLat | undefined {
  const places = [...zones, ...facilities].flatMap(({ at }) => (at ? [at] : []));
  const mean = (of: (at: LngLat) => number) => places.reduce((sum, at) => sum + of(at), 0) / places.length;
  return places.length === 0 ? undefined : { lng: mean(({ lng }) => lng), lat: mean(({ lat }) => lat) };
}
