import { sortedById } from "../../src/core/base/order.ts";
import type { Facility } from "../../src/core/model/facility.ts";
import { EMPTY_PROJECT, type Project } from "../../src/core/model/project.ts";
import type { ResidentialZone } from "../../src/core/model/residential-zone.ts";

/** An existing zone of 1000 households in Xuzhou, at a point; say what differs. */
export function aZone(id: string, differs: Partial<ResidentialZone> = {}): ResidentialZone {
  return {
    id,
    status: "existing",
    households: 1000,
    residents: 2800,
    adminCode: "320302",
    at: east(0),
    ...differs,
  };
}

/** The same whose people are estimated from so many households. */
export function anEstimatedZone(
  id: string,
  households: number,
  differs: Partial<ResidentialZone> = {},
): ResidentialZone {
  const { residents: _residents, ...zone } = aZone(id, { households, ...differs });
  return zone;
}

/** A built community centre for the elderly, open to all, without stated rooms; say what differs. */
export function aFacility(id: string, differs: Partial<Facility> = {}): Facility {
  return { id, kind: "E_COMM_CENTRE", status: "built", areas: [], at: east(0), ...differs };
}

/** Elderly rooms of so many m². */
export function elderlyRooms(area: number): Pick<Facility, "areas"> {
  return { areas: [{ subject: "elderly", area }] };
}

export function aProject(
  zones: readonly ResidentialZone[],
  facilities: readonly Facility[],
  differs: Partial<Project> = {},
): Project {
  return {
    ...EMPTY_PROJECT,
    name: "test",
    zones: sortedById(zones),
    facilities: sortedById(facilities),
    ...differs,
  };
}

/** A point so many metres east of a fixed one in Xuzhou, to the millimetre. */
export function east(metres: number, north = 0) {
  return { lng: 117.2 + metres / METRES_PER_DEGREE_LNG, lat: 34.25 + north / METRES_PER_DEGREE_LAT };
}

/** WGS84 at latitude 34.25°. */
const METRES_PER_DEGREE_LNG = 92_120.3;
const METRES_PER_DEGREE_LAT = 110_929;
