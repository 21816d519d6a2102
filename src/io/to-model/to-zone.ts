import type { PackId } from "../../core/base/ids.ts";
import { areaOf, pointInside } from "../../core/geo/ring.ts";
import { type ResidentialZone, ZONE_CELLS, type ZoneCell } from "../../core/model/residential-zone.ts";
import type { Field } from "../columns.ts";
import { shippedStandards } from "../standards/shipped.ts";
import { stated } from "./members.ts";
import type { Placing } from "./placing.ts";
import { readPlace } from "./read-place.ts";
import { readShape } from "./read-shape.ts";
import { wordsOf } from "./read-value.ts";
import type { RowReader } from "./row-reader.ts";
import { checkStatuses, landUses, residentsBases, zoneStages, zoneStatuses } from "./words.ts";

/** How households are estimated where none are stated: land area × floor area ratio ÷ m² per household. */
export interface HouseholdEstimate {
  readonly far: number;
  readonly m2PerHousehold: number;
}

/**
 * A residential zone of a row; `undefined` if the row is refused: it has no id, or is a parcel of other land use.
 * Residential parcels that do not say otherwise are existing zones: a map of land use shows what is there.
 */
export function toZone(
  reader: RowReader,
  placing: Placing,
  estimate: HouseholdEstimate | undefined,
): ResidentialZone | undefined {
  const id = reader.text("id");
  if (id === undefined) {
    reader.note("row.id-missing", "error", {}, "id");
    return undefined;
  }
  const landUse = reader.text("land_use");
  const isParcel =
    landUse !== undefined && landUses.get(reader.plainWord("land_use") ?? "") === "residential";
  if (landUse !== undefined && !isParcel) {
    reader.note("row.other-land-use", "error", { use: landUse }, "land_use");
    return undefined;
  }
  const drawn = readShape(reader, placing);
  const shape = drawn?.kind === "area" ? drawn.shape : undefined;
  const written = drawn === undefined ? readPlace(reader, placing) : undefined;
  const word = reader.word("status", zoneStatuses);
  const status = word ?? (isParcel && !reader.isUnread("status") ? "existing" : undefined);
  const households = reader.count("households");
  const estimated =
    households === undefined && !reader.isUnread("households")
      ? estimatedHouseholds(reader, shape, estimate)
      : undefined;
  const zone: ResidentialZone = {
    id,
    ...stated({
      name: reader.text("name"),
      status: status === "old" ? ("existing" as const) : status,
      oldEstate: reader.flag("old_estate") ?? (status === "old" ? true : undefined),
      inRenewal: reader.flag("in_renewal"),
      shape,
      at: drawn?.kind === "point" ? drawn.at : shape ? pointInside(shape) : written,
      households: households ?? estimated,
      householdsBasis: estimated === undefined ? undefined : ("estimated" as const),
      residents: reader.count("residents"),
      residentsBasis: reader.word("residents_basis", residentsBases),
      elderly60: reader.count("elderly60"),
      under3: reader.count("under3"),
      residentialArea: reader.area("residential_m2"),
      stage: reader.word("stage", zoneStages),
      grantDate: reader.day("grant_date"),
      adminCode: reader.text("admin_code"),
      district: reader.text("district"),
      street: reader.text("street"),
      community: reader.text("community"),
      pack: reader.word("pack", packs()),
      remediationStartDate: reader.day("remediation_start"),
      source: reader.text("source"),
      date: reader.day("date"),
      checked: reader.word("checked", checkStatuses),
    }),
  };
  const inPhases = isInPhases(reader);
  const unread = ZONE_CELLS.filter(
    (cell) => (cell === "phases" && inPhases) || CELLS[cell].some((field) => reader.isUnread(field)),
  );
  return unread.length === 0 ? zone : { ...zone, unread };
}

/** How many residents there are also hangs on who is counted. */
const CELLS: Readonly<Record<ZoneCell, readonly Field[]>> = {
  grantDate: ["grant_date"],
  pack: ["pack"],
  phases: [],
  residents: ["residents", "residents_basis"],
};

/** Whether it is said to be built in phases: a table has no room for what is delivered with each. */
function isInPhases(reader: RowReader): boolean {
  const said = reader.plainWord("phases");
  if (said === undefined || NO_PHASES.has(said)) return false;
  reader.note("row.phases-unknown", "warning", { value: said }, "phases");
  return true;
}

const NO_PHASES: ReadonlySet<string> = new Set([
  "无",
  "否",
  "不分期",
  "-",
  "—",
  "/",
  "0",
  "1",
  "no",
  "false",
]);

/** Ids of the shipped packs. */
function packs(): ReadonlyMap<string, PackId> {
  packWords ??= wordsOf(Object.fromEntries(shippedStandards().packs.map(({ id }) => [id, []])));
  return packWords;
}

let packWords: ReadonlyMap<string, PackId> | undefined;

/** Rounded down, at least 1. A floor area ratio that the row states goes before the assumed one. */
function estimatedHouseholds(
  reader: RowReader,
  shape: ResidentialZone["shape"],
  estimate: HouseholdEstimate | undefined,
): number | undefined {
  if (estimate === undefined || shape === undefined) return undefined;
  const stated = reader.number("far", "ratio", { least: 0.01, most: 30 });
  if (reader.isUnread("far")) return undefined;
  const far = stated ?? estimate.far;
  return Math.max(1, Math.floor((areaOf(shape) * far) / estimate.m2PerHousehold));
}
