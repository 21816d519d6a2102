import type { Datum } from "../geo/lng-lat.ts";

/**
 * Every issue code and the facts that its sentence needs. One section per subject; the catalogue (zh, en) has a
 * sentence for each code, or it does not compile.
 */
export interface IssueFacts
  extends AnalysisFacts,
    FileFacts,
    RowFacts,
    ProjectFacts,
    StandardsFacts,
    NetworkFacts,
    EditFacts {}

/** Whole files and their shape. */
interface FileFacts {
  "file.empty": Record<never, never>;
  "file.too-large": { readonly limit: string };
  /** Bytes that are neither UTF-8 nor GB18030. */
  "file.no-text": Record<never, never>;
  /** Cut off, or not what its kind must be. */
  "file.damaged": Record<never, never>;
  /** It asks for a password. */
  "file.locked": Record<never, never>;
  /** A zip that says, or turns out, to be more than is unpacked. */
  "file.unpacks-too-large": { readonly limit: string };
  /** More cells than a file of the chosen kind is written with. */
  "export.too-large": { readonly cells: number; readonly most: number };
  "file.sheet-hidden": { readonly sheet: string };
  /** A kind of file of WPS's own that is no workbook of ours. */
  "file.wps": Record<never, never>;
  "file.cad": Record<never, never>;
  "file.mapinfo": Record<never, never>;
  /** Outlines without the file of their attributes, or the other way round. */
  "file.shapefile-parts": Record<never, never>;
  "file.geodatabase": Record<never, never>;
  "file.other-archive": Record<never, never>;
  "file.nothing-in-zip": { readonly files: readonly string[] };
  /** Files in a zip beside those that were read. */
  "file.others-in-zip": { readonly files: readonly string[] };
  /** A web page, or a document of XML, that holds no places. */
  "file.markup": Record<never, never>;
  /** An attribute table in another encoding than its .cpg names. */
  "file.encoding-other": { readonly declared: string; readonly read: string };
  /** Merged cells that say something of each of their rows. */
  "file.formulas-unsaved": { readonly cells: number };
  "file.merged-filled": { readonly cells: number };
  "file.no-geojson": Record<never, never>;
  "file.broken-off": Record<never, never>;
  "file.other-crs": { readonly crs: string };
  /** The reference system that its coordinates are turned into degrees from. */
  "file.crs": { readonly crs: string };
  "file.role-unknown": { readonly columns: readonly string[] };
  "file.column-missing": {
    readonly column: string;
    readonly role: string;
    readonly columns: readonly string[];
  };
  "file.column-twice": { readonly column: string };
  "file.quotes": Record<never, never>;
  "file.header-below": { readonly row: number };
  /** Names of columns that stand on two lines, the second one in this row. */
  "file.header-joined": { readonly above: number; readonly row: number };
  "file.no-rows": Record<never, never>;
  "file.no-features": Record<never, never>;
  /** A sheet or layer beside others that tells nothing we know. */
  /** Words of a column of kinds that are none of the 23, those of most rows first, with how many rows each. */
  "file.kinds-unknown": { readonly kinds: readonly string[]; readonly rows: readonly number[] };
  /** A file, sheet or layer that the user wants not read. */
  "file.left-out": Record<never, never>;
  "file.part-unread": { readonly part: string };
  "file.rival-columns": { readonly columns: readonly string[] };
  "file.two-statuses": { readonly columns: readonly string[] };
  "file.columns-qualified": { readonly columns: readonly string[] };
  /** Numbers in a larger unit than the plain one, which their headings name. */
  "file.columns-converted": { readonly columns: readonly string[] };
  "file.ids-from-names": Record<never, never>;
  /** The street that a sheet or file without a column of streets is called by. */
  "file.street-from-name": { readonly street: string };
  "file.ids-from-numbers": Record<never, never>;
  "file.ids-as-known": { readonly rows: number };
  /** Rows whose ids the open project does not have, and that are rows of it by name and place. */
  "file.numbered-as-known": { readonly rows: number };
  "file.columns-unread": { readonly columns: readonly string[] };
  "file.no-places": Record<never, never>;
  "file.places-lost": { readonly rows: number };
  /** Beyond those that are listed, of one kind: its code, and the first row it speaks of. */
  "file.more-alike": {
    readonly code: string;
    readonly row: number;
    readonly listed: number;
    readonly more: number;
  };
  "file.no-statuses": Record<never, never>;
  "file.no-owners": Record<never, never>;
  "file.no-zone-statuses": Record<never, never>;
  /** Only lines are drawn in it. */
  "file.lines": Record<never, never>;
  "file.datum-assumed": Record<never, never>;
  "file.datum-shifted": { readonly datum: string };
  /** What rows say of their datum, held against `evidence`: metres that half of them, and nine in ten, lie off at most. */
  "file.datum-fits": DatumFacts & {
    readonly datum: Datum;
    readonly after: number;
    readonly afterMost: number;
  };
  "file.datum-other": DatumFacts & {
    readonly readAs: Datum;
    readonly datum: Datum;
    readonly before: number;
    readonly beforeMost: number;
    readonly after: number;
    readonly afterMost: number;
  };
  "file.datum-too-few": DatumFacts & { readonly speaking: number };
  "file.datum-alike": DatumFacts & Readonly<Record<Datum, number>>;
  "file.datum-none-fits": DatumFacts & Readonly<Record<Datum, number>>;
  "file.datum-contradictory": { readonly evidence: readonly string[] };
  /** Files that declare nothing fit each other. */
  "file.datum-together": DatumFacts & { readonly metres: number };
  "file.households-estimated": {
    readonly zones: number;
    readonly far: number;
    readonly m2PerHousehold: number;
  };
  "file.parcels": { readonly zones: number; readonly facilities: number };
  "file.project-alone": { readonly other: string };
  /** A folder, or a file that is gone. */
  "file.unopened": Record<never, never>;
  /** The same content as another file. */
  "file.twice": { readonly other: string };
  "import.unknown-pack": { readonly pack: string; readonly known: readonly string[] };
  "import.nothing-used": Record<never, never>;
  /** As the address names it. */
  "demo.unknown-city": { readonly city: string };
}

interface DatumFacts {
  readonly evidence: string;
  readonly rows: number;
}

/** One row or one value of it. */
interface RowFacts {
  "row.id-missing": Record<never, never>;
  /** Rows of one id that do not say the same. */
  "row.id-disputed": { readonly columns: readonly string[] };
  "row.name-missing": Record<never, never>;
  /** Rows that nothing but their names could tell apart. */
  "row.name-repeated": { readonly name: string };
  "row.kind-missing": Record<never, never>;
  "row.kind-unknown": { readonly kind: string };
  "row.level-unknown": { readonly level: string };
  "row.place-missing": Record<never, never>;
  "row.other-land-use": { readonly use: string };
  /** A facility would be invented here, were there no real ones. */
  "row.invented": Record<never, never>;
  "row.pooling-incomplete": Record<never, never>;
  "row.too-many-cells": { readonly extra: number };
  /** A sum of other rows, or the column names once more: what its id says. */
  "row.stray": { readonly word: string };
  /** A line of units below the column names, under which some columns are not plain numbers: these, with their unit. */
  "row.other-units": { readonly columns: readonly string[] };
  "row.phases-unknown": { readonly value: string };
  "row.second-names": { readonly columns: readonly string[] };
  /** Cells of one row, under columns of one meaning. */
  "row.rival-cells": { readonly columns: readonly string[]; readonly values: readonly string[] };
  "row.no-feature": Record<never, never>;
  "row.member-twice": { readonly name: string };
  "value.repaired": { readonly before: string; readonly after: string };
  "value.no-number": { readonly value: string };
  /** 约30 */
  "value.estimate": { readonly value: string };
  /** 30-40 */
  "value.range": { readonly value: string };
  /** More digits than a number keeps. */
  "value.too-many-digits": { readonly value: string };
  "value.no-storey": { readonly value: string };
  "value.no-whole": { readonly value: number };
  "value.out-of-range": { readonly value: number; readonly least: number; readonly most: number };
  "value.no-flag": { readonly value: string };
  "value.no-day": { readonly value: string };
  "value.unknown-word": { readonly value: string; readonly words: readonly string[] };
  "place.none": Record<never, never>;
  "place.empty": Record<never, never>;
  "place.half": Record<never, never>;
  "place.swapped": { readonly lon: string; readonly lat: string };
  /** Degrees, under a system of metres. */
  "place.degrees-already": { readonly lon: string; readonly lat: string };
  "place.no-degrees": { readonly lon: string; readonly lat: string };
  "place.no-number": { readonly lon: string; readonly lat: string };
  "place.zero": { readonly lon: string; readonly lat: string };
  /** A letter or a word tells that an angle is of the other column. */
  "place.other-axis": { readonly lon: string; readonly lat: string };
  "place.ambiguous": { readonly value: string };
  /** Both angles in one cell. */
  "place.from-pair": { readonly before: string; readonly lon: string; readonly lat: string };
  /** Read the other way round, as the user or their letters say. */
  "place.exchanged": { readonly lon: string; readonly lat: string };
  "shape.exchanged": Record<never, never>;
  /** Where a row without coordinates was put, by choice. */
  "place.matched": { readonly name: string; readonly place: string };
  "place.in-unit": { readonly name: string };
  "place.by-hand": { readonly lon: string; readonly lat: string };
  "place.unknown-choice": { readonly place: string };
  "shape.other": { readonly type: string };
  "shape.closed": { readonly rings: number };
  "shape.loop-cut": { readonly area: number };
  "shape.part-dropped": { readonly parts: number };
  "shape.too-few": Record<never, never>;
  "shape.crossing": { readonly lon: string; readonly lat: string };
  "shape.hole-outside": Record<never, never>;
}

/** Rows against each other. */
interface ProjectFacts {
  "project.duplicate-id": { readonly id: string };
  /** Nothing of a project file can be read. */
  "project.damaged": Record<never, never>;
  /** Lines of a project file that could not be read, and what they held. */
  "project.rows-lost": {
    readonly from: number;
    readonly to: number;
    readonly zones: number;
    readonly facilities: number;
    readonly others: number;
  };
  "project.cut-off": { readonly last: number; readonly lines: number };
  "project.more-wrong": { readonly lines: number };
  /** Read from a broken stream: a value may have changed unnoticed. */
  "project.doubtful": Record<never, never>;
  "project.streets-lost": Record<never, never>;
  "project.facts-lost": Record<never, never>;
  "project.id-disputed": { readonly id: string };
  "project.newer": { readonly version: number };
  "project.no-header": Record<never, never>;
  "project.line-wrong": { readonly where: string };
  "project.changed-outside": Record<never, never>;
  /** The standard chosen for all zones is not at hand. */
  "project.unknown-pack": { readonly pack: string };
  "project.abroad": { readonly lon: string; readonly lat: string };
  /** Kilometres from the outlines of all units. */
  "project.outside-units": { readonly km: number };
  /** Kilometres from the middle of all others. */
  "project.far-away": { readonly km: number };
  /** Streets whose columns do not fit together, or lead off the earth; `row` counts from 0. */
  "project.streets-wrong": { readonly column: string; readonly row: number };
  "project.unknown-zone": { readonly zone: string };
  /** Several zones have the name; the first of them, each with its street and id. */
  "project.ambiguous-zone": {
    readonly zone: string;
    readonly count: number;
    readonly zones: readonly string[];
  };
  "project.far-from-zone": { readonly zone: string; readonly metres: number };
  "project.maybe-twice": { readonly other: string; readonly metres: number };
  "project.zone-maybe-twice": { readonly other: string; readonly metres: number };
  "project.counted-once": { readonly ids: string; readonly name: string };
  /** Households or residents are 0. */
  "project.nobody": Record<never, never>;
  "project.more-than-residents": {
    readonly residents: number;
    readonly elderly60: number;
    readonly under3: number;
  };
  "project.crowded": { readonly residents: number; readonly households: number };
  "project.deserted": { readonly residents: number; readonly households: number };
  "project.vast-households": { readonly households: number };
  "project.vast-residents": { readonly residents: number };
  "project.code-unofficial": { readonly code: string };
  "project.people-unknown": { readonly zones: number; readonly first: string };
  "project.zones-overlap": { readonly other: string; readonly percent: number };
}

/** Rule packs and cases. */
interface StandardsFacts {
  "pack.unreadable": { readonly pack: string; readonly reason: string };
  /** `path` is the place in the file: rules[3].clauses[0].document. */
  "pack.member-missing": { readonly path: string };
  "pack.member-unknown": { readonly path: string };
  "pack.wrong-type": { readonly path: string; readonly expected: string };
  "pack.unknown-word": { readonly path: string; readonly allowed: string };
  "pack.wrong-form": { readonly path: string; readonly expected: string };
  "pack.duplicate": { readonly path: string; readonly id: string };
  "pack.dangling": { readonly path: string; readonly id: string };
  "pack.lonely-group": { readonly path: string; readonly group: string };
  "pack.band-reversed": { readonly path: string; readonly low: number; readonly high: number };
  "pack.number-too-low": { readonly path: string; readonly value: number; readonly least: string };
  "pack.kind-twice": { readonly path: string; readonly id: string };
  "pack.custom-id": { readonly id: string };
  "pack.member-not-of-type": { readonly rule: string; readonly member: string; readonly type: string };
  /** What a form for a pack holds. */
  "draft.no-number": { readonly value: string };
  "draft.too-many-digits": { readonly value: string };
  /** `path` is the place in the case: input.estate.households. */
  "case.unreadable": { readonly reason: string };
  "case.member-missing": { readonly path: string };
  "case.member-unknown": { readonly path: string };
  "case.wrong-value": { readonly path: string; readonly expected: string };
  "case.member-twice": { readonly path: string };
  "case.number-too-long": { readonly path: string; readonly digits: string };
  "case.contradiction": {
    readonly path: string;
    readonly value: string;
    readonly otherPath: string;
    readonly other: string;
  };
  "case.two-supplies": Record<never, never>;
  "case.which-estate": { readonly known: readonly string[] };
  "case.unknown-estate": { readonly id: string; readonly known: readonly string[] };
  "case.unknown-facility": { readonly id: string; readonly phase: string; readonly known: readonly string[] };
  "case.unknown-pack": { readonly pack: string; readonly known: readonly string[] };
  "case.unknown-overlay": {
    readonly overlay: string;
    readonly pack: string;
    readonly known: readonly string[];
  };
  "case.no-overlay": { readonly overlay: string; readonly pack: string };
  "case.pack-needed": { readonly level: string };
  "case.other-pack": { readonly asked: string; readonly stated: string };
  "case.limit-needed": Record<never, never>;
}

/** Files of streets. */
interface NetworkFacts {
  "network.no-pbf": Record<never, never>;
  /** A feature of the format that its head says a reader must know. */
  "network.unknown-feature": { readonly feature: string };
  /** How its parts are packed: lzma, lz4, zstd. */
  "network.packing": { readonly packing: string };
  /** Parts of a kind that is not known. */
  "network.parts-unread": { readonly parts: number };
  "network.too-large": { readonly most: number };
  "network.no-streets": Record<never, never>;
  /** A prepared network (.quanwalk) of a version that is not known. */
  "network.graph-version": { readonly version: number };
  /** Whom it was made for, and who walks. */
  "network.graph-profile": { readonly made: string; readonly asked: string };
  /** The rules of the profile are not those that it was made under. */
  "network.graph-rules": { readonly profile: string };
  /** It stands where streets as they were mapped are needed. */
  "network.graph-prepared": Record<never, never>;
  /** Nodes that ways go through and the file does not hold, and how many ways. */
  "network.missing-nodes": { readonly ways: number; readonly nodes: number };
  /** A layer beside others that draws no lines. */
  "network.layer-unread": { readonly layer: string };
  "network.no-line": { readonly type: string };
  /** A vertex that is no place. */
  "network.no-degrees": { readonly lon: string; readonly lat: string };
  "network.zero-length": Record<never, never>;
  /** Parts of a row, some of which have no length. */
  "network.parts-dropped": { readonly parts: number };
  /** Kilometres between two vertices that follow each other. */
  "network.long-edge": { readonly km: number };
  /** Lines of which nothing says what class of road they are. */
  "network.class-unsaid": { readonly lines: number };
  /** The column that names classes, and words in it that are none we know, with how many lines each. */
  "network.classes-unknown": { readonly classes: readonly string[]; readonly lines: readonly number[] };
  /** Lines that nobody walks along and that bar others: water, railways, walls. */
  "network.barriers-kept": { readonly lines: number };
  /** What lines are that are no streets, and how many of each. */
  "network.not-streets": { readonly kinds: readonly string[]; readonly lines: readonly number[] };
  /** Kilometres from the extent of the streets to the nearest zone or facility. */
  "network.apart": { readonly km: number };
  /** Metres that half of so many facilities lie from a street, as they are, and with them or the streets in that datum. */
  "network.facilities-datum": NetworkDatum;
  "network.streets-datum": NetworkDatum;
  /** The same of corners of the outlines of zones. */
  "network.zones-datum": NetworkDatum;
  "network.streets-zones-datum": NetworkDatum;
  /** Changes of streets by the planner that do not fit the new ones. */
  "network.changes-lost": { readonly count: number; readonly named: readonly string[] };
}

/** Edits that cannot be made. */
interface EditFacts {
  "desk.nothing-open": Record<never, never>;
  /** Measures, by id, that cannot be done where their site is now. */
  "plan.grid-too-fine": { readonly points: number; readonly most: number; readonly metres: number };
  "plan.no-facilities": Record<never, never>;
  "plan.not-movable": { readonly measures: string };
  "plan.not-there": { readonly measures: string };
  "plan.nothing-surveyed": Record<never, never>;
  "siting.too-many-walks": { readonly walks: number; readonly most: number };
  "desk.nothing-rehearsed": Record<never, never>;
  /** Projects that are not taken into the open one. */
  "merge.invented": Record<never, never>;
  /** The first four digits of the codes of each. */
  "merge.other-city": { readonly mine: readonly string[]; readonly theirs: readonly string[] };
  "merge.far-apart": { readonly km: number };
  "merge.damaged": Record<never, never>;
  "merge.changed": Record<never, never>;
  "save.full": { readonly file: string };
  "save.not-written": { readonly file: string };
  /** Another page of this browser has the project open and may change it. */
  "edit.open-elsewhere": Record<never, never>;
  "edit.unknown-facility": { readonly id: string };
  "edit.unknown-zone": { readonly id: string };
  "edit.unknown-status": { readonly status: string; readonly words: readonly string[] };
  "edit.id-taken": { readonly id: string };
  "edit.id-fixed": { readonly id: string };
  "edit.impossible-number": { readonly value: string };
  "edit.nothing-changed": { readonly id: string };
  "edit.closed-already": { readonly id: string };
  "edit.open-already": { readonly id: string };
  /** Zones that have rooms of it by an agreement. */
  "edit.facility-pools": { readonly id: string; readonly zones: readonly string[] };
  "edit.facility-in-phase": { readonly id: string; readonly zones: readonly string[] };
  /** The agreement would be about rooms of no zone. */
  "edit.pooling-without-zone": { readonly zones: readonly string[] };
  "edit.no-place": { readonly lng: string; readonly lat: string };
  "edit.outside-china": Record<never, never>;
  /** Changes of streets: a way that is not there, counted from 1; */
  "edit.unknown-street": { readonly way: number };
  /** points of a way, counted from 1, between which nothing can be closed; */
  "edit.no-such-piece": { readonly from: number; readonly to: number; readonly points: number };
  /** a new street that joins no other. */
  "edit.street-apart": Record<never, never>;
  "edit.no-streets": Record<never, never>;
  "edit.street-as-it-is": Record<never, never>;
  /** Metres around a click within which no street is that can be closed, or opened. */
  "edit.no-street-near": { readonly metres: number };
  "edit.zone-id-taken": { readonly id: string };
  "edit.site-id-taken": { readonly id: string };
  "edit.unknown-site": { readonly id: string };
  /** Outlines that were drawn or typed: of fewer corners than three; */
  "edit.outline-too-few": { readonly corners: number };
  /** wider than any zone, in kilometres; */
  "edit.outline-too-wide": { readonly km: number; readonly most: number };
  /** with sides that cross there; */
  "edit.outline-crosses": { readonly lon: string; readonly lat: string };
  "edit.outline-no-area": Record<never, never>;
  "edit.outline-hole-outside": Record<never, never>;
  /** written in no way that is known, from this line on. */
  "edit.outline-unreadable": { readonly line: number; readonly text: string };
  "edit.outline-other": { readonly type: string };
  /** What an edit of a zone's place brings with it. */
  "edit.entrances-left-out": { readonly entrances: number };
  "edit.households-estimated-anew": { readonly before: number; readonly after: number };
  "edit.zones-overlap": { readonly inner: string; readonly outer: string; readonly percent: number };
  "edit.rooms-far": { readonly count: number; readonly facilities: readonly string[] };
  /** What is left without a zone by its being deleted; the first few by name. */
  "edit.rooms-without-zone": { readonly count: number; readonly facilities: readonly string[] };
  "edit.pool-without-zone": { readonly count: number; readonly facilities: readonly string[] };
  "edit.phases-deleted": { readonly phases: number };
  "edit.unknown-pack": { readonly id: string };
  "edit.pack-in-use": { readonly id: string; readonly zones: number };
  "patch.other-row": { readonly id: string };
  "evidence.unknown-zone": { readonly id: string };
}

/** How many rows, and the first few by name. */
interface Named {
  readonly count: number;
  readonly named: readonly string[];
}

/** Rows with no street within so many metres. */
interface NotConnected extends Named {
  readonly cap: number;
}

/** What an analysis cannot do, or what is to be known of it. */
interface AnalysisFacts {
  /** Zones that the fair allocation is not over; how many others have a pass that assumes that these use nothing. */
  "analysis.zones-not-allocated": Named & { readonly passes: number };
  "analysis.no-streets": Record<never, never>;
  /** The first few by name; `cap` in metres. */
  "analysis.zones-not-connected": NotConnected;
  "analysis.facilities-not-connected": NotConnected;
  /** How many changes of streets by the planner are walked. */
  "analysis.streets-changed": { readonly count: number };
  "analysis.zones-on-islands": Named;
  "analysis.facilities-on-islands": Named;
  "analysis.unknown-pack": { readonly pack: string };
  "analysis.pack-unchecked": { readonly pack: string; readonly enteredBy: string };
  /** Years as they are written, not grouped like counts. */
  "analysis.rules-to-come": {
    readonly pack: string;
    readonly year: string;
    readonly rules: number;
    readonly first: string;
  };
  "analysis.zones-without-pack": { readonly zones: number; readonly first: string };
  /** Verdicts on rows not checked, of all zones; how many zones are not, and facilities whose rooms are counted. */
  "analysis.verdicts-unchecked": {
    readonly verdicts: number;
    readonly zones: number;
    readonly unchecked: number;
    readonly facilities: number;
  };
  "analysis.no-facilities": Record<never, never>;
  "analysis.no-elderly-care": Record<never, never>;
  "analysis.no-childcare": Record<never, never>;
  /** Ids of zones. */
  "analysis.claimed-twice": { readonly name: string; readonly zones: readonly string[] };
  /** m² of all functional areas, and of the building. */
  "analysis.areas-claimed-twice": { readonly name: string; readonly sum: number; readonly total: number };
  "analysis.filed-twice": { readonly ids: string; readonly name: string };
  "analysis.counted-once": { readonly ids: string; readonly name: string };
  "unit.code-and-name": { readonly code: string; readonly name: string };
  "unit.outside": { readonly name: string };
}

interface NetworkDatum {
  readonly places: number;
  readonly datum: string;
  readonly before: number;
  readonly after: number;
}
