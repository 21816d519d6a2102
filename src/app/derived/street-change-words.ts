import { geodesicMetres } from "../../core/geo/geodesic.ts";
import type { StreetChange } from "../../core/network/changed-streets.ts";
import { formatMetres } from "../../i18n/numbers.ts";
import type { Speech } from "../../ui/words.ts";

/** A change of a street in words: what is done, to which street, and how long that is. */
export function streetChangeWords(change: StreetChange, t: Speech["t"]): string {
  if (change.kind === "added") {
    const metres = change.line.reduce(
      (sum, at, i) => (i === 0 ? 0 : sum + geodesicMetres(change.line[i - 1] ?? at, at)),
      0,
    );
    return t("map.streets.words.added", { metres: formatMetres(Math.round(metres)) });
  }
  const { name = t("map.streets.nameless"), metres } = change;
  return t(`map.streets.words.${change.kind}`, {
    name,
    metres: metres === undefined ? "" : formatMetres(metres),
  });
}

/** What became of the changes of streets from one document to the next. */
export function streetChangesWords(
  before: readonly StreetChange[] = [],
  after: readonly StreetChange[] = [],
  t: Speech["t"],
): string {
  const isIn = (one: StreetChange, others: readonly StreetChange[]) =>
    others.some((other) => JSON.stringify(other) === JSON.stringify(one));
  const made = after.filter((one) => !isIn(one, before)).map((one) => streetChangeWords(one, t));
  const restored = before
    .filter((one) => !isIn(one, after))
    .map((one) => t("map.streets.restored", { what: streetChangeWords(one, t) }));
  return [...made, ...restored].join(t("history.semicolon"));
}
