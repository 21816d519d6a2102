import { evidenceOf } from "../../src/core/analysis/evidence-of.ts";
import { openPipeline, type Pipeline, update } from "../../src/core/analysis/pipeline.ts";
import { servedBy } from "../../src/core/analysis/served-by.ts";
import { twinsOf } from "../../src/core/analysis/twins-of.ts";
import { issue } from "../../src/core/base/issue.ts";
import { done, type Outcome, refused } from "../../src/core/base/outcome.ts";
import type { Drive, Work } from "../../src/core/base/work.ts";
import { cityFacts } from "../../src/core/city/city-facts.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import { applyPatch } from "../../src/core/model/apply-patch.ts";
import { newFindings } from "../../src/core/model/new-findings.ts";
import type { Patch } from "../../src/core/model/patch.ts";
import { patchAccount, streetsAccount } from "../../src/core/model/patch-account.ts";
import { patchBetween } from "../../src/core/model/patch-between.ts";
import type { Project } from "../../src/core/model/project.ts";
import { streetNear } from "../../src/core/network/street-near.ts";
import { compare } from "../../src/core/scenario/compare.ts";
import { type JudgedZones, turnedZones } from "../../src/core/scenario/verdict-turns.ts";
import type { Standards } from "../../src/core/standards/standards.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { fileOf } from "../../src/io/export/analysis-files.ts";
import type { Imported } from "../../src/io/import-project.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import type { ImportReport, Opened, Rehearsed, Source, Tasks, Trial } from "../protocol.ts";
import type { TaskTable } from "../serve.ts";
import { analysisColumns } from "../views/analysis-view.ts";
import { projectView } from "../views/project-view.ts";
import type { Merging } from "./merging.ts";
import { patchOf, textsOf } from "./patch-of.ts";

/**
 * The tasks of one desk. It holds the document between calls and the analysis last made of it, so that the next one
 * works out only what changed. A call that is refused or abandoned leaves both as they were.
 */
export function deskTasks(): TaskTable {
  const standards = shippedStandards();
  let project: Project | undefined;
  let pipeline: Pipeline | undefined;
  /** The same along the streets, where straight lines are set: only to say where the two part. */
  let alongStreets: Pipeline | undefined;
  let rehearsal: Rehearsal | undefined;
  let merging: Merging | undefined;

  return {
    async preview({ files, said }) {
      const { previewTables } = await import("../../src/io/preview-tables.ts");
      return done(await previewTables(files, said));
    },

    async open(source, drive) {
      const into = source.kind === "files" && source.into === "open" ? project : undefined;
      if (source.kind === "files" && source.into === "open" && !into) return nothingOpen();
      const opened = await documentFrom(source, drive, into);
      if (!opened.ok) return opened;
      const { project: next, report } = opened.value;
      const patch = into && report.into && patchBetween(into, next);
      const answer = await drive(answerOf(next, report, standards, patch));
      project = next;
      pipeline = undefined;
      alongStreets = undefined;
      return done(answer, opened.issues);
    },

    async rehearse(source, drive) {
      if (!project) return nothingOpen();
      const imported = await documentFrom(source, drive, project);
      if (!imported.ok) return imported;
      const next = await rehearsed(project, imported.value, pipeline, drive);
      rehearsal = next;
      const { report } = imported.value;
      return done({ report, ...accountsOf(next), ...turnedIn(next) }, imported.issues);
    },

    async merge(files, drive) {
      if (!project) return nothingOpen();
      const { lookedAt, readMerge } = await import("./merging.ts");
      const read = await readMerge(project, files);
      if (!read.ok) return read;
      const looked = await drive(lookedAt(project, read.value, read.issues));
      merging = looked.merging;
      return done(looked.shown);
    },

    async decide({ theirs }, drive) {
      if (!project || merging?.of !== project) return refused(issue("merge.changed", "error", {}));
      const { decided, settingsApart } = await import("./merging.ts");
      const merged = await drive(decided(merging, theirs));
      const next = await rehearsed(project, { project: merged, report: { files: [] } }, pipeline, drive);
      rehearsal = next;
      return done({
        ...accountsOf(next),
        settings: settingsApart(project, merged),
        issues: newFindings(project, merged),
        ...turnedIn(next),
      });
    },

    async commit(_, drive) {
      if (!project || rehearsal?.of !== project) return refused(issue("desk.nothing-rehearsed", "error", {}));
      const { imported, patch, after } = rehearsal;
      const answer = await drive(answerOf(imported.project, imported.report, standards, patch));
      [project, pipeline, rehearsal, merging] = [imported.project, after, undefined, undefined];
      return done(answer);
    },

    async analyse(parameters, drive) {
      if (!project) return nothingOpen();
      const work = pipeline
        ? update(pipeline, { project, parameters })
        : openPipeline(project, standards, parameters);
      const next = await drive(work);
      if (!next.ok) return next;
      pipeline = next.value;
      return done(analysisColumns(pipeline), next.issues);
    },

    async edit(edit) {
      if (!project) return nothingOpen();
      const patch = await patchOf(project, edit, standards);
      if (!patch.ok) return patch;
      const next = applyPatch(project, patch.value);
      if (!next.ok) return next;
      project = next.value;
      return done({ view: projectView(project, standards), patch: patch.value, issues: patch.issues });
    },

    async weigh(edit) {
      return project ? done((await patchOf(project, edit, standards)).issues) : nothingOpen();
    },

    async effect(edit, drive) {
      if (!project || !pipeline) return nothingOpen();
      const { effectOfEdit } = await import("./effect-of-edit.ts");
      return effectOfEdit(project, pipeline, edit, drive);
    },

    async texts(row) {
      return project ? textsOf(project, row) : nothingOpen();
    },

    async rows({ table, ids }) {
      if (!project) return nothingOpen();
      const { writtenTable } = await import("../../src/io/typed/written-table.ts");
      return done(writtenTable(project, table, ids));
    },

    async evidence(zone) {
      return pipeline ? evidenceOf(pipeline, zone) : nothingOpen();
    },

    async served(facility) {
      return pipeline ? servedBy(pipeline, facility) : nothingOpen();
    },

    async moreRoom(facility) {
      if (!pipeline) return nothingOpen();
      const { moreRoom } = await import("./more-room.ts");
      return moreRoom(pipeline, facility);
    },

    async bottlenecks(subject, drive) {
      if (!pipeline) return nothingOpen();
      const { bottlenecksOf } = await import("./bottlenecks-of.ts");
      return done(await drive(bottlenecksOf(pipeline, subject)));
    },

    async fewest(area) {
      if (!pipeline) return nothingOpen();
      const { fewestInArea } = await import("./fewest-in-area.ts");
      return done(fewestInArea(pipeline, area));
    },

    async twins(facility) {
      return pipeline ? twinsOf(pipeline, facility) : nothingOpen();
    },

    async doubts(subject) {
      if (!pipeline) return nothingOpen();
      const { areaDoubts } = await import("../../src/core/analysis/area-doubts.ts");
      return done(areaDoubts(pipeline, subject));
    },

    async reached(facility) {
      if (!pipeline) return nothingOpen();
      const { reachedStreets } = await import("../../src/core/analysis/reached-streets.ts");
      return reachedStreets(pipeline, facility);
    },

    async walks(_, drive) {
      if (!pipeline) return nothingOpen();
      const { walkFindings } = await import("../../src/core/analysis/walk-findings.ts");
      const found = await drive(walkFindings(pipeline));
      if (!pipeline.project.streets || pipeline.parameters.reach === "network") return done(found);
      const { project: of, parameters } = pipeline;
      const along = { project: of, parameters: { ...parameters, reach: "network" } } as const;
      const next = await drive(alongStreets ? update(alongStreets, along) : update(pipeline, along));
      if (!next.ok) return next;
      alongStreets = next.value;
      const { elderly, childcare } = await drive(walkFindings(alongStreets));
      return done({
        elderly: { ...found.elderly, ...(elderly.circle && { circle: elderly.circle }) },
        childcare: { ...found.childcare, ...(childcare.circle && { circle: childcare.circle }) },
      });
    },

    async streetAt({ at, asked }) {
      if (!project) return nothingOpen();
      const { streets, streetChanges = [] } = project;
      if (!streets) return refused(issue("edit.no-streets", "error", {}));
      const { adult } = standards.walking;
      const found = streetNear(streets, streetChanges, adult, at, { asked, within: POINTED });
      return found ? done(found) : refused(issue("edit.no-street-near", "error", { metres: POINTED }));
    },

    async trial({ before, after }, drive) {
      if (!pipeline) return nothingOpen();
      const first = await drive(update(pipeline, { parameters: before }));
      if (!first.ok) return first;
      const second = await drive(update(first.value, { parameters: after }));
      return second.ok ? done(trialOf(first.value, second.value)) : second;
    },

    async reAdd(subject, drive) {
      if (!pipeline) return nothingOpen();
      const { reAddAllocations } = await import("./re-add-allocations.ts");
      return done(await drive(reAddAllocations(pipeline, subject)));
    },

    async reshuffle({ subject, seed }, drive) {
      if (!pipeline) return nothingOpen();
      const { reshuffleAllocations } = await import("./reshuffle-allocations.ts");
      return done(await drive(reshuffleAllocations(pipeline, subject, seed)));
    },

    async city() {
      if (!pipeline) return nothingOpen();
      const { shippedCities } = await import("../../src/io/standards/cities.ts");
      return done(cityFacts(pipeline, shippedCities()));
    },

    async write(asked, drive) {
      return project ? written(asked, project, pipeline, drive) : nothingOpen();
    },
  };
}

/** Metres around a click within which a street is meant by it. */
const POINTED = 60;

/** An import into a document that was not made yet, and what is worked out of the document before and after. */
interface Rehearsal {
  readonly of: Project;
  readonly imported: Imported;
  readonly patch: Patch;
  readonly before?: Pipeline;
  readonly after?: Pipeline;
}

async function rehearsed(
  of: Project,
  imported: Imported,
  pipeline: Pipeline | undefined,
  drive: Drive,
): Promise<Rehearsal> {
  const made = { of, imported, patch: patchBetween(of, imported.project) };
  if (!pipeline) return made;
  const before = await drive(update(pipeline, { project: of }));
  if (!before.ok) return made;
  const after = await drive(update(before.value, { project: imported.project }));
  return { ...made, before: before.value, ...(after.ok && { after: after.value }) };
}

/** What it makes of the tables and of the streets. */
function accountsOf({ of, patch }: Rehearsal): Pick<Rehearsed, "tables" | "streets"> {
  const streets = streetsAccount(patch);
  return { tables: patchAccount(of, patch), ...(streets && { streets }) };
}

/** Verdicts of zones that would be another one; nothing where that was not worked out. */
function turnedIn({ before, after }: Rehearsal): Pick<Rehearsed, "turned"> {
  return before && after ? { turned: turnedZones(judged(before), judged(after)) } : {};
}

function judged({ project: { zones }, results }: Pipeline): JudgedZones {
  return { zones, results };
}

async function documentFrom(
  source: Source,
  drive: Drive,
  into: Project | undefined,
): Promise<Outcome<Imported>> {
  if (source.kind === "files") {
    const { openFiles } = await import("../../src/io/open-files.ts");
    return openFiles(source.files, source.options, drive, into);
  }
  const project = await drive(demoCity(demoSpec(source.city), source.seed, source.size));
  return done({ project, report: { files: [] } });
}

/** Work, so that a cancel is heard before the document is changed. */
function* answerOf(
  project: Project,
  report: ImportReport,
  standards: Standards,
  patch: Patch | undefined,
): Work<Opened> {
  yield { part: "check", share: 1 };
  const answer = { view: projectView(project, standards), report, ...(patch && { patch }) };
  yield { part: "check", share: 1 };
  return answer;
}

async function written(
  asked: Tasks["write"]["input"],
  project: Project,
  pipeline: Pipeline | undefined,
  drive: Drive,
): Promise<Outcome<Tasks["write"]["output"]>> {
  const { file } = asked;
  if (file === "project") {
    const saved = { ...project, parameters: asked.parameters };
    const bytes = new Uint8Array(await new Response(writeProject(saved)).arrayBuffer());
    return done({ name: `${project.name || asked.title}.quan`, bytes });
  }
  if (pipeline === undefined) return nothingOpen();
  if (file === "export") {
    // Rows and what was worked out of them are to be of one document.
    const now = pipeline.project === project ? done(pipeline) : await drive(update(pipeline, { project }));
    if (!now.ok) return now;
    const { exportFile } = await import("../../src/io/export/export-files.ts");
    return exportFile(now.value, asked.choices, asked.title, asked.words, drive);
  }
  return done({ name: file, bytes: new TextEncoder().encode(fileOf(file, pipeline)) });
}

function trialOf(before: Pipeline, after: Pipeline): Trial {
  const sideOf = ({ project, results }: Pipeline) => ({
    ...results,
    zoneIds: project.zones.map(({ id }) => id),
  });
  const metrics = [before, after].flatMap(({ results }) => results.zones.byMetric);
  return {
    comparison: compare(sideOf(before), sideOf(after)),
    units: metrics.map(({ metric, unit }) => ({ metric, unit })),
  };
}

function nothingOpen(): Outcome<never> {
  return refused(issue("desk.nothing-open", "error", {}));
}
