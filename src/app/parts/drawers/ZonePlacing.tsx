import { useState } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import type { Issue } from "../../../core/base/issue.ts";
import { ZoneActions } from "../../../ui/editing/ZoneActions.tsx";
import { useWords } from "../../../ui/words.ts";
import { deleteZone, lossesOf, outlineZone, pointZone } from "../../commands/edit-zones.ts";
import { outlineOf } from "../../derived/outline-of.ts";
import { rowName } from "../../derived/row-name.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";
import { select } from "../../state/session.ts";
import { EditEffect } from "./EditEffect.tsx";
import { useAskOutline, useAskPlace } from "./use-place.ts";

interface Props {
  readonly zones: ProjectView["zones"];
  readonly row: number;
}

/** How the chosen zone is given a place or another one, and how it is deleted. */
export function ZonePlacing({ zones, row }: Props) {
  const { t, sentence } = useWords();
  const desk = useDesk();
  const id = zones.ids[row] ?? "";
  const name = rowName(zones, row);
  const askOutline = useAskOutline(id);
  const askPlace = useAskPlace(id);
  const remarks = useDocument(({ done }) => done.at(-1)?.remarks);
  const [losses, setLosses] = useState<{ readonly of: string; readonly issues: readonly Issue[] }>();
  const begin = outlineOf(zones.shapes, row);
  const isPlaced = Number.isFinite(zones.lng[row]) && Number.isFinite(zones.lat[row]);
  const ofThis = (remarks ?? []).filter(({ at }) => at.id === id);
  const askToDelete = async () => {
    const issues = await lossesOf(desk, id);
    if (issues.length === 0) await deleteZone(desk, id);
    else setLosses({ of: id, issues });
  };
  return (
    <>
      <ZoneActions
        remarks={ofThis.map(sentence)}
        place={begin ? "outline" : isPlaced ? "point" : "nowhere"}
        onOutline={
          askOutline &&
          (() =>
            askOutline({
              ...{ name, begin },
              onOutline: (shape) => void outlineZone(desk, id, shape),
              editOf: (shape) => ({ kind: "place-zone", id, place: { shape } }),
            }))
        }
        onPick={
          askPlace &&
          (() =>
            askPlace({
              name,
              onPlace: (at) => void pointZone(desk, id, at),
              editAt: (at) => ({ kind: "place-zone", id, place: { at } }),
            }))
        }
        onDelete={() => void askToDelete()}
        losses={losses?.of === id ? losses.issues.map(sentence) : undefined}
        onDeleteAnyway={() => void deleteZone(desk, id)}
        onKeep={() => setLosses(undefined)}
      />
      <EditEffect
        title={t("effect.deleting")}
        edit={{ kind: "delete-zone", id }}
        onZone={(zone) => select({ kind: "zone", id: zone })}
      />
    </>
  );
}
