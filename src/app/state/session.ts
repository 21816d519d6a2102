import { create } from "zustand";
import type { ImportChoices } from "../../../workers/protocol.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { Shade } from "../../ui/frame/Legend.tsx";
import type { Tier } from "../../ui/tables/facts.ts";
import { ALL_ZONES, type ZoneFilter } from "../../ui/tables/zone-filter.ts";

/** What is looked at: dropped with the page, never part of the document. */
export interface Session {
  readonly tab: Tab;
  readonly tier: Tier;
  readonly subject: CareSubject;
  readonly zoneFilter: ZoneFilter;
  /** Columns that were chosen, by list. */
  readonly columns: Readonly<Partial<Record<Tab, readonly string[]>>>;
  readonly selection: Selection | undefined;
  readonly hovered: { readonly zone?: number; readonly unit?: string };
  /** As chosen; what is looked at decides as long as nobody has. */
  readonly shade: Shade | undefined;
  readonly rings: boolean;
  readonly printing: Printing | undefined;
  /** What is to come in place of a document that is not saved, once the user agrees. */
  readonly leaving: { readonly goOn: () => void } | undefined;
  readonly sheet: SheetHeight;
  readonly scheme: "system" | "light" | "dark";
  readonly reportShown: boolean;
  readonly standardsShown: boolean;
  readonly importChoices: ImportChoices;
}

export type Tab = "units" | "zones" | "facilities" | "city";
export type Selection = SelectedRow | { readonly kind: "changes" };
export interface SelectedRow {
  readonly kind: "zone" | "facility" | "unit";
  readonly id: string;
  /** Chosen on the map, where it is in view already. */
  readonly onMap?: boolean;
}
/** What is being printed: a page of a zone, of a 街道, or one of each 街道. */
export type Printing =
  | { readonly kind: "zone"; readonly id: string }
  | { readonly kind: "street"; readonly id: string }
  | { readonly kind: "streets" };
export type SheetHeight = "low" | "middle" | "high";

export const useSession = create<Session>(() => ({
  tab: "units",
  tier: "street",
  subject: "elderly",
  zoneFilter: ALL_ZONES,
  columns: {},
  selection: undefined,
  hovered: {},
  shade: undefined,
  rings: false,
  printing: undefined,
  leaving: undefined,
  sheet: "middle",
  scheme: "system",
  reportShown: false,
  standardsShown: false,
  importChoices: {},
}));

/** Lists those zones alone for which a condition holds. */
export function listZones(condition: Partial<ZoneFilter>): void {
  useSession.setState({ tab: "zones", selection: undefined, zoneFilter: { ...ALL_ZONES, ...condition } });
}

/** Points at a zone or a unit, or at nothing. */
export function hover(at: Session["hovered"]): void {
  const { hovered } = useSession.getState();
  if (hovered.zone !== at.zone || hovered.unit !== at.unit) useSession.setState({ hovered: at });
}

/** Chooses something and opens the list it stands in. */
export function select(selection: SelectedRow): void {
  const tab = ({ zone: "zones", facility: "facilities", unit: "units" } as const)[selection.kind];
  useSession.setState({ selection, tab });
}

/** What is coloured: 街道 while their list is read, else zones by verdict; or what was chosen, where it can be drawn. */
export function shadeOf({ shade, tab, selection }: Session, ground: boolean): Shade {
  const chosen = shade ?? (tab === "units" && selection === undefined ? "streets" : "verdict");
  return chosen === "streets" && !ground ? "verdict" : chosen;
}
