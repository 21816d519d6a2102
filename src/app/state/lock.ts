import { create } from "zustand";
import type { Source } from "../../../workers/protocol.ts";
import { issue } from "../../core/base/issue.ts";
import { type Claim, claimsOfPage } from "../../platform/browser/claims.ts";
import { pageName } from "../../platform/browser/page-name.ts";
import { useDocument } from "./document.ts";

/** Whether this page may change the open project: one page of this browser may at a time. */
export interface Pen {
  /** asking: not known yet. */
  readonly held: "mine" | "elsewhere" | "asking";
  /** It came from another page that had it before, and nobody has said so yet. */
  readonly given: boolean;
}

export const usePen = create<Pen>(() => ({ held: "asking", given: false }));

/** This page, as others know it. */
export const PAGE = pageName();
export const claims = claimsOfPage(PAGE);

/** From now on the open project is claimed, whichever it is, and let go of with it. */
export function claimOpenProject(): void {
  claims.claim(pageClaim(PAGE), () => {});
  let opened: string | undefined;
  useDocument.subscribe(({ source }) => {
    const project = source && projectClaim(source);
    if (project === opened) return;
    opened = project;
    for (const { claim } of held.values()) claim.release();
    held.clear();
    usePen.setState({ held: "asking", given: false });
    if (project !== undefined) claimToo(project);
  });
}

/** The open project stands in this file now: whoever opens it there may only read it. */
export function claimFile(name: string): void {
  claimToo(fileClaim(name));
}

/** What is claimed for the open project, and what became of it. */
const held = new Map<string, { readonly claim: Claim; is: Pen["held"] }>();

function claimToo(name: string): void {
  if (held.has(name)) return;
  const claim = claims.claim(name, (mine) => {
    const one = held.get(name);
    if (one?.claim !== claim) return;
    one.is = mine ? "mine" : "elsewhere";
    const all = [...held.values()].map(({ is }) => is);
    const now = all.includes("elsewhere") ? "elsewhere" : all.includes("asking") ? "asking" : "mine";
    usePen.setState((before) => ({ held: now, given: now === "mine" && before.held === "elsewhere" }));
  });
  held.set(name, { claim, is: "asking" });
}

/** Once it is known. */
export function mayChange(): Promise<boolean> {
  return new Promise((resolve) => {
    const { held } = usePen.getState();
    if (held !== "asking") return resolve(held === "mine");
    const stop = usePen.subscribe((pen) => {
      if (pen.held === "asking") return;
      stop();
      resolve(pen.held === "mine");
    });
  });
}

/** Says that another page has the pen. */
export function refuseChange(): void {
  const issues = [issue("edit.open-elsewhere", "error", {})];
  useDocument.setState({
    problem: { during: "editing", issues, message: undefined, cancelled: false, lost: false },
  });
}

/** What a page claims as long as it is there. */
export function pageClaim(page: string): string {
  return `page ${page}`;
}

/** A project file is known by its name, however it was changed; tables, which become a new project, by all of them. */
function projectClaim(source: Source): string {
  if (source.kind === "demo") return `demo ${source.city} ${source.size} ${source.seed}`;
  const [first, another] = source.files;
  if (first && !another && first.name.toLowerCase().endsWith(".quan")) return fileClaim(first.name);
  return `tables ${source.files.map(({ name, bytes }) => `${name} ${bytes.length}`).join(" ")}`;
}

function fileClaim(name: string): string {
  return `project ${name}`;
}
