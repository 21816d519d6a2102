import { type Dice, diceOf } from "../../core/base/random.ts";
import { pointInside } from "../../core/geo/ring.ts";
import type { Facility } from "../../core/model/facility.ts";
import { type FacilityKind, subjectOfKind } from "../../core/model/facility-kind.ts";
import type { Project } from "../../core/model/project.ts";
import type { Placing } from "./placing.ts";
import { readShape } from "./read-shape.ts";
import type { RowReader } from "./row-reader.ts";
import { landUses } from "./words.ts";

/**
 * A facility invented on a parcel of public land, from a fixed seed and the parcel's id, so that it does not depend on
 * the other rows. It says of itself that it is 演示数据. `undefined` if the row is refused: it has no id or no readable
 * outline, or is no educational, administrative or medical land.
 */
export function toParcelFacility(reader: RowReader, placing: Placing): Facility | undefined {
  const id = reader.text("id");
  if (id === undefined) {
    reader.note("row.id-missing", "error", {}, "id");
    return undefined;
  }
  const use = landUses.get(reader.plainWord("land_use") ?? "");
  if (use === undefined || use === "residential") {
    reader.note("row.other-land-use", "error", { use: reader.text("land_use") ?? "" }, "land_use");
    return undefined;
  }
  const drawn = readShape(reader, placing);
  const at = drawn?.kind === "point" ? drawn.at : drawn && pointInside(drawn.shape);
  if (at === undefined) {
    reader.note("row.place-missing", "error", {});
    return undefined;
  }
  const dice = diceOf(SEED, `parcel ${id}`);
  const kind = dice.pick(KINDS[use]);
  return {
    id: `demo-${id}`,
    name: `${NAMES[use]}${id}（演示数据）`,
    kind,
    status: "built",
    at,
    ...roomsOf(kind, dice),
    source: INVENTED,
  };
}

/** Put on a parcel or in a demo city, and not in any register. */
export function isInvented({ source }: Pick<Facility, "source">): boolean {
  return source?.startsWith(INVENTED) === true;
}

/** How many facilities of a document are in no register: in a demo city all. */
export function inventedIn({ origin, facilities }: Pick<Project, "origin" | "facilities">): number {
  return origin === "demo" ? facilities.length : facilities.filter(isInvented).length;
}

const INVENTED = "演示数据";
const SEED = 1;

/** What is put on which land. */
const KINDS: Readonly<Record<"educational" | "administrative" | "medical", readonly FacilityKind[]>> = {
  educational: ["C_KINDERGARTEN", "C_INSTITUTION", "C_INSTITUTION", "C_COMMUNITY"],
  administrative: ["E_COMM_CENTRE", "E_COMM_CENTRE", "E_DAYCARE", "E_STREET_COMP", "S_COMMUNITY"],
  medical: ["E_EMBEDDED", "E_INSTITUTION", "C_MEDICAL"],
};

const NAMES = { educational: "教育用地", administrative: "行政用地", medical: "医疗用地" } as const;

function roomsOf(
  kind: FacilityKind,
  dice: Dice,
): Pick<Facility, "areas" | "slots" | "beds" | "registered" | "storey"> {
  const subject = subjectOfKind(kind);
  const area = dice.whole(15, 90) * 10;
  const rooms = { areas: [{ subject, area }], storey: 1 };
  if (subject === "childcare") return { ...rooms, slots: Math.floor(area / 10), registered: true };
  return kind === "E_INSTITUTION" || kind === "E_EMBEDDED"
    ? { ...rooms, beds: Math.floor(area / 30), registered: true }
    : rooms;
}
