import type { Edit } from "../../../workers/edit.ts";
import { soundOutline } from "../../core/model/edits/sound-outline.ts";
import type { StreetChange } from "../../core/network/changed-streets.ts";
import type { AskedStreet, Placing } from "../state/placing.ts";

/** The edit that a hand at rest on the map is about to make: by letting go, by a click, or by finishing an outline. */
export function draftedEdit({
  asked,
  aim,
  outlineAsked,
  sketch,
}: Pick<Placing, "asked" | "aim" | "outlineAsked" | "sketch">): Edit | undefined {
  if (aim?.dragged) return { kind: "move-facility", id: aim.dragged.id, to: aim.at };
  if (asked) return aim && asked.editAt?.(aim.at);
  if (!outlineAsked?.editOf || !sketch?.begun) return undefined;
  const sound = soundOutline(sketch.shape);
  return sound.ok ? outlineAsked.editOf(sound.value) : undefined;
}

/** The change of a street that is found or drawn so far. */
export function draftedStreet({
  kind,
  found,
  line,
}: Pick<AskedStreet, "kind" | "found" | "line">): StreetChange | undefined {
  if (kind !== "add") return found?.change;
  return line.length < 2 ? undefined : { kind: "added", line, tags: { highway: "residential" } };
}
