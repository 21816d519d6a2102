import type { Desk } from "../../../workers/client.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { StreetAsked } from "../../core/network/street-near.ts";
import { draftedStreet } from "../derived/drafted-edit.ts";
import { type AskedStreet, askNoPlace, askStreet, showStreet, usePlacing } from "../state/placing.ts";
import { makeEdit, makeTyped } from "./edit.ts";

/** Asks on the map for a street to be closed or opened, or for the corners of a new one. */
export function startStreet(desk: Desk, kind: AskedStreet["kind"]): void {
  askStreet(kind, (at) => {
    if (kind === "add") void drawStreet(desk, (line) => [...line, at]);
    else void findStreet(desk, at, kind);
  });
}

/** Takes back the corner that was set last. */
export function takeBackCorner(desk: Desk): void {
  void drawStreet(desk, (line) => line.slice(0, -1));
}

/** Changes the street that was pointed at or drawn, as one step; what forbids it is told where it was asked for. */
export async function finishStreet(desk: Desk): Promise<void> {
  const { street } = usePlacing.getState();
  const change = street && draftedStreet(street);
  if (!change) return;
  const { issues } = await makeTyped(desk, { kind: "change-street", change }, () => void askNoPlace());
  showStreet({ wrong: issues[0] });
}

/** Takes a change back, told by its number in the list, from 0. */
export async function restoreStreet(desk: Desk, at: number): Promise<void> {
  await makeEdit(desk, { kind: "restore-street", at });
}

/** Draws a new street on, and tells what speaks against it, or that it joins no other. */
async function drawStreet(
  desk: Desk,
  next: (line: AskedStreet["line"]) => AskedStreet["line"],
): Promise<void> {
  const { street } = usePlacing.getState();
  if (!street) return;
  const drawn = { ...street, line: next(street.line), wrong: undefined };
  showStreet(drawn);
  const change = draftedStreet(drawn);
  if (!change) return;
  const answer = await desk.call("weigh", { kind: "change-street", change });
  const isStillSo = usePlacing.getState().street?.line === drawn.line;
  if (isStillSo && answer.state === "done") showStreet({ wrong: answer.output[0] });
}

async function findStreet(desk: Desk, at: LngLat, asked: StreetAsked): Promise<void> {
  const answer = await desk.call("streetAt", { at, asked });
  if (answer.state === "done") showStreet({ found: answer.output, wrong: undefined });
  else if (answer.state === "refused") showStreet({ found: undefined, wrong: answer.issues[0] });
}
