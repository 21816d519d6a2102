import { create } from "zustand";
import type { LngLat } from "../../core/geo/lng-lat.ts";

/** What is to be put somewhere by a click on the map. */
export interface Asked {
  /** What it is called; absent for something new without a name. */
  readonly name: string | undefined;
  readonly onPlace: (at: LngLat) => void;
}

interface Placing {
  /** A place is asked for on the map. */
  readonly asked: Asked | undefined;
  /** What was answered last. */
  readonly answer: LngLat | undefined;
  /** Where something is to stand that is not in the document yet. */
  readonly pin: LngLat | undefined;
}

export const usePlacing = create<Placing>(() => ({ asked: undefined, answer: undefined, pin: undefined }));

export function askPlace(asked: Asked): void {
  usePlacing.setState({ asked, answer: undefined });
}

/** Answers what is asked, in degrees of six decimals: about 10 cm. */
export function answerPlace(lng: number, lat: number): void {
  const { asked } = usePlacing.getState();
  const answer = { lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) };
  usePlacing.setState({ asked: undefined, answer });
  asked?.onPlace(answer);
}

/** Asks no longer; whether a place was asked for. */
export function askNoPlace(): boolean {
  const asked = usePlacing.getState().asked !== undefined;
  if (asked) usePlacing.setState({ asked: undefined });
  return asked;
}
