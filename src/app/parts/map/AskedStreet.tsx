import { StreetAsk } from "../../../ui/map-tools/StreetAsk.tsx";
import { useWords } from "../../../ui/words.ts";
import { finishStreet, takeBackCorner } from "../../commands/streets.ts";
import { draftedStreet } from "../../derived/drafted-edit.ts";
import { streetChangeWords } from "../../derived/street-change-words.ts";
import { useDesk } from "../../desk-context.ts";
import { type AskedStreet as Asked, askNoPlace } from "../../state/placing.ts";
import { useReturn } from "../../state/return.ts";
import { EditEffect } from "../drawers/EditEffect.tsx";

/** Says that a street is asked for on the map, and what was found or drawn. */
export function AskedStreet({ of: { kind, found, line, wrong } }: { readonly of: Asked }) {
  useReturn();
  const desk = useDesk();
  const { t, sentence } = useWords();
  const change = draftedStreet({ kind, found, line });
  return (
    <StreetAsk
      kind={kind}
      found={change && streetChangeWords(change, t)}
      wrong={wrong && sentence(wrong)}
      onFinish={change ? () => void finishStreet(desk) : undefined}
      onTakeBack={kind === "add" && line.length > 0 ? () => takeBackCorner(desk) : undefined}
      onCancel={() => void askNoPlace()}
    >
      {change && <EditEffect title={t("effect.title")} edit={{ kind: "change-street", change }} />}
    </StreetAsk>
  );
}
