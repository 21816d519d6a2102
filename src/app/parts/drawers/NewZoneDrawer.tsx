import { useMemo, useState } from "react";
import type { NewZoneField, PlaceField, ProjectView, Typed } from "../../../../workers/protocol.ts";
import type { Issue } from "../../../core/base/issue.ts";
import { tierOf } from "../../../core/deficit/territory.ts";
import type { AdminLevel } from "../../../core/model/admin-unit.ts";
import { today } from "../../../platform/browser/clock.ts";
import { newId } from "../../../platform/browser/new-id.ts";
import { zoneGroups } from "../../../ui/editing/form-fields.ts";
import { DrawOutline, PickPlace } from "../../../ui/editing/PickPlace.tsx";
import { RowForm, type Texts } from "../../../ui/editing/RowForm.tsx";
import { useWords } from "../../../ui/words.ts";
import { addZone } from "../../commands/edit-zones.ts";
import { placeTexts, typedPlace } from "../../derived/typed-place.ts";
import { useDesk } from "../../desk-context.ts";
import { select, useSession } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";
import { EditEffect } from "./EditEffect.tsx";
import { useAskOutline, useAskPlace, useOutline, usePin } from "./use-place.ts";
import { outlineText, useTypedOutline } from "./use-typed-outline.ts";

/** The form of a zone that is to be added: with an id that is free, its source and today's date to begin with. */
export function NewZoneDrawer({ view }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const desk = useDesk();
  const groups = useMemo(() => zoneGroups(t, { isNew: true, streets: streetsOf(view) }), [t, view]);
  const [begun] = useState(() => ({
    id: newId(view.zones.ids),
    source: t("editing.byHand"),
    date: today(),
  }));
  const [typed, setTyped] = useState<Texts>({});
  const outline = useTypedOutline(typed.outline);
  useOutline(outline);
  usePin(outline ? undefined : typedPlace(typed.lon, typed.lat));
  const askOutline = useAskOutline("new-zone");
  const askPlace = useAskPlace("new-zone");
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const rowOf = (changed: Texts): Typed<NewZoneField | PlaceField> => ({ ...begun, ...changed });
  const save = async (changed: Texts) => {
    const row = rowOf(changed);
    const onMade = () => select({ kind: "zone", id: row.id?.trim() ?? "" }, true);
    const { issues } = await addZone(desk, row, onMade);
    setIssues(issues);
  };
  const name = typed.name?.trim() || undefined;
  const typeIn = (texts: Texts) => setTyped((before) => ({ ...before, ...texts }));
  return (
    <Drawer label={t("editing.addZone")} title={t("editing.addZone")} aside={[]} stale={false}>
      <RowForm
        label={t("editing.addZone")}
        groups={groups}
        texts={begun}
        typed={typed}
        onTyped={setTyped}
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
        unread={[]}
        issues={issues}
        saveLabel={t("editing.addSave")}
        onSave={(changed) => void save(changed)}
        onCancel={() => useSession.setState({ selection: undefined })}
      />
    </Drawer>
  );
}

/** Names of 街道 and 镇, of units and as zones state them. */
function streetsOf({ units, zones }: ProjectView): readonly string[] {
  const drawn = units.filter(({ level }) => tierOf(level as AdminLevel) === 1).map(({ name }) => name);
  return [...new Set([...drawn, ...zones.streets])].filter((name) => name !== "").sort();
}
