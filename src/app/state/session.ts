import { create } from "zustand";
import type { ImportChoices, TypedTable } from "../../../workers/protocol.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { AreaListed } from "../../ui/areas/AreaChoices.tsx";
import type { PaintedBy, Shade } from "../../ui/frame/Legend.tsx";
import type { MethodPart } from "../../ui/method/method-facts.ts";
import type { CheckFilter } from "../../ui/tables/check-filter.ts";
import type { Tier } from "../../ui/tables/facts.ts";
import { ALL_ZONES, type ZoneFilter } from "../../ui/tables/zone-filter.ts";
import { subjectOfArea } from "../derived/area-id.ts";

/** What is looked at: dropped with the page, never part of the document. */
export interface Session {
  readonly tab: Tab;
  readonly tier: Tier;
  readonly subject: CareSubject;
  readonly areaList: AreaListed;
  readonly zoneFilter: ZoneFilter;
  /** The kind of facility that is looked at alone, in list and map; or those without a place, in the list. */
  readonly facilityKind: string | undefined;
  /** Which facilities are listed alone, by whether somebody checked them. */
  readonly facilityCheck: CheckFilter | undefined;
  /** Columns that were chosen, by list. */
  readonly columns: Readonly<Partial<Record<List, readonly string[]>>>;
  readonly selection: Selection | undefined;
  /** Zones picked to be looked at together, by id. */
  readonly picked: ReadonlySet<string>;
  /** Units marked on the map, by id. */
  readonly marked: readonly string[];
  readonly hovered: {
    readonly zone?: number;
    readonly unit?: string;
    readonly area?: string;
    /** A place of the plan on screen, as `placeKey` has it. */
    readonly place?: string;
  };
  /** As chosen; what is looked at decides as long as nobody has. */
  readonly shade: Shade | undefined;
  readonly rings: boolean;
  /** The ground within a walk of any facility of the subject is shaded. */
  readonly walkArea: boolean;
  readonly printing: Printing | undefined;
  /** What is to come in place of a document that is not saved, once the user agrees. */
  readonly leaving: { readonly goOn: () => void } | undefined;
  readonly sheet: SheetHeight;
  readonly scheme: "system" | "light" | "dark";
  readonly reportShown: boolean;
  readonly standardsShown: boolean;
  /** The page of the method is open, and with which part it began. */
  readonly method: { readonly at?: MethodPart } | undefined;
  /** Rows that are edited as a sheet, by id, in the order they were listed in. */
  readonly grid: { readonly table: TypedTable; readonly ids: readonly string[] } | undefined;
  readonly importChoices: ImportChoices;
}

export const TABS = ["units", "zones", "areas", "facilities", "plans", "city"] as const;
export type Tab = (typeof TABS)[number];
export type List = Exclude<Tab, "city"> | AreaListed;
export type Selection =
  | SelectedRow
  | { readonly kind: "changes" }
  /** What was done to the project. */
  | { readonly kind: "history" }
  /** A facility, a zone or a candidate site that is to be added. */
  | { readonly kind: "new-facility" }
  | { readonly kind: "new-site" }
  | { readonly kind: "new-zone" }
  /** Two zones side by side. */
  | { readonly kind: "pair"; readonly ids: readonly [string, string] };
export const ROWS = ["zone", "facility", "unit", "area", "site"] as const;
export interface SelectedRow {
  readonly kind: (typeof ROWS)[number];
  /** Of a 片区: as `areaId` has it. */
  readonly id: string;
  /** Chosen on the map, where it is in view already. */
  readonly onMap?: boolean;
  /** The keyboard goes on into what is known of it. */
  readonly entered?: boolean;
}
/** What is being printed: a page of a zone, of a 街道, one of each 街道, the method, or a plan. */
export type Printing =
  | { readonly kind: "zone"; readonly id: string }
  | { readonly kind: "street"; readonly id: string }
  | { readonly kind: "streets" }
  | { readonly kind: "method" }
  /** The report of the plan on screen, and a page of each 街道 if that is asked for. */
  | { readonly kind: "plan"; readonly streets: boolean };
export type SheetHeight = "low" | "middle" | "high";

const NONE: ReadonlySet<string> = new Set();

export const useSession = create<Session>(() => ({
  tab: "units",
  tier: "street",
  subject: "elderly",
  areaList: "areas",
  zoneFilter: ALL_ZONES,
  facilityKind: undefined,
  facilityCheck: undefined,
  columns: {},
  selection: undefined,
  picked: NONE,
  marked: [],
  hovered: {},
  shade: undefined,
  rings: false,
  walkArea: false,
  printing: undefined,
  leaving: undefined,
  sheet: "middle",
  scheme: "system",
  reportShown: false,
  standardsShown: false,
  method: undefined,
  grid: undefined,
  importChoices: {},
}));

/** What was said of an import holds for the next one too, but for what becomes of other rows. */
export function rememberChoices({ others: _others, ...lasting }: ImportChoices): void {
  useSession.setState({ importChoices: lasting });
}

/** Another document is there: nothing of the last one is looked at any more. */
export function lookAnew(): void {
  useSession.setState({
    selection: undefined,
    picked: NONE,
    marked: [],
    hovered: {},
    zoneFilter: ALL_ZONES,
    facilityKind: undefined,
    facilityCheck: undefined,
    grid: undefined,
  });
}

/** Picks zones, or lets go of them. */
export function pick(ids: readonly string[], picked: boolean): void {
  const all = new Set(useSession.getState().picked);
  for (const id of ids) {
    if (picked) all.add(id);
    else all.delete(id);
  }
  useSession.setState(({ zoneFilter }) => ({
    picked: all,
    zoneFilter: zoneFilter.among?.why === "picked" ? amongPicked(zoneFilter, all) : zoneFilter,
  }));
}

/** Lists the picked zones alone, or all again. */
export function listPickedAlone(alone: boolean): void {
  useSession.setState(({ zoneFilter, picked }) => ({
    zoneFilter: amongPicked(zoneFilter, alone ? picked : NONE),
  }));
}

function amongPicked(filter: ZoneFilter, ids: ReadonlySet<string>): ZoneFilter {
  return { ...filter, among: ids.size > 0 ? { why: "picked", ids } : undefined };
}

/** Lists those zones alone for which a condition holds. */
export function listZones(condition: Partial<ZoneFilter>): void {
  useSession.setState({ tab: "zones", selection: undefined, zoneFilter: { ...ALL_ZONES, ...condition } });
}

/** Points at a zone, a unit, a 片区 or a place of a plan, or at nothing. */
export function hover(at: Session["hovered"]): void {
  const { hovered } = useSession.getState();
  const isSame = (["zone", "unit", "area", "place"] as const).every((kind) => hovered[kind] === at[kind]);
  if (!isSame) useSession.setState({ hovered: at });
}

/** The row that is chosen, if it is one. */
export function rowChosen(selection: Selection | undefined): SelectedRow | undefined {
  return selection && "id" in selection ? selection : undefined;
}

/**
 * Chooses something and opens the list it stands in, or the one it was chosen from; `entered`: and the keyboard goes on
 * into what is known of it.
 */
export function select(selection: SelectedRow, entered = false, tab: Tab = LISTED_IN[selection.kind]): void {
  const subject = selection.kind === "area" ? subjectOfArea(selection.id) : undefined;
  useSession.setState({
    selection: entered ? { ...selection, entered } : selection,
    tab,
    ...(subject && { subject }),
  });
}

const LISTED_IN = {
  zone: "zones",
  facility: "facilities",
  unit: "units",
  area: "areas",
  site: "plans",
} as const satisfies Record<SelectedRow["kind"], Tab>;

/**
 * What is coloured: 街道 while their list is read, zones by their served share while 片区 or plans are, else by verdict; or what
 * was chosen, where it can be drawn.
 */
export function shadeOf({ shade, tab, selection }: Session, ground: boolean): Shade {
  const chosen = shade ?? (tab === "units" && selection === undefined ? "streets" : shadeBeside(tab));
  return chosen === "streets" && !ground ? "verdict" : chosen;
}

/** What zones are painted by: of 片区 and plans, what the allocation gives, where there is one. */
export function paintedBy(shade: Shade, { tab }: Pick<Session, "tab">, allocated: boolean): PaintedBy {
  return shade === "share" && BY_SHARE.has(tab) && allocated ? "allocated" : shade;
}

function shadeBeside(tab: Tab): Shade {
  return BY_SHARE.has(tab) ? "share" : "verdict";
}

const BY_SHARE: ReadonlySet<Tab> = new Set(["areas", "plans"]);
