import type { Edit } from "../../../../workers/edit.ts";
import { EffectPanel } from "../../../ui/evidence/EffectPanel.tsx";
import { useEditEffect } from "../../state/effect.ts";
import { useUncounted } from "../../state/uncounted.ts";

interface Props {
  readonly title: string;
  readonly edit: Edit;
  readonly onZone?: (id: string) => void;
}

/** What an edit would do to the zones around, before it is made. */
export function EditEffect({ title, edit, onZone }: Props) {
  const asked = useEditEffect(edit);
  const reason = useUncounted(edit);
  return asked && <EffectPanel title={title} {...asked} onZone={onZone} reason={reason} />;
}
