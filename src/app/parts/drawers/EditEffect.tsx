import type { Edit } from "../../../../workers/edit.ts";
import { EffectPanel } from "../../../ui/evidence/EffectPanel.tsx";
import { useEditEffect } from "../../state/effect.ts";

interface Props {
  readonly title: string;
  readonly edit: Edit;
  readonly onZone?: (id: string) => void;
}

/** What an edit would do to the zones around, before it is made. */
export function EditEffect({ title, edit, onZone }: Props) {
  const asked = useEditEffect(edit);
  return asked && <EffectPanel title={title} {...asked} onZone={onZone} />;
}
