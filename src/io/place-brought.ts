import { issue } from "../core/base/issue.ts";
import { sortedById } from "../core/base/order.ts";
import type { LngLat } from "../core/geo/lng-lat.ts";
import type { AdminUnit } from "../core/model/admin-unit.ts";
import { normalisedName } from "../core/model/duplicates.ts";
import type { Project } from "../core/model/project.ts";
import type { Draft } from "./draft.ts";
import type { Gathered, Taken } from "./gathered.ts";
import type { ImportChoices, PlaceChoice } from "./import-report.ts";
import { type KnownPlaces, placeCandidates, type Unplaced } from "./place-candidates.ts";
import type { RowAccount } from "./row-account.ts";
import { MOST_ALIKE } from "./told-issues.ts";

/**
 * Lists the rows that have no place, with where they may be, and puts those for which a place was chosen there; once all
 * rows are settled and linked.
 */
export function placeBrought(draft: Draft, choices: ImportChoices, open: Project | undefined): void {
  const lacking = PLACELESS.map((table) =>
    draft[table].taken().filter(({ value }) => value.at === undefined),
  );
  if (lacking.every((taken) => taken.length === 0)) return;
  const known = knownPlaces(draft, open);
  for (const [i, table] of PLACELESS.entries()) {
    const taken = new Map((lacking[i] as readonly Taken<Row>[]).map((each) => [each.value.id, each]));
    const rows = sortedById([...taken.values()].map(({ value }) => value));
    const chosenFor: Readonly<Record<string, PlaceChoice | undefined>> = choices.places?.[table] ?? {};
    for (const found of placeCandidates(rows, known)) {
      const at = taken.get(found.id);
      if (at === undefined) continue;
      list(found, at.account);
      const chosen = chosenFor[found.id] ?? (choices.matchPlaces ? found.certain : undefined);
      if (chosen !== undefined) place(draft[table] as Gathered<Row>, at, chosen, known);
    }
  }
}

/** Tables whose rows may do without a place. */
const PLACELESS = ["facilities", "zones"] as const;

type Row = Project["facilities"][number] | Project["zones"][number];

/** What the files bring, and of the open project what they do not name. What a demo city draws is invented. */
function knownPlaces(draft: Draft, open: Project | undefined): KnownPlaces {
  const before = open?.origin === "demo" ? undefined : open;
  return {
    facilities: beside(draft.facilities.rows(), before?.facilities),
    zones: beside(draft.zones.rows(), before?.zones),
    sites: beside(draft.sites.rows(), before?.sites),
    units: draft.units.rows().length > 0 ? draft.units.rows() : (before?.units ?? []),
  };
}

function beside<Named extends { readonly name?: string; readonly at?: LngLat }>(
  brought: readonly Named[],
  before: readonly Named[] = [],
): readonly Named[] {
  const placed = brought.filter(({ at }) => at !== undefined);
  const names = new Set(placed.map(({ name }) => normalisedName(name ?? "")));
  return [...placed, ...before.filter(({ name }) => !names.has(normalisedName(name ?? "")))];
}

function list(found: Unplaced, account: RowAccount): void {
  account.unplaced ??= [];
  if (account.unplaced.length < MOST_ALIKE) account.unplaced.push(found);
}

/** Puts a row where it was chosen to be, and says so. */
function place(
  table: Gathered<Row>,
  { value, account, row }: Taken<Row>,
  choice: PlaceChoice,
  known: KnownPlaces,
): void {
  if (choice === "community-only") return;
  const at = { file: account.file, row, id: value.id };
  const put = (members: Partial<Row>) => {
    table.replace(value.id, { ...value, ...members } as Row);
    account.fates.set(row, "repaired");
  };
  if (!("table" in choice)) {
    const { lng, lat } = choice.at;
    put({ at: { lng, lat } });
    const facts = { lon: String(lng), lat: String(lat) };
    account.issues.add(issue("place.by-hand", "repaired", facts, at));
    return;
  }
  const found = (known[choice.table] as readonly Named[]).find(({ id }) => id === choice.id);
  if (found === undefined || (choice.table !== "units" && found.at === undefined)) {
    account.issues.add(issue("place.unknown-choice", "warning", { place: choice.id }, at));
    return;
  }
  const name = found.name ?? found.id;
  if (choice.table === "units") {
    put(namedIn(found as AdminUnit));
    account.issues.add(issue("place.in-unit", "repaired", { name }, at));
  } else if (found.at) {
    put({ at: found.at });
    account.issues.add(issue("place.matched", "repaired", { name, place: found.id }, at));
  }
}

interface Named {
  readonly id: string;
  readonly name?: string;
  readonly at?: LngLat;
}

/** What a row says of itself to lie in a unit. */
function namedIn({ id, name, level }: AdminUnit): Partial<Row> {
  if (level === "community" || level === "village") return { community: name };
  return level === "street" || level === "town" ? { street: name } : { adminCode: id };
}
