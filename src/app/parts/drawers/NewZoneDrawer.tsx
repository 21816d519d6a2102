import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { tierOf } from "../../../core/deficit/territory.ts";
import type { AdminLevel } from "../../../core/model/admin-unit.ts";
import { today } from "../../../platform/browser/clock.ts";
import { newId } from "../../../platform/browser/new-id.ts";
import { zoneGroups } from "../../../ui/editing/form-fields.ts";
import { DrawOutline, PickPlace } from "../../../ui/editing/PickPlace.tsx";
import { useWords } from "../../../ui/words.ts";
import { addZone } from "../../commands/edit-zones.ts";
import { placeTexts, typedPlace } from "../../derived/typed-place.ts";
import { useDesk } from "../../desk-context.ts";
import { EditEffect } from "./EditEffect.tsx";
import { NewRowDrawer } from "./NewRowDrawer.tsx";
import { useNewRow } from "./use-new-row.ts";
import { useAskOutline, useAskPlace, useOutline, usePin } from "./use-place.ts";
import { outlineText, useTypedOutline } from "./use-typed-outline.ts";

/** The form of a zone that is to be added: with an id that is free, its source and today's date to begin with. */
export function NewZoneDrawer({ view }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const desk = useDesk();
  const groups = useMemo(() => zoneGroups(t, { isNew: true, streets: streetsOf(view) }), [t, view]);
  const row = useNewRow(() => ({
    id: newId(view.zones.ids),
    source: t("editing.byHand"),
    date: today(),
  }));
  const { typed, typeIn, rowOf, name } = row;
  const outline = useTypedOutline(typed.outline);
  useOutline(outline);
  usePin(outline ? undefined : typedPlace(typed.lon, typed.lat));
  const askOutline = useAskOutline("new-zone");
  const askPlace = useAskPlace("new-zone");
  return (
    <NewRowDrawer
      label={t("editing.addZone")}
      groups={groups}
      of={row}
      kind="zone"
      add={(zone, onMade) => addZone(desk, zone, onMade)}
      after={{
        outline: askOutline && (
          <DrawOutline
            drawn={outline !== undefined}
            onDraw={() =>
              askOutline({
                name,
                begin: outline,
                onOutline: (shape) => void outlineText(shape).then((outline) => typeIn({ outline })),
              })
            }
          />
        ),
        lat: askPlace && (
          <PickPlace
            onPick={() =>
              askPlace({
                name,
                onPlace: (at) => typeIn(placeTexts(at)),
                editAt: (at) => ({ kind: "add-zone", typed: rowOf({ ...typed, ...placeTexts(at) }) }),
              })
            }
          />
        ),
      }}
      told={(changed) =>
        Object.keys(changed).length > 0 && (
          <EditEffect title={t("effect.title")} edit={{ kind: "add-zone", typed: rowOf(changed) }} />
        )
      }
    />
  );
}

/** Names of 街道 and 镇, of units and as zones state them. */
function streetsOf({ units, zones }: ProjectView): readonly string[] {
  const drawn = units.filter(({ level }) => tierOf(level as AdminLevel) === 1).map(({ name }) => name);
  return [...new Set([...drawn, ...zones.streets])].filter((name) => name !== "").sort();
}
