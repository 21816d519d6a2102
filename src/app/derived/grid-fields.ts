import type { ProjectView, TypedTable } from "../../../workers/protocol.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { type FormField, zoneGroups } from "../../ui/editing/form-fields.ts";
import type { Speech } from "../../ui/words.ts";
import { facilityGroupsOf } from "./facility-groups.ts";

/** Every field of a table that can be typed into, its name and its id first. Where a zone lies is no text of a cell. */
export function gridFields(
  table: TypedTable,
  { t, text }: Pick<Speech, "t" | "text">,
  zones: Pick<ProjectView["zones"], "ids" | "names">,
): readonly FormField[] {
  const packs = () => shippedStandards().packs.map(({ id, title }) => ({ value: id, label: text(title) }));
  const groups =
    table === "facilities"
      ? facilityGroupsOf({ t, text }, zones, true)
      : zoneGroups(t, { packs: packs(), isDrawn: true });
  const fields = groups.flatMap(({ fields }) => fields);
  const rest = fields.filter(({ column }) => !APART.has(column));
  return [{ column: "name" }, { column: "id" }, ...rest];
}

const APART: ReadonlySet<string> = new Set(["name", "id", "outline"]);
