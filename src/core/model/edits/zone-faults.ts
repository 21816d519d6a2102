import { type Issue, issue } from "../../base/issue.ts";
import type { ResidentialZone } from "../residential-zone.ts";
import { countFaults } from "./count-faults.ts";
import type { Members } from "./with-members.ts";

/** Why a zone cannot be as it is to be. Only what is changed is asked about: what was taken in before stands. */
export function zoneFaults(id: string, change: Members<ResidentialZone>): readonly Issue[] {
  const { status, households, residents, elderly60, under3, residentialArea } = change;
  const known = ["new", "existing"];
  return [
    ...countFaults(id, { amounts: [residentialArea], counts: [households, residents, elderly60, under3] }),
    ...(status === undefined || known.includes(status)
      ? []
      : [issue("edit.unknown-status", "error", { status: String(status), words: known }, { id })]),
  ];
}
