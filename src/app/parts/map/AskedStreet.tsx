import { StreetAsk } from "../../../ui/map-tools/StreetAsk.tsx";
import { useWords } from "../../../ui/words.ts";
import { finishStreet, takeBackCorner } from "../../commands/streets.ts";
import { streetChangeWords } from "../../derived/street-change-words.ts";
import { useDesk } from "../../desk-context.ts";
import { type AskedStreet as Asked, askNoPlace } from "../../state/placing.ts";
import { useReturn } from "../../state/return.ts";

/** Says that a street is asked for on the map, and what was found or drawn. */
export function AskedStreet({ of: { kind, found, line, wrong } }: { readonly of: Asked }) {
  useReturn();
  const desk = useDesk();
  const { t, sentence } = useWords();
  const isReady = kind === "add" ? line.length > 1 : found !== undefined;
  return (
    <StreetAsk
      kind={kind}
      found={
        kind === "add"
          ? line.length > 1
            ? streetChangeWords({ kind: "added", line, tags: {} }, t)
            : undefined
          : found && streetChangeWords(found.change, t)
      }
      wrong={wrong && sentence(wrong)}
      onFinish={isReady ? () => void finishStreet(desk) : undefined}
      onTakeBack={kind === "add" && line.length > 0 ? () => takeBackCorner(desk) : undefined}
      onCancel={() => void askNoPlace()}
    />
  );
}
