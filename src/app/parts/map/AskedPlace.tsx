import { areaOf } from "../../../core/geo/ring.ts";
import type { OutlineDrawing } from "../../../map/outline-drawing.ts";
import { OutlineAsk } from "../../../ui/map-tools/OutlineAsk.tsx";
import { PlaceAsk } from "../../../ui/map-tools/PlaceAsk.tsx";
import { useWords } from "../../../ui/words.ts";
import { type AskedOutline, askNoPlace, usePlacing } from "../../state/placing.ts";
import { useReturn } from "../../state/return.ts";
import { AskedStreet } from "./AskedStreet.tsx";

/** Says what the map asks for, if it does: a place, or an outline that `drawing` draws. */
export function AskedPlace({ drawing }: { readonly drawing: () => OutlineDrawing | undefined }) {
  const asked = usePlacing((placing) => placing.asked);
  const outline = usePlacing((placing) => placing.outlineAsked);
  const street = usePlacing((placing) => placing.street);
  if (street) return <AskedStreet of={street} />;
  if (outline) return <AskingOutline of={outline} drawing={drawing} />;
  return asked && <Asking name={asked.name} />;
}

function Asking({ name }: { readonly name: string | undefined }) {
  useReturn();
  return <PlaceAsk name={name} onCancel={() => void askNoPlace()} />;
}

interface OutlineProps {
  readonly of: AskedOutline;
  readonly drawing: () => OutlineDrawing | undefined;
}

function AskingOutline({ of: { name, begin }, drawing }: OutlineProps) {
  useReturn();
  const { sentence } = useWords();
  const sketch = usePlacing((placing) => placing.sketch);
  const { shape = [], begun = false, wrong, chosen } = sketch ?? {};
  return (
    <OutlineAsk
      name={name}
      changing={begin !== undefined}
      corners={shape.flat(2).length}
      area={areaOf(shape)}
      wrong={wrong && sentence(wrong)}
      onFinish={() => drawing()?.finish()}
      onTakeBack={begun ? () => drawing()?.takeBack() : undefined}
      onAdd={() => drawing()?.addHere()}
      onRemove={chosen && (() => drawing()?.removeChosen())}
      onCancel={() => void askNoPlace()}
    />
  );
}
