import { catchment } from "../supply/catchment.ts";
import type { SupplyQuestion } from "../supply/demand.ts";
import { type EarlierFair, earlierLedger, type FairSupply, fair } from "../supply/fair.ts";
import { floating } from "../supply/floating.ts";
import { type HandOut, type LedgerHead, writeLedger } from "../supply/ledger.ts";
import { onsite } from "../supply/onsite.ts";
import type { SupplyMethod } from "./parameters.ts";

export interface Method {
  readonly screening: boolean;
  /** With an earlier one, only what differs is handed out anew; the answer is the same. */
  readonly supply: (question: SupplyQuestion, head: LedgerHead, earlier?: EarlierFair) => FairSupply;
  readonly rests: RestsOn;
}

/** What a zone's part depends on: its own rooms, also its links, or what everybody lacks. */
export type RestsOn = "own" | "links" | "everybody";

/** The supply methods, by name. */
export const METHODS: Readonly<Record<SupplyMethod, Method>> = {
  onsite: { screening: false, supply: handingOut(onsite, "own"), rests: "own" },
  catchment: { screening: true, supply: handingOut(catchment, "links"), rests: "links" },
  floating: { screening: true, supply: handingOut(floating, "everybody"), rests: "everybody" },
  fair: { screening: false, supply: fair, rests: "everybody" },
};

function handingOut(handOut: (question: SupplyQuestion) => HandOut, rests: RestsOn): Method["supply"] {
  return (question, head, earlier) => {
    const old = rests === "everybody" ? undefined : earlier && earlierLedger(earlier);
    return { ledger: writeLedger(head, question.zoneCount, handOut(question), old) };
  };
}
