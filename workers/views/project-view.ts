import { packsInUse } from "../../src/core/analysis/packs-in-use.ts";
import { checkCode } from "../../src/core/model/check-status.ts";
import { areaFor } from "../../src/core/model/facility.ts";
import type { Project } from "../../src/core/model/project.ts";
import { lineOfChange } from "../../src/core/network/street-near.ts";
import type { Standards } from "../../src/core/standards/standards.ts";
import { inventedIn } from "../../src/io/to-model/parcel-facility.ts";
import type { FacilityView, ProjectView, SiteView, UnitView, ZoneView } from "../protocol.ts";
import { backdropFeatures } from "./backdrop.ts";
import { numbers, polygonColumns, words } from "./columns.ts";

/** The document as the screen needs it. Every column is made for this view, so it may be moved to another thread. */
export function projectView(project: Project, standards: Standards): ProjectView {
  return {
    name: project.name,
    origin: project.origin,
    ...(project.asOf !== undefined && { asOf: project.asOf }),
    zones: zoneView(project),
    facilities: facilityView(project),
    sites: siteView(project),
    invented: inventedIn(project),
    units: project.units.map(unitView),
    backdrop: backdropFeatures(project.backdrop, project.streets),
    ways: project.streets?.tags.length ?? 0,
    streetChanges: changesShown(project),
    packs: [...packsInUse(project, standards).keys()],
    ...(project.pack !== undefined && { pack: project.pack }),
    ...(project.parameters !== undefined && { parameters: project.parameters }),
    customPacks: project.customPacks,
  };
}

function changesShown({ streets, streetChanges = [] }: Project): ProjectView["streetChanges"] {
  return streetChanges.map((change) => ({ change, line: streets ? lineOfChange(streets, change) : [] }));
}

function zoneView({ zones }: Project): ZoneView {
  return {
    ids: zones.map(({ id }) => id),
    names: words(zones, ({ name }) => name),
    streets: words(zones, ({ street }) => street),
    communities: words(zones, ({ community }) => community),
    districts: words(zones, ({ district }) => district),
    status: zones.map(({ status }) => status),
    checks: Uint8Array.from(zones, checkCode),
    households: numbers(zones, ({ households }) => households),
    residents: numbers(zones, ({ residents }) => residents),
    elderly60: numbers(zones, ({ elderly60 }) => elderly60),
    under3: numbers(zones, ({ under3 }) => under3),
    lng: numbers(zones, ({ at, shape }) => at?.lng ?? shape?.[0]?.[0][0]?.lng),
    lat: numbers(zones, ({ at, shape }) => at?.lat ?? shape?.[0]?.[0][0]?.lat),
    shapes: polygonColumns(zones, ({ shape }) => shape),
  };
}

function facilityView({ facilities }: Project): FacilityView {
  return {
    ids: facilities.map(({ id }) => id),
    names: words(facilities, ({ name }) => name),
    kinds: facilities.map(({ kind }) => kind),
    statuses: facilities.map(({ status }) => status ?? "unknown"),
    checks: Uint8Array.from(facilities, checkCode),
    lng: numbers(facilities, ({ at }) => at?.lng),
    lat: numbers(facilities, ({ at }) => at?.lat),
    elderlyArea: numbers(facilities, (facility) => areaFor(facility, "elderly")),
    childcareArea: numbers(facilities, (facility) => areaFor(facility, "childcare")),
    slots: numbers(facilities, ({ slots }) => slots),
  };
}

function siteView({ sites }: Project): SiteView {
  return {
    ids: sites.map(({ id }) => id),
    names: words(sites, ({ name }) => name),
    lng: numbers(sites, ({ at }) => at.lng),
    lat: numbers(sites, ({ at }) => at.lat),
    stated: sites.map(({ id: _id, name: _name, at: _at, ...rest }) => JSON.stringify(rest)),
  };
}

function unitView(unit: Project["units"][number]): UnitView {
  return {
    id: unit.id,
    name: unit.name,
    level: unit.level,
    ...(unit.parent !== undefined && { parent: unit.parent }),
    shapes: polygonColumns([unit], ({ shape }) => shape),
  };
}
