import { DATUMS } from "../../core/geo/lng-lat.ts";
import { FACILITY_KINDS, type FacilityKind, isFacilityKind } from "../../core/model/facility-kind.ts";
import { sentenceFor } from "../../i18n/catalogue.ts";
import { type Imported, importProject } from "../../io/import-project.ts";
import type { FileReport, ImportChoices, SourceFile } from "../../io/import-report.ts";
import { writeProject } from "../../io/project-file/write-project.ts";
import { type Arguments, type Command, type Host, UsageError } from "../command.ts";
import { refusalBy } from "../placed-sentence.ts";

export const importCommand: Command = {
  name: "import",
  summary: "builds a project from files of facilities, zones and streets, and says what became of every row",
  usage:
    "--facilities F… --zones Z… [--sites S…] [--units U…] [--network N…] [--datum wgs84|gcj02|bd09] [--crs EPSG:n] [--kind WORD=CODE…] [--match-places] [--pack ID] [--assume-far X --m2-per-household 105] [--strict] --out P.quan",
  options: {
    facilities: {
      takes: "text",
      repeats: true,
      what: "file of facilities (CSV, Excel, GeoJSON, Shapefile, KML, GeoPackage, …); or parcels, to invent facilities on; once more for each further file",
    },
    zones: { takes: "text", repeats: true, what: "file of residential zones; likewise" },
    sites: { takes: "text", repeats: true, what: "file of candidate sites; likewise" },
    units: { takes: "text", repeats: true, what: "file of administrative units; likewise" },
    network: {
      takes: "text",
      repeats: true,
      what: "file of streets (.osm.pbf, always WGS84; or lines as GeoJSON, Shapefile, FlatGeobuf, …); likewise: together they are one network",
    },
    datum: { takes: "text", what: "datum of files that declare none: wgs84 (also CGCS2000), gcj02 or bd09" },
    crs: {
      takes: "text",
      what: "reference system of files that declare none: EPSG:4490, a CGCS2000 zone such as EPSG:4547, UTM, EPSG:3857",
    },
    kind: {
      takes: "text",
      repeats: true,
      what: "which kind a word of a column of kinds stands for, such as 长者驿站=E_ESTATE_STATION; once more for each further word",
    },
    "match-places": {
      takes: "nothing",
      what: "put rows without coordinates where the only known place of exactly their name is",
    },
    pack: { takes: "text", what: "judge all zones by this pack, instead of the one of their place" },
    "assume-far": { takes: "text", what: "floor area ratio, to estimate households that are not stated" },
    "m2-per-household": { takes: "text", what: "floor area of a household, 105 unless given" },
    strict: { takes: "nothing", what: "end with 1 if a row was refused" },
    out: { takes: "text", what: "project file to write" },
  },
  async run(args, host) {
    const out = args.required("out");
    const choices = choicesOf(args);
    const files = await filesOf(args, host);
    const outcome = await importProject(files, choices, (work) => host.drive(work));
    if (!outcome.ok) throw refusalBy(outcome.issues, host);
    const { project, report }: Imported = outcome.value;
    const unreadable = report.files.flatMap((file) => (file.unreadable ? file.issues : []));
    if (unreadable.length > 0) throw refusalBy(unreadable, host);
    await host.write(out, writeProject(project));
    await host.print(`${JSON.stringify({ files: report.files.map(shown) }, null, 2)}\n`);
    return args.given("strict") && report.files.some(({ rejected }) => rejected > 0) ? 1 : 0;
  },
};

/** Options that name files, and what these are given as. */
const GIVEN = [
  ["facilities", "facilities"],
  ["zones", "zones"],
  ["sites", "sites"],
  ["units", "units"],
  ["network", "streets"],
] as const;

async function filesOf(args: Arguments, host: Host): Promise<SourceFile[]> {
  if (args.rest.length > 0) {
    throw new UsageError(
      `${args.rest[0]} stands without an option; name it with --facilities, --zones, --sites, --units or --network.`,
    );
  }
  const named = GIVEN.flatMap(([option, role]) => args.texts(option).map((path) => ({ role, path })));
  if (named.length === 0)
    throw new UsageError("give a file with --facilities, --zones, --sites, --units or --network.");
  const read = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { path } of named) if (!read.has(path)) read.set(path, await host.read(path));
  return named.map(({ role, path }) => ({ name: path, role, bytes: read.get(path) ?? new Uint8Array() }));
}

function choicesOf(args: Arguments): ImportChoices {
  const crs = args.text("crs");
  const datum = args.choice("datum", DATUMS);
  const pack = args.text("pack");
  const assumeFar = args.number("assume-far", { min: 0.01, max: 30 });
  const m2PerHousehold = args.number("m2-per-household", { min: 10, max: 1000 });
  if (m2PerHousehold !== undefined && assumeFar === undefined) {
    throw new UsageError("--m2-per-household is for --assume-far; give both.");
  }
  const kinds = kindsOf(args.texts("kind"));
  return {
    ...(kinds !== undefined && { kinds }),
    ...(datum !== undefined && { datum }),
    ...(crs !== undefined && { crs }),
    ...(args.given("match-places") && { matchPlaces: true }),
    ...(pack !== undefined && { pack }),
    ...(assumeFar !== undefined && { assumeFar }),
    ...(m2PerHousehold !== undefined && { m2PerHousehold }),
  };
}

/** Kinds by the words that stand for them. Throws `UsageError` for a code that is none, or a word that is given two. */
function kindsOf(said: readonly string[]): Readonly<Record<string, FacilityKind>> | undefined {
  const kinds = new Map<string, FacilityKind>();
  for (const text of said) {
    const at = text.lastIndexOf("=");
    const [word, code] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
    if (word === "") throw new UsageError(`--kind takes WORD=CODE, not "${text}".`);
    if (!isFacilityKind(code))
      throw new UsageError(`--kind ${word}= takes one of ${FACILITY_KINDS.join(", ")}, not "${code}".`);
    if (kinds.has(word) && kinds.get(word) !== code)
      throw new UsageError(`--kind gives ${word} two codes, ${kinds.get(word)} and ${code}. Give it one.`);
    kinds.set(word, code);
  }
  return kinds.size === 0 ? undefined : Object.fromEntries(kinds);
}

function shown({ file, role, in: read, used, repaired, rejected, datum, issues }: FileReport) {
  return {
    ...{ file, role, in: read, used, repaired, rejected },
    ...(datum && { datum: inWords(datum) }),
    issues: issues.map((each) => ({
      ...{ row: each.at.row, column: each.at.column, id: each.at.id },
      ...{ code: each.code, severity: each.severity, text: sentenceFor(each, "en") },
      ...(each.code === "file.more-alike" && { of: each.facts.code, more: each.facts.more }),
    })),
  };
}

/** Without what is there to be drawn. */
function inWords({ sketch: _sketch, ...finding }: NonNullable<FileReport["datum"]>) {
  return finding;
}
