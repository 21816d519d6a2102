import type { ProjectView } from "../../../../workers/protocol.ts";
import { today } from "../../../platform/browser/clock.ts";
import { newId } from "../../../platform/browser/new-id.ts";
import { PickPlace } from "../../../ui/editing/PickPlace.tsx";
import type { Texts } from "../../../ui/editing/RowForm.tsx";
import { useWords } from "../../../ui/words.ts";
import { addFacility } from "../../commands/edit.ts";
import { trialRooms } from "../../derived/trial-rooms.ts";
import { placeTexts, typedPlace } from "../../derived/typed-place.ts";
import { useDesk } from "../../desk-context.ts";
import { EditEffect } from "./EditEffect.tsx";
import { NewRowDrawer } from "./NewRowDrawer.tsx";
import { useFacilityGroups } from "./use-facility-groups.ts";
import { useNewRow } from "./use-new-row.ts";
import { useAskPlace, usePin } from "./use-place.ts";

/** The form of a facility that is to be added: with an id that is free, its source and today's date to begin with. */
export function NewFacilityDrawer({ view: { facilities, zones } }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const desk = useDesk();
  const groups = useFacilityGroups(zones, true);
  const row = useNewRow(() => ({
    id: newId(facilities.ids),
    source: t("editing.byHand"),
    date: today(),
  }));
  const { typed, typeIn, rowOf, name } = row;
  usePin(typedPlace(typed.lon, typed.lat));
  const ask = useAskPlace("new-facility");
  const triedWith = ({ kind, slots }: Texts) =>
    kind === undefined ? undefined : t(slots ? "effect.triedSlots" : "effect.triedArea");
  return (
    <NewRowDrawer
      label={t("editing.addFacility")}
      groups={groups}
      of={row}
      kind="facility"
      add={(facility, onMade) => addFacility(desk, facility, onMade)}
      after={
        ask && {
          lat: (
            <PickPlace
              onPick={() => {
                const trial = trialRooms(typed);
                const tried = triedWith(trial);
                ask({
                  name,
                  onPlace: (at) => typeIn(placeTexts(at)),
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
    />
  );
}
