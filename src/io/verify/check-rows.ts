import type { Tally } from "./tally.ts";
import type { WrittenAnalysis } from "./written-analysis.ts";

/** No row is missing and none stands twice: each file has the rows that the others speak of. */
export function checkRows(tally: Tally, written: WrittenAnalysis): void {
  const { zones, facilities, links, ledger, rollup, features, summary } = written;
  const judged = written.judged.map(({ zone }) => zone);
  const drawn: string[] = [];
  const listed = new Set(facilities.map(({ id = "" }) => id));
  const lines = written.judged.flatMap(({ zone, lines: of }) =>
    of.length === 0 ? [`${zone} `] : of.map(({ rule }) => `${zone} ${rule}`),
  );
  const units = new Set(rollup.map(({ level, unit }) => `${level} ${unit}`));

  for (const { id, properties } of features) {
    drawn.push(properties.id);
    tally.that(["rows-are-there", "zones.geojson", id], id === properties.id, id, properties.id);
    for (const [level, unit] of Object.entries(properties.units)) units.add(`${level} ${unit}`);
  }
  rowsOnce(tally, "verdicts.json", judged);
  rowsOnce(tally, "zones.geojson", drawn);
  sameRows(tally, "zones.geojson", judged, drawn);
  tally.equal(["rows-are-counted", "summary.json", "zones"], judged.length, summary.project.zones);
  tally.equal(["rows-are-counted", "summary.json", "zones on top"], judged.length, summary.headline.zones);
  tally.equal(["rows-are-counted", "summary.json", "facilities"], listed.size, summary.project.facilities);

  const inZones = Array.from(zones, ({ zone, rule }) => `${zone} ${rule}`);
  rowsOnce(tally, "zones.csv", inZones);
  sameRows(tally, "zones.csv", lines, inZones);
  rowsOnce(
    tally,
    "facilities.csv",
    facilities.map(({ subject, id }) => `${subject} ${id}`),
  );
  const known = new Set(judged);
  for (const [file, rows] of [
    ["links.csv", links],
    ["ledger.csv", ledger],
  ] as const) {
    // Zone by zone: of a nation one set would be larger than the engine has any.
    const seen = new Map<string, Set<string>>();
    for (const { subject, zone = "", facility = "" } of rows) {
      const ofZone = seen.get(`${subject} ${zone}`) ?? new Set();
      seen.set(`${subject} ${zone}`, ofZone);
      once(tally, file, `${subject} ${zone} ${facility}`, ofZone);
      tally.that(["rows-are-there", file, zone], known.has(zone), "a zone of the analysis", zone);
      tally.that(["rows-are-there", file, facility], listed.has(facility), "a facility of it", facility);
    }
  }
  const metrics = summary.headline.missing.map(({ metric }) => metric);
  const inUnits = rollup.map(({ level, unit, metric }) => `${level} ${unit} ${metric}`);
  rowsOnce(tally, "rollup.csv", inUnits);
  sameRows(
    tally,
    "rollup.csv",
    [...units].flatMap((unit) => metrics.map((metric) => `${unit} ${metric}`)),
    inUnits,
  );
}

function rowsOnce(tally: Tally, file: string, keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of keys) once(tally, file, key, seen);
}

function once(tally: Tally, file: string, key: string, seen: Set<string>): void {
  tally.that(["rows-stand-once", file, key], !seen.has(key), "one row", "two rows");
  seen.add(key);
}

function sameRows(tally: Tally, file: string, wanted: readonly string[], found: readonly string[]): void {
  const [asked, there] = [new Set(wanted), new Set(found)];
  for (const key of asked) tally.that(["rows-are-there", file, key], there.has(key), "a row", "nothing");
  for (const key of there) tally.that(["rows-are-there", file, key], asked.has(key), "nothing", "a row");
}
