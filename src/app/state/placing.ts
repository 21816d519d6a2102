import { create } from "zustand";
import type { Edit } from "../../../workers/edit.ts";
import type { FacilityId } from "../../core/base/ids.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { LngLat, Polygon } from "../../core/geo/lng-lat.ts";
import type { FoundStreet, StreetAsked } from "../../core/network/street-near.ts";
import type { Sketch } from "../../map/sketch.ts";

/** What is to be put somewhere by a click on the map. */
export interface Asked {
  /** What it is called; absent for something new without a name. */
  readonly name: string | undefined;
  readonly onPlace: (at: LngLat) => void;
  /** Where it would be put while somebody aims; absent: nowhere any more, or nobody asks. */
  readonly onAim?: (at: LngLat | undefined) => void;
  /** What it would come to there; absent where that is told elsewhere. */
  readonly editAt?: (at: LngLat) => Edit;
  /** What is taken for granted for that, since nothing was said of it. */
  readonly tried?: string;
}

/** Where a click would put what is asked for, or letting go a facility that is dragged. */
export interface Aim {
  readonly at: LngLat;
  readonly dragged?: { readonly id: FacilityId; readonly giveUp: () => void };
}

/** An outline that is to be drawn on the map, or changed there. */
export interface AskedOutline {
  readonly name: string | undefined;
  /** What it is now, if it is to be changed. */
  readonly begin: readonly Polygon[] | undefined;
  readonly onOutline: (shape: readonly Polygon[]) => void;
  /** What it comes to; absent where that is told beside the form that it goes into. */
  readonly editOf?: (shape: readonly Polygon[]) => Edit;
}

/** A street that is to be closed or opened, pointed at on the map, or one to be added, drawn there. */
export interface AskedStreet {
  readonly kind: StreetAsked | "add";
  /** What was pointed at. */
  readonly found: FoundStreet | undefined;
  /** Corners of a new one so far. */
  readonly line: readonly LngLat[];
  /** Why nothing was found, or it cannot be changed so. */
  readonly wrong: Issue | undefined;
  readonly onPlace: (at: LngLat) => void;
}

/** How far an outline is drawn. */
export interface SketchSoFar extends Sketch {
  /** Something was done that can be taken back. */
  readonly begun: boolean;
  /** Why it is no outline yet, once that is to be told. */
  readonly wrong: Issue | undefined;
}

export interface Placing {
  /** A place is asked for on the map. */
  readonly asked: Asked | undefined;
  readonly aim: Aim | undefined;
  /** A place of a plan is dragged: how to give that up. */
  readonly held: (() => void) | undefined;
  /** What was answered last. */
  readonly answer: LngLat | undefined;
  /** Where something is to stand that is not in the document yet. */
  readonly pin: LngLat | undefined;
  /** An outline is asked for on the map. */
  readonly outlineAsked: AskedOutline | undefined;
  readonly sketch: SketchSoFar | undefined;
  /** A street is asked for on the map. */
  readonly street: AskedStreet | undefined;
  /** The outline of something that is not in the document yet. */
  readonly outline: readonly Polygon[] | undefined;
}

const NOTHING_ASKED = {
  ...{ asked: undefined, aim: undefined, held: undefined },
  ...{ outlineAsked: undefined, sketch: undefined, street: undefined },
};

export const usePlacing = create<Placing>(() => ({
  ...NOTHING_ASKED,
  answer: undefined,
  pin: undefined,
  outline: undefined,
}));

export function askPlace(asked: Asked): void {
  usePlacing.setState({ ...NOTHING_ASKED, asked, answer: undefined });
}

export function askOutline(outlineAsked: AskedOutline): void {
  usePlacing.setState({ ...NOTHING_ASKED, outlineAsked, answer: undefined });
}

export function askStreet(kind: AskedStreet["kind"], onPlace: AskedStreet["onPlace"]): void {
  const street = { kind, onPlace, found: undefined, line: [], wrong: undefined };
  usePlacing.setState({ ...NOTHING_ASKED, street, answer: undefined });
}

/** Says more of the street that is asked for, if one still is. */
export function showStreet(more: Partial<AskedStreet>): void {
  usePlacing.setState(({ street }) => ({ street: street && { ...street, ...more } }));
}

/** Keeps how far the outline that is asked for is drawn. */
export function showSketch(sketch: SketchSoFar): void {
  usePlacing.setState({ sketch });
}

/** Answers what is asked with an outline, `middle` being a place in it; it is the one that was there if nothing was done. */
export function answerOutline(shape: readonly Polygon[], middle: LngLat | undefined): void {
  const { outlineAsked, sketch } = usePlacing.getState();
  usePlacing.setState({ ...NOTHING_ASKED, answer: middle });
  if (sketch?.begun) outlineAsked?.onOutline(shape);
}

/** Aims at a place, or at none any more. */
export function aimAt(aim: Aim | undefined): void {
  usePlacing.setState({ aim });
  usePlacing.getState().asked?.onAim?.(aim?.at);
}

/** A place of a plan is dragged, and can be given up so; or none is any more. */
export function holdPlace(held: Placing["held"]): void {
  usePlacing.setState({ held });
}

/** Answers what is asked. */
export function answerPlace(lng: number, lat: number): void {
  const { asked, street } = usePlacing.getState();
  const answer = roundedPlace(lng, lat);
  // What is asked for is told by several clicks, and the map stays where it is.
  if (street) {
    street.onPlace(answer);
    return;
  }
  usePlacing.setState({ asked: undefined, aim: undefined, answer });
  asked?.onPlace(answer);
}

/** Asks no longer, and drags nothing; whether anything was asked for or dragged. */
export function askNoPlace(): boolean {
  const { asked, aim, held, outlineAsked, street } = usePlacing.getState();
  aim?.dragged?.giveUp();
  held?.();
  asked?.onAim?.(undefined);
  const isAsking = [asked, aim?.dragged, held, outlineAsked, street].some((one) => one !== undefined);
  if (isAsking) usePlacing.setState(NOTHING_ASKED);
  return isAsking;
}

/** In degrees of six decimals: about 10 cm. */
export function roundedPlace(lng: number, lat: number): LngLat {
  return { lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) };
}
