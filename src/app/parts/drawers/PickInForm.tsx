import { PickPlace } from "../../../ui/editing/PickPlace.tsx";
import type { Texts } from "../../../ui/editing/RowForm.tsx";
import { placeTexts, typedPlace } from "../../derived/typed-place.ts";
import { useAskPlace, usePin } from "./use-place.ts";

interface Props {
  /** The row that the form is of. */
  readonly of: string;
  readonly name: string | undefined;
  readonly typed: Texts;
  readonly onTyped: (texts: Texts) => void;
}

/** Fills in the coordinates of a form from the map, and marks there what they say; nothing where there is no map. */
export function PickInForm({ of, name, typed, onTyped }: Props) {
  usePin(typedPlace(typed.lon, typed.lat));
  const ask = useAskPlace(of);
  return ask && <PickPlace onPick={() => ask({ name, onPlace: (at) => onTyped(placeTexts(at)) })} />;
}
