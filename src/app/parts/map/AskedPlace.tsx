import { PlaceAsk } from "../../../ui/map-tools/PlaceAsk.tsx";
import { askNoPlace, usePlacing } from "../../state/placing.ts";
import { useReturn } from "../../state/return.ts";

/** Says what the map asks for, if it does. */
export function AskedPlace() {
  const asked = usePlacing((placing) => placing.asked);
  return asked && <Asking name={asked.name} />;
}

function Asking({ name }: { readonly name: string | undefined }) {
  useReturn();
  return <PlaceAsk name={name} onCancel={() => void askNoPlace()} />;
}
