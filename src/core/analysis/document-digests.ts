import { digestOf } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import type { RowMaps } from "../base/row-map.ts";
import { duplicatesAmong, type Suspected } from "../model/duplicates.ts";
import type { Project } from "../model/project.ts";
import { type TableDigest, tableDigest } from "./table-digest.ts";

/** Digests of what an analysis reads of a document. */
export interface DocumentDigests {
  readonly zones: TableDigest;
  readonly facilities: TableDigest;
  readonly units: TableDigest;
  readonly settings: Digest;
}

export interface EarlierDocument {
  readonly project: Project;
  readonly digests: DocumentDigests;
  readonly maps: RowMaps;
}

export function documentDigests(project: Project, earlier?: EarlierDocument): DocumentDigests {
  const of = (name: "zones" | "facilities") =>
    tableDigest(
      project[name],
      earlier && { rows: earlier.project[name], table: earlier.digests[name], map: earlier.maps[name] },
    );
  const { pack, customPacks, duplicateDecisions } = project;
  return {
    zones: of("zones"),
    facilities: of("facilities"),
    units: earlier?.project.units === project.units ? earlier.digests.units : tableDigest(project.units),
    settings: digestOf({ pack, customPacks, duplicateDecisions }),
  };
}

/** Suspected duplicates of a document, under the digests that they follow from. */
export interface Duplicates extends Suspected {
  readonly facilities: Digest;
  readonly settings: Digest;
}

export function duplicatesOf(
  project: Project,
  digests: DocumentDigests,
  before: Duplicates | undefined,
): Duplicates {
  const facilities = digests.facilities.digest;
  const { settings } = digests;
  if (before?.facilities === facilities && before.settings === settings) return before;
  return { facilities, settings, ...duplicatesAmong(project.facilities, project.duplicateDecisions) };
}
