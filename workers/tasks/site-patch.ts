import { issue } from "../../src/core/base/issue.ts";
import { indexOfId } from "../../src/core/base/order.ts";
import { done, type Outcome, refused } from "../../src/core/base/outcome.ts";
import { addSite, changeSite, deleteSite } from "../../src/core/model/edits/change-site.ts";
import type { Patch } from "../../src/core/model/patch.ts";
import type { Project } from "../../src/core/model/project.ts";
import type { CandidateSite } from "../../src/core/model/site.ts";
import { typedSite, typedSiteChange, writtenSite } from "../../src/io/typed/typed-site.ts";
import type { Edit } from "../edit.ts";
import type { Tasks } from "../protocol.ts";

type SiteEdit = Extract<Edit, { readonly kind: "add-site" | "change-site" | "delete-site" }>;

/** The patch that an edit of a candidate site comes to, or why it cannot be made; loaded with the first of them. */
export function sitePatch(project: Project, edit: SiteEdit): Outcome<Patch> {
  switch (edit.kind) {
    case "add-site": {
      const read = typedSite(edit.typed);
      return read.ok ? addSite(project, read.value) : read;
    }
    case "change-site": {
      const before = siteOf(project, edit.id);
      if (!before.ok) return before;
      const change = typedSiteChange(before.value, edit.typed);
      return change.ok ? changeSite(project, { id: edit.id, change: change.value }) : change;
    }
    case "delete-site":
      return deleteSite(project, edit);
  }
}

/** A candidate site as texts that can be typed over. */
export function siteTexts(project: Project, id: string): Outcome<Tasks["texts"]["output"]> {
  const site = siteOf(project, id);
  return site.ok ? done(writtenSite(site.value)) : site;
}

function siteOf({ sites }: Project, id: string): Outcome<CandidateSite> {
  const site = sites[indexOfId(sites, id)];
  return site ? done(site) : refused(issue("edit.unknown-site", "error", { id }, { id }));
}
