import { areaOf } from "../../../core/geo/ring.ts";
import type { CityMap } from "../../../map/map-contract.ts";
import { OutlineAsk } from "../../../ui/map-tools/OutlineAsk.tsx";
import { PlaceAsk } from "../../../ui/map-tools/PlaceAsk.tsx";
import { useWords } from "../../../ui/words.ts";
import { type Asked, type AskedOutline, askNoPlace, usePlacing } from "../../state/placing.ts";
import { usePlans } from "../../state/plans.ts";
import { useReturn } from "../../state/return.ts";
import { AskedStreet } from "./AskedStreet.tsx";
import { DraftedEffect } from "./DraftedEffect.tsx";
import { HeldSite } from "./HeldSite.tsx";

interface Props {
  readonly map: React.RefObject<CityMap | undefined>;
}

/** Says what the map asks for, if it does: a place, an outline or a street; and what it would come to, also of a drag. */
export function AskedPlace({ map }: Props) {
  const asked = usePlacing((placing) => placing.asked);
  const outline = usePlacing((placing) => placing.outlineAsked);
  const street = usePlacing((placing) => placing.street);
  const isDragged = usePlacing(({ aim }) => aim?.dragged !== undefined);
  const isHeld = usePlans(({ trial }) => trial?.isHeld === true);
  if (street) return <AskedStreet of={street} />;
  if (outline) return <AskingOutline of={outline} map={map} />;
  if (asked) return <Asking of={asked} map={map} />;
  return (
    (isDragged || isHeld) && (
      <div className="place-ask dragging">
        {isDragged && <DraftedEffect />}
        <HeldSite />
      </div>
    )
  );
}

function Asking({ of: { name, tried }, map }: Props & { readonly of: Asked }) {
  useReturn();
  return (
    <PlaceAsk name={name} onHere={() => map.current?.putInMiddle()} onCancel={() => void askNoPlace()}>
      {tried && <p className="remark">{tried}</p>}
      <DraftedEffect />
      <HeldSite />
    </PlaceAsk>
  );
}

function AskingOutline({ of: { name, begin }, map }: Props & { readonly of: AskedOutline }) {
  useReturn();
  const { sentence } = useWords();
  const sketch = usePlacing((placing) => placing.sketch);
  const drawing = () => map.current?.outline();
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
    >
      <DraftedEffect />
    </OutlineAsk>
  );
}
