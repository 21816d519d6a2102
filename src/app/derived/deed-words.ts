import type { Patch, RowChange } from "../../core/model/patch.ts";
import { streetsAccount } from "../../core/model/patch-account.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import type { Speech } from "../../ui/words.ts";
import type { Deed } from "../state/document.ts";
import { parameterWords } from "./parameter-words.ts";
import { facilityWords, siteWords, zoneWords } from "./row-words.ts";
import { facilitiesWords, zonesWords } from "./rows-words.ts";
import { same } from "./shared-columns.ts";
import { streetChangesWords } from "./street-change-words.ts";
import type { Telling } from "./telling.ts";

/** What was done, in one sentence: one row with what is different of it, many as numbers. */
export function deedWords({ patch, choices, files, merged, plan }: Deed, telling: Telling): string {
  const { t } = telling;
  const said = [
    ...(patch
      ? merged !== undefined
        ? countsWords(t("history.merged", { file: merged }), patch, telling)
        : plan !== undefined
          ? countsWords(t("history.plan", { plan }), patch, telling)
          : patchWords(patch, files, telling)
      : []),
    ...(choices ? [t("history.parameter", { changes: parameterWords(choices, telling) })] : []),
  ];
  return said.length === 0 ? t("history.settings") : said.join(t("history.semicolon"));
}

function patchWords(patch: Patch, files: Deed["files"], telling: Telling): readonly string[] {
  const { t } = telling;
  if (files) {
    const [first = "", second] = files;
    const named =
      files.length > 2
        ? t("history.files", { first, number: formatNumber(files.length) })
        : [first, ...(second === undefined ? [] : [second])].join(t("history.and"));
    return [
      [
        t("history.imported", { files: named }),
        ...TABLES.flatMap((table) => countWords(patch, table, t)),
        ...streetsWords(patch, t),
      ].join(t("history.semicolon")),
    ];
  }
  const [facility, another] = patch.facilities ?? [];
  const [zone, anotherZone] = patch.zones ?? [];
  // What becomes of facilities where a zone goes follows from that.
  const isZone = zone && !anotherZone && (!facility || zone.after === undefined);
  const [site, anotherSite] = patch.sites ?? [];
  const [only, table] = isZone
    ? [zoneWords(zone, telling), "zones" as const]
    : facility && !another
      ? [facilityWords(facility, telling), "facilities" as const]
      : site && !anotherSite && !facility
        ? [siteWords(site, telling), "sites" as const]
        : manyWords(patch, telling);
  return [
    ...(only === undefined ? [] : [only]),
    ...TABLES.filter((one) => one !== table).flatMap((one) => countWords(patch, one, t)),
    ...streetsWords(patch, t),
    ...(patch.settings ? [settingsWords(patch.settings, telling)] : []),
  ];
}

/** What was merged or adopted, and what came of it in numbers. */
function countsWords(what: string, patch: Patch, telling: Telling): readonly string[] {
  const { t } = telling;
  return [
    what,
    ...TABLES.flatMap((table) => countWords(patch, table, t)),
    ...streetsWords(patch, t),
    ...(patch.settings ? [settingsWords(patch.settings, telling)] : []),
  ];
}

/** Many rows of one table that were said otherwise. */
function manyWords(
  { facilities = [], zones = [] }: Patch,
  telling: Telling,
): readonly [words: string | undefined, table: "facilities" | "zones" | undefined] {
  if (facilities.length > 1 && zones.length === 0) {
    const words = facilitiesWords(facilities, telling);
    return [words, words === undefined ? undefined : "facilities"];
  }
  if (zones.length > 1 && facilities.length === 0) {
    const words = zonesWords(zones, telling);
    return [words, words === undefined ? undefined : "zones"];
  }
  return [undefined, undefined];
}

const TABLES = ["zones", "facilities", "units", "sites"] as const;

/** How many rows of a table were added, changed and removed; nothing where none were. */
function countWords(patch: Patch, table: (typeof TABLES)[number], t: Speech["t"]): readonly string[] {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { before, after } of patch[table] ?? []) {
    counts[before === undefined ? "added" : after === undefined ? "removed" : "changed"] += 1;
  }
  const said = (["added", "changed", "removed"] as const)
    .filter((how) => counts[how] > 0)
    .map((how) => t(`history.counts.${how}`, { number: formatNumber(counts[how]) }));
  if (said.length === 0) return [];
  return [t("history.table", { table: t(`history.tables.${table}`), counts: said.join(t("history.and")) })];
}

function streetsWords(patch: Patch, t: Speech["t"]): readonly string[] {
  const streets = streetsAccount(patch);
  if (!streets) return [];
  return [
    streets.after === undefined
      ? t("history.streetsGone")
      : t("history.streets", { number: formatNumber(streets.after) }),
  ];
}

function settingsWords({ before, after }: NonNullable<Patch["settings"]>, { t, text }: Telling): string {
  if (!same(before?.streetChanges, after?.streetChanges))
    return streetChangesWords(before?.streetChanges, after?.streetChanges, t);
  if (!same(before?.duplicateDecisions, after?.duplicateDecisions)) return t("history.twins");
  const changes: readonly RowChange<RulePack>[] = packChanges(before?.customPacks, after?.customPacks);
  const said = changes.map(({ before, after }) => {
    const how = before === undefined ? "added" : after === undefined ? "removed" : "changed";
    const title = (after ?? before)?.title;
    return t(`history.pack.${how}`, { title: title ? text(title) : "" });
  });
  return said.length === 0 ? t("history.settings") : said.join(t("history.semicolon"));
}

function packChanges(
  before: readonly RulePack[] = [],
  after: readonly RulePack[] = [],
): readonly RowChange<RulePack>[] {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [was, is] = [before, after].map((packs) => packs.find((pack) => pack.id === id));
    return same(was, is) ? [] : [{ ...(was && { before: was }), ...(is && { after: is }) }];
  });
}
