import type { Desk } from "../../../workers/client.ts";
import type { DemoCityId, ImportChoices } from "../../../workers/protocol.ts";
import { issue } from "../../core/base/issue.ts";
import { DEMO_SEED } from "../../io/demo/shipped.ts";
import { addressMember, setAddressMember } from "../../platform/browser/address.ts";
import { askFiles, filesAt } from "../../platform/browser/file-places.ts";
import { chooseFiles } from "../../platform/browser/files.ts";
import { recentFile } from "../../platform/browser/recent-projects.ts";
import { useDocument } from "../state/document.ts";
import { readRecent } from "../state/recent.ts";
import { lookAnew } from "../state/session.ts";
import { analyse } from "./analyse.ts";
import { leave } from "./leave.ts";
import { load, OWN, resume } from "./load.ts";
import { leaveImport, openFiles, taken } from "./take-in.ts";

/** What a project or table file may be called. */
export const ACCEPTED =
  ".quan,.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.et,.ods,.geojson,.geojsonl,.json,.zip,.shp,.dbf,.prj,.cpg,.shx,.kml,.kmz,.gpkg,.parquet,.fgb";

/** Opens a demo city; `?size=city` in the address asks for its metropolis of 20,000 zones. */
export async function openCity(desk: Desk, city: DemoCityId): Promise<void> {
  const size = addressMember("size") === "city" ? "city" : "town";
  leaveImport();
  const answer = await load(desk, { kind: "demo", city, size, seed: DEMO_SEED });
  if (answer !== "done") return resume(desk);
  setAddressMember("city", city);
  await analyse(desk);
}

export async function openChosenFiles(desk: Desk, options: ImportChoices): Promise<void> {
  const places = await askFiles();
  const files = places ? await filesAt(places) : await chooseFiles(ACCEPTED);
  if (files.length > 0) openFiles(desk, files, options, places?.[0]);
}

/** Opens a project that was opened or saved here before; one that the browser has dropped meanwhile leaves the list. */
export async function openRecent(desk: Desk, name: string): Promise<void> {
  const bytes = await recentFile(name);
  if (bytes) leave(() => void taken(desk, [new File([bytes], name)], {}));
  else await readRecent();
}

/** Says that there is no such demo city. */
export function refuseCity(city: string): void {
  const issues = [issue("demo.unknown-city", "error", { city: city.slice(0, LONGEST_CITY) })];
  const problem = { during: "opening", message: undefined, cancelled: false, lost: false } as const;
  useDocument.setState({ problem: { ...problem, issues } });
}

const LONGEST_CITY = 40;

/** The page without a project. */
export function closeProject(): void {
  leaveImport();
  useDocument.getState().busy?.cancel();
  setAddressMember("city", OWN);
  lookAnew();
  useDocument.setState({
    ...{ source: undefined, view: undefined, report: undefined, results: undefined, busy: undefined },
    ...{ problem: undefined, stale: false, done: [], undone: [], earlier: undefined, saved: undefined },
  });
}
