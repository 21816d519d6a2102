import { pointInside } from "../../core/geo/ring.ts";
import {
  FACILITY_CELLS,
  type Facility,
  type FacilityCell,
  type FunctionalArea,
  isComplete,
  type PoolingAgreement,
} from "../../core/model/facility.ts";
import type { FacilityKind, Subject } from "../../core/model/facility-kind.ts";
import type { Field } from "../columns.ts";
import { kindNamed } from "./kind-names.ts";
import { listed, stated, withStated } from "./members.ts";
import type { Placing } from "./placing.ts";
import { readPlace } from "./read-place.ts";
import { readShape } from "./read-shape.ts";
import type { RowReader } from "./row-reader.ts";
import { checkStatuses, facilityStatuses } from "./words.ts";

/**
 * A facility of a row; `undefined` if the row is refused: it has no id, or no kind that we know. `said`: kinds by words
 * that are none of ours.
 */
export function toFacility(
  reader: RowReader,
  placing: Placing,
  said: Readonly<Record<string, FacilityKind>> = {},
): Facility | undefined {
  const id = reader.text("id");
  if (id === undefined) {
    reader.note("row.id-missing", "error", {}, "id");
    return undefined;
  }
  const named = reader.text("kind");
  const known = named === undefined ? undefined : kindNamed(named);
  const kind = known ?? (named !== undefined && Object.hasOwn(said, named) ? said[named] : undefined);
  if (kind !== known && named !== undefined && kind !== undefined)
    reader.note("value.repaired", "repaired", { before: named, after: kind }, "kind");
  if (kind === undefined) {
    if (named === undefined) reader.note("row.kind-missing", "error", {}, "kind");
    else reader.note("row.kind-unknown", "error", { kind: named }, "kind");
  }
  if (kind === undefined) return undefined;
  const drawn = readShape(reader, placing);
  const at =
    drawn?.kind === "point" ? drawn.at : drawn ? pointInside(drawn.shape) : readPlace(reader, placing);
  const facility: Facility = withStated(
    { id, kind, areas: areasOf(reader) },
    {
      at,
      name: reader.text("name"),
      status: reader.word("status", facilityStatuses),
      address: reader.text("address"),
      adminCode: reader.text("admin_code"),
      street: reader.text("street"),
      community: reader.text("community"),
      totalArea: reader.area("total_m2"),
      landArea: reader.area("land_m2"),
      slots: reader.count("slots"),
      beds: reader.count("beds"),
      nursingBeds: reader.count("nursing_beds"),
      storey: reader.storey("storey"),
      denseArea: reader.flag("dense_area"),
      fireCompliant: reader.flag("fire_compliant"),
      registered: reader.flag("registered"),
      inclusive: reader.flag("inclusive"),
      zone: reader.text("zone"),
      shared: reader.flag("shared"),
      pooling: poolingOf(reader),
      investment: reader.number("investment", "money", { least: 0 }),
      opens: reader.number("opens", "year", { least: 1900, most: 2200, whole: true }),
      phone: reader.text("phone"),
      hours: reader.text("hours"),
      source: reader.text("source"),
      date: reader.day("date"),
      checked: reader.word("checked", checkStatuses),
    },
  );
  if (!reader.hasUnread) return facility;
  const unread = FACILITY_CELLS.filter((cell) => reader.isUnread(CELLS[cell]));
  return unread.length === 0 ? facility : { ...facility, unread };
}

const CELLS: Readonly<Record<FacilityCell, Field>> = {
  beds: "beds",
  childcareArea: "childcare_m2",
  communityArea: "community_m2",
  elderlyArea: "elderly_m2",
  landArea: "land_m2",
  pooling: "pooling_date",
  slots: "slots",
  storey: "storey",
};

function areasOf(reader: RowReader): readonly FunctionalArea[] {
  const areas: FunctionalArea[] = [];
  for (const { field, subject } of AREA_FIELDS) {
    const area = reader.area(field);
    if (area !== undefined) areas.push({ subject, area });
  }
  return areas;
}

const AREA_FIELDS: readonly { readonly field: Field; readonly subject: Subject }[] = [
  { field: "elderly_m2", subject: "elderly" },
  { field: "childcare_m2", subject: "childcare" },
  { field: "community_m2", subject: "community" },
];

/** Whatever of an agreement is stated; one that lacks a part is kept, and said to. */
function poolingOf(reader: RowReader): PoolingAgreement | undefined {
  const named = reader.text("pooled_with");
  const approvedBy = reader.text("pooling_approved_by");
  const date = reader.day("pooling_date");
  if (named === undefined && approvedBy === undefined && date === undefined) return undefined;
  const zones = listed(named);
  if (zones.length === 0 && approvedBy === undefined && date === undefined) return undefined;
  const agreement = { zones, ...stated({ approvedBy, date }) };
  if (!isComplete(agreement)) reader.note("row.pooling-incomplete", "warning", {}, "pooled_with");
  return agreement;
}
