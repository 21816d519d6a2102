import { create } from "zustand";
import type { Desk } from "../../../workers/client.ts";
import type { Source } from "../../../workers/protocol.ts";
import type { Choices } from "../../core/analysis/parameters.ts";
import { moment } from "../../platform/browser/clock.ts";
import type { ReadFile } from "../../platform/browser/files.ts";
import {
  dropJournal,
  type Entry,
  goOnWith,
  type Journal,
  type JournalHead,
  journals,
  newJournal,
  type ReadJournal,
  readJournal,
  type Told,
} from "../../platform/browser/journal.ts";
import { keptValues } from "../../platform/browser/kept-values.ts";
import { opposite } from "../derived/opposite.ts";
import { type Deed, isUnsaved, type OpenDocument, useDocument } from "./document.ts";
import { type Step, stepsTo, type Trail } from "./journal-steps.ts";
import { claims, PAGE, pageClaim, usePen } from "./lock.ts";

/** What is kept of unsaved work in this browser, and what was left behind by pages that are gone. */
export interface Keeping {
  readonly left: readonly JournalHead[];
  /** Why the last edit is not kept; absent: it is, or there is none. */
  readonly failure: "full" | "denied" | "silent" | undefined;
  /** Steps of a journal that was gone on with which were torn, or could not be done again. */
  readonly lost: number;
}

export const useKeeping = create<Keeping>(() => ({ left: [], failure: undefined, lost: 0 }));

/** What a journal begins from, besides the files. */
export interface Origin {
  readonly choices: Choices;
  /** The document stood somewhere as it was then. */
  readonly kept: boolean;
}

/** From now on every edit of an unsaved document is kept, as it is made. */
export function keepJournal(desk: Desk): void {
  useDocument.subscribe((document) => {
    follow(document);
    if (!document.busy) void compactLong(desk);
  });
  usePen.subscribe(() => follow(useDocument.getState()));
}

/** Looks for what pages that are gone have left behind. */
export async function readLeft(): Promise<void> {
  const heads = await journals(values).catch(() => []);
  const mine = heads.filter(({ page, id }) => page !== PAGE && id !== journal?.id);
  const there = await Promise.all(mine.map(({ page }) => claims.claimed(pageClaim(page))));
  useKeeping.setState({ left: mine.filter((_, i) => !there[i]) });
}

export async function readLeftJournal(id: string): Promise<ReadJournal | undefined> {
  return readJournal(values, id).catch(() => undefined);
}

export async function dropLeft(id: string): Promise<void> {
  await dropJournal(values, id).catch(() => {});
  await readLeft();
}

/** While a document is opened step by step, its journal stays as it is. */
export async function withoutJournal<Result>(work: () => Promise<Result>): Promise<Result> {
  paused += 1;
  try {
    return await work();
  } finally {
    paused -= 1;
    follow(useDocument.getState());
  }
}

/** The open document is what was read of a journal; it is that one's page from now on. */
export function adopt(id: string, read: ReadJournal): void {
  const { source, done, undone } = useDocument.getState();
  if (!source) return;
  journal?.end();
  journal = goOnWith(values, id, read, told);
  const base = { source: read.base.source, more: read.base.more as Origin };
  begun = { source, base, done: [], edits: 0 };
  compacted = read.from;
  trail = { done, undone, before: 0 };
  useKeeping.setState(({ left }) => ({ left: left.filter((head) => head.id !== id) }));
}

/** The open document, as it was with these deeds and choices, was saved as this file: what comes later is kept on top. */
export function beginFrom(file: ReadFile, { done, choices }: Pick<OpenDocument, "done" | "choices">): void {
  const { source } = useDocument.getState();
  if (!source) return;
  end();
  begun = { source, base: baseOf(file, { choices, kept: true }), done, edits: done.length };
  trail = { done, undone: [], before: done.length };
  follow(useDocument.getState());
}

interface Begun {
  /** Of the document, as it was opened. */
  readonly source: Source;
  /** What a journal begins from, and what was done by then. */
  readonly base: { readonly source: Source; readonly more: Origin };
  readonly done: readonly Deed[];
  /** So many deeds were done when it was opened or saved last. */
  readonly edits: number;
}

const values = keptValues("quan-journal", "journal");
let journal: Journal | undefined;
let begun: Begun | undefined;
let trail: Trail = { done: [], undone: [], before: 0 };
let paused = 0;
let compacting = false;
/** So many entries of the journal are in what it began from. */
let compacted = 0;

function follow(document: OpenDocument): void {
  if (paused > 0) return;
  const { source, view, done, undone, choices } = document;
  if (source === undefined || view === undefined || source !== begun?.source) {
    end();
    begun = source &&
      view && {
        source,
        base: { source, more: { choices: firstChoices(done, choices), kept: document.saved !== undefined } },
        done: [],
        edits: 0,
      };
    trail = { done: [], undone: [], before: 0 };
  }
  if (!begun || usePen.getState().held !== "mine") return;
  if (!isUnsaved(document)) {
    if (journal) beginAgain();
    return;
  }
  if (trail.done === done && journal) return;
  if (!journal) {
    compacted = 0;
    journal = newJournal(values, `${moment()} ${PAGE}`, begun.base, head(document), told);
  }
  const { steps, amends, trail: next } = stepsTo(trail, { done, undone }, { opposite, takenIn });
  for (const { step } of steps) {
    if (amends) journal.amend(entryOf(step), head(document));
    else journal.add(entryOf(step), head(document));
  }
  trail = next;
  clearTimeout(patience);
  patience = setTimeout(() => {
    if (journal?.kept() === false && useKeeping.getState().failure === undefined)
      useKeeping.setState({ failure: "silent" });
  }, PATIENCE_MS);
}

/** A store that has not said by then what became of an edit may not have kept it. */
const PATIENCE_MS = 5000;
let patience: ReturnType<typeof setTimeout> | undefined;

/** Nothing is unsaved any more: what was kept goes, and the next edit begins on the same base. */
function beginAgain(): void {
  const known = begun?.done ?? [];
  end();
  trail = { done: known, undone: [], before: known.length };
}

function end(): void {
  journal?.end();
  journal = undefined;
  useKeeping.setState({ failure: undefined, lost: 0 });
}

function entryOf(step: Step): Entry {
  const { asked } = useDocument.getState();
  return step.kind === "take-in" && asked ? { what: step, source: asked } : { what: step };
}

function takenIn({ patch }: Deed): boolean {
  const { importEdit, asked } = useDocument.getState();
  return patch !== undefined && patch === importEdit && asked?.kind === "files";
}

function head({ view, source, done }: OpenDocument): Told {
  const name = source?.kind === "demo" ? source.city : view?.name || (source?.files[0]?.name ?? "");
  return { name, page: PAGE, at: moment(), edits: Math.max(0, done.length - (begun?.edits ?? 0)) };
}

function told(failure: unknown): void {
  const full = failure instanceof DOMException && failure.name === "QuotaExceededError";
  useKeeping.setState({ failure: failure === undefined ? undefined : full ? "full" : "denied" });
}

function firstChoices(done: readonly Deed[], choices: Choices): Choices {
  return done.find((deed) => deed.choices)?.choices?.before ?? choices;
}

function baseOf({ name, bytes }: ReadFile, more: Origin): Begun["base"] {
  return { source: { kind: "files", files: [{ name, bytes }], options: {}, into: "new" }, more };
}

/** Steps beyond which a journal begins anew from the document as it is. */
const LONG = 64;

async function compactLong(desk: Desk): Promise<void> {
  const { view, choices, source, busy } = useDocument.getState();
  if (!journal || !view || busy || compacting || journal.count() - compacted < LONG) return;
  compacting = true;
  const [of, count, known] = [journal, journal.count(), trail.done];
  const title = source?.kind === "files" ? (source.files[0]?.name.replace(/\.[^.]*$/, "") ?? "") : "";
  const written = await desk.call("write", { file: "project", parameters: choices, title });
  compacting = false;
  // Whatever was done meanwhile may be in what was written, or may not: it is left for the next time.
  if (written.state !== "done" || journal !== of || of.count() !== count || !begun) return;
  const { name, bytes } = written.output;
  const base = baseOf({ name, bytes: bytes as Uint8Array<ArrayBuffer> }, { choices, kept: false });
  begun = { ...begun, base, done: known };
  trail = { done: known, undone: [], before: known.length };
  compacted = count;
  of.compact(base, count, head(useDocument.getState()));
}
