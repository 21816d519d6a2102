import { packsInUse } from "../../src/core/analysis/packs-in-use.ts";
import { issue } from "../../src/core/base/issue.ts";
import { indexOfId } from "../../src/core/base/order.ts";
import { done, type Outcome, refused } from "../../src/core/base/outcome.ts";
import { addZone } from "../../src/core/model/edits/add-zone.ts";
import {
  addFacility,
  closeFacility,
  deleteFacility,
  reopenFacility,
} from "../../src/core/model/edits/change-facility.ts";
import { changeStreet, restoreStreet } from "../../src/core/model/edits/change-streets.ts";
import { deleteZone } from "../../src/core/model/edits/delete-zone.ts";
import { keepPack, removePack } from "../../src/core/model/edits/keep-pack.ts";
import { moveFacility } from "../../src/core/model/edits/move-facility.ts";
import { placeZone } from "../../src/core/model/edits/place-zone.ts";
import { restateZone } from "../../src/core/model/edits/restate-zone.ts";
import { ruleDuplicate } from "../../src/core/model/edits/rule-duplicate.ts";
import type { Facility } from "../../src/core/model/facility.ts";
import type { Patch } from "../../src/core/model/patch.ts";
import type { Project } from "../../src/core/model/project.ts";
import type { ResidentialZone } from "../../src/core/model/residential-zone.ts";
import type { Standards } from "../../src/core/standards/standards.ts";
import { stated } from "../../src/io/to-model/members.ts";
import type { Edit } from "../edit.ts";
import type { Tasks } from "../protocol.ts";

/** The patch that an edit comes to, or why it cannot be made. What is typed is read as the rows of a file are. */
export async function patchOf(project: Project, edit: Edit, standards: Standards): Promise<Outcome<Patch>> {
  switch (edit.kind) {
    case "keep-pack":
      return keepPack(project, edit.pack);
    case "remove-pack": {
      const { id, chosen } = edit;
      return removePack(project, { id, zonesJudged: packsInUse(project, standards, chosen).get(id) ?? 0 });
    }
    case "move-facility":
      return moveFacility(project, edit);
    case "add-facility": {
      const { typedFacility } = await import("../../src/io/typed/typed-facility.ts");
      const read = typedFacility(edit.typed);
      return read.ok ? addFacility(project, read.value) : read;
    }
    case "change-facility": {
      const { typedPatch } = await import("../../src/io/typed/typed-patch.ts");
      return typedPatch(project, { table: "facilities", id: edit.id }, edit.typed);
    }
    case "close-facility":
      return closeFacility(project, edit);
    case "reopen-facility":
      return reopenFacility(project, edit);
    case "delete-facility":
      return deleteFacility(project, edit);
    case "add-site":
    case "change-site":
    case "delete-site": {
      const { sitePatch } = await import("./site-patch.ts");
      return sitePatch(project, edit);
    }
    case "change-street":
      return changeStreet(project, edit.change);
    case "restore-street":
      return restoreStreet(project, edit.at);
    case "rule-duplicate":
      return ruleDuplicate(project, edit);
    case "add-zone": {
      const { typedZone } = await import("../../src/io/typed/typed-zone.ts");
      const { typedZonePlace } = await import("../../src/io/typed/typed-zone-place.ts");
      const { lon, lat, outline, ...typed } = edit.typed;
      const zone = typedZone(typed);
      if (!zone.ok) return zone;
      const place = typedZonePlace({}, stated({ lon, lat, outline }));
      return place.ok ? addZone(project, { zone: zone.value, place: place.value }) : place;
    }
    case "change-zone": {
      const before = zoneOf(project, edit.id);
      if (!before.ok) return before;
      const { typedZoneChange } = await import("../../src/io/typed/typed-zone.ts");
      const { typedZonePlace } = await import("../../src/io/typed/typed-zone-place.ts");
      const { lon, lat, outline, ...typed } = edit.typed;
      const change = typedZoneChange(before.value, typed);
      if (!change.ok) return change;
      const place = typedZonePlace(before.value, stated({ lon, lat, outline }));
      if (!place.ok) return place;
      return restateZone(project, { id: edit.id, change: change.value, place: place.value });
    }
    case "change-rows": {
      const { typedRowsPatch } = await import("../../src/io/typed/typed-rows.ts");
      const made = typedRowsPatch(project, edit);
      return made.ok && made.issues.length > 0 && edit.refused === "all" ? refused(...made.issues) : made;
    }
    case "place-zone":
      return placeZone(project, edit);
    case "delete-zone":
      return deleteZone(project, edit);
    case "apply":
      return done(edit.patch);
  }
}

/** A row as texts that can be typed over. */
export async function textsOf(
  project: Project,
  { table, id }: Tasks["texts"]["input"],
): Promise<Outcome<Tasks["texts"]["output"]>> {
  if (table === "facilities") {
    const facility = facilityOf(project, id);
    if (!facility.ok) return facility;
    const { writtenFacility } = await import("../../src/io/typed/typed-facility.ts");
    return done(writtenFacility(facility.value));
  }
  if (table === "sites") {
    const { siteTexts } = await import("./site-patch.ts");
    return siteTexts(project, id);
  }
  const zone = zoneOf(project, id);
  if (!zone.ok) return zone;
  const { writtenZone } = await import("../../src/io/typed/typed-zone.ts");
  const { writtenPlace } = await import("../../src/io/typed/typed-zone-place.ts");
  const { texts, unread } = writtenZone(zone.value);
  return done({ texts: { ...texts, ...writtenPlace(zone.value) }, unread });
}

function facilityOf({ facilities }: Project, id: string): Outcome<Facility> {
  const facility = facilities[indexOfId(facilities, id)];
  return facility ? done(facility) : refused(issue("edit.unknown-facility", "error", { id }, { id }));
}

function zoneOf({ zones }: Project, id: string): Outcome<ResidentialZone> {
  const zone = zones[indexOfId(zones, id)];
  return zone ? done(zone) : refused(issue("edit.unknown-zone", "error", { id }, { id }));
}
