import { useState } from "react";
import type { FacilityField, ProjectView, Typed } from "../../../../workers/protocol.ts";
import type { Issue } from "../../../core/base/issue.ts";
import { today } from "../../../platform/browser/clock.ts";
import { newId } from "../../../platform/browser/new-id.ts";
import { PickPlace } from "../../../ui/editing/PickPlace.tsx";
import { RowForm, type Texts } from "../../../ui/editing/RowForm.tsx";
import { useWords } from "../../../ui/words.ts";
import { addFacility } from "../../commands/edit.ts";
import { trialRooms } from "../../derived/trial-rooms.ts";
import { placeTexts, typedPlace } from "../../derived/typed-place.ts";
import { useDesk } from "../../desk-context.ts";
import { select, useSession } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";
import { EditEffect } from "./EditEffect.tsx";
import { useFacilityGroups } from "./use-facility-groups.ts";
import { useAskPlace, usePin } from "./use-place.ts";

/** The form of a facility that is to be added: with an id that is free, its source and today's date to begin with. */
export function NewFacilityDrawer({ view: { facilities, zones } }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const desk = useDesk();
  const groups = useFacilityGroups(zones, true);
  const [begun] = useState(() => ({
    id: newId(facilities.ids),
    source: t("editing.byHand"),
    date: today(),
  }));
  const [typed, setTyped] = useState<Texts>({});
  usePin(typedPlace(typed.lon, typed.lat));
  const ask = useAskPlace("new-facility");
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const triedWith = ({ kind, slots }: Texts) =>
    kind === undefined ? undefined : t(slots ? "effect.triedSlots" : "effect.triedArea");
  const rowOf = (changed: Texts): Typed<FacilityField | "id"> => ({ ...begun, ...changed });
  const save = async (changed: Texts) => {
    const row = rowOf(changed);
    const onMade = () => select({ kind: "facility", id: row.id?.trim() ?? "" }, true);
    const { issues } = await addFacility(desk, row, onMade);
    setIssues(issues);
  };
  return (
    <Drawer label={t("editing.addFacility")} title={t("editing.addFacility")} aside={[]} stale={false}>
      <RowForm
        label={t("editing.addFacility")}
        groups={groups}
        texts={begun}
        typed={typed}
        onTyped={setTyped}
        after={
          ask && {
            lat: (
              <PickPlace
                onPick={() => {
                  const trial = trialRooms(typed);
                  const tried = triedWith(trial);
                  ask({
                    name: typed.name?.trim() || undefined,
                    onPlace: (at) => setTyped((before) => ({ ...before, ...placeTexts(at) })),
                    editAt: (at) => ({
                      kind: "add-facility",
                      typed: rowOf({ ...typed, ...trial, ...placeTexts(at) }),
                    }),
                    ...(tried && { tried }),
                  });
                }}
              />
            ),
          }
        }
        told={(changed) => {
          if (Object.keys(changed).length === 0) return undefined;
          const trial = trialRooms(changed);
          const tried = triedWith(trial);
          return (
            <>
              {tried && <p className="remark">{tried}</p>}
              <EditEffect
                title={t("effect.title")}
                edit={{ kind: "add-facility", typed: rowOf({ ...changed, ...trial }) }}
              />
            </>
          );
        }}
        unread={[]}
        issues={issues}
        saveLabel={t("editing.addSave")}
        onSave={(changed) => void save(changed)}
        onCancel={() => useSession.setState({ selection: undefined })}
      />
    </Drawer>
  );
}
