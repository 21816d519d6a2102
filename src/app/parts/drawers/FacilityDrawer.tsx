import type { Edit } from "../../../../workers/edit.ts";
import type { AnalysisView, FacilityField, ProjectView, Typed } from "../../../../workers/protocol.ts";
import type { LngLat } from "../../../core/geo/lng-lat.ts";
import { type FacilityStatus, hasEnded } from "../../../core/model/facility.ts";
import { RowActions } from "../../../ui/editing/RowActions.tsx";
import { EffectRoom } from "../../../ui/evidence/EffectRoom.tsx";
import { FacilityPanel } from "../../../ui/evidence/FacilityPanel.tsx";
import { Twins } from "../../../ui/evidence/Twins.tsx";
import { givenWords } from "../../../ui/evidence/zone-share.ts";
import { useWords } from "../../../ui/words.ts";
import {
  changeFacility,
  closeFacility,
  deleteFacility,
  moveFacility,
  reopenFacility,
  reopening,
  ruleDuplicate,
} from "../../commands/edit.ts";
import { unitOf } from "../../derived/facts.ts";
import { rowName } from "../../derived/row-name.ts";
import { statusBefore } from "../../derived/status-before.ts";
import { useDesk } from "../../desk-context.ts";
import { kindName } from "../../standards.ts";
import { useDocument } from "../../state/document.ts";
import { useMoreRoom, useServed, useTwins } from "../../state/evidence.ts";
import { select } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";
import { EditEffect } from "./EditEffect.tsx";
import { EditForm } from "./EditForm.tsx";
import { PlanAt } from "./PlanAt.tsx";
import { useEditing } from "./use-editing.ts";
import { useFacilityGroups } from "./use-facility-groups.ts";
import { useAskPlace } from "./use-place.ts";
import { useRowOrigin } from "./use-row-origin.ts";

interface Props {
  readonly view: ProjectView;
  readonly row: number;
}

/** The chosen facility, how to move it, to say it otherwise, and to end it. */
export function FacilityDrawer({ view, row }: Props) {
  const { facilities, zones } = view;
  const words = useWords();
  const { t, text } = words;
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const id = facilities.ids[row] ?? "";
  const served = useServed(id);
  const twins = useTwins(id) ?? [];
  const room = useMoreRoom(id) ?? [];
  const status = facilities.statuses[row] as FacilityStatus | "unknown";
  const statusLost = useDocument(({ done }) => statusBefore(done, id) === undefined);
  const { isEditing, begin, end, editButton } = useEditing(id);
  const ask = useAskPlace(id);
  const loads = results ? loadsOf(results, row) : [];
  const origin = useRowOrigin("facilities", id);
  const aside = [
    text(kindName(facilities.kinds[row] ?? "")),
    t(`judging.facilityStatus.${status}`),
    ...origin,
  ];
  const name = rowName(facilities, row);
  const ended = status !== "unknown" && hasEnded(status);
  const movingTo = (to: LngLat): Edit => ({ kind: "move-facility", id, to });
  const onZone = (zone: string) => select({ kind: "zone", id: zone });
  const head = { label: t("evidence.facility"), title: name, aside };
  if (isEditing) {
    return (
      <Drawer {...head} stale={false}>
        <FacilityForm zones={zones} id={id} onEnd={end} />
      </Drawer>
    );
  }
  return (
    <Drawer {...head} stale={stale} edit={{ button: editButton, onEdit: begin }}>
      <PlanAt view={view} place={{ facility: id }} />
      <FacilityPanel
        elderlyArea={facilities.elderlyArea[row] ?? Number.NaN}
        childcareArea={facilities.childcareArea[row] ?? Number.NaN}
        slots={facilities.slots[row] ?? Number.NaN}
        metrics={loads.map(({ metric }) => metric)}
        onFill={begin}
        reached={loads.length > 0 ? Math.max(...loads.map(({ reached }) => reached)) : Number.NaN}
        loads={loads.filter(({ capacity }) => !Number.isNaN(capacity))}
        lng={facilities.lng[row] ?? Number.NaN}
        lat={facilities.lat[row] ?? Number.NaN}
        served={served?.map(({ zone, given, ...walk }) => ({
          id: zone,
          name: rowName(zones, zones.ids.indexOf(zone)),
          given: given.map(({ metric, ...of }) => {
            const some = givenWords(of, unitOf(results, metric), words);
            return given.length > 1 ? `${t(`judging.metric.${metric}`)} ${some}` : some;
          }),
          ...walk,
        }))}
        room={
          <EffectRoom
            of={room.map(({ first, ...facts }) => ({
              ...facts,
              first: first.map((zone) => rowName(zones, zones.ids.indexOf(zone))),
            }))}
          />
        }
        onZone={onZone}
        onMove={(to) => void moveFacility(desk, id, to)}
        onPick={
          ask && (() => ask({ name, onPlace: (to) => void moveFacility(desk, id, to), editAt: movingTo }))
        }
        told={(to) => <EditEffect title={t("effect.moving")} edit={movingTo(to)} onZone={onZone} />}
      />
      <Twins
        twins={twins.map((twin) => ({ ...twin, name: rowName(facilities, facilities.ids.indexOf(twin.id)) }))}
        onFacility={(other) => select({ kind: "facility", id: other })}
        onRule={(other, same) => void ruleDuplicate(desk, [id, other], same)}
      />
      <RowActions
        ended={ended}
        statusLost={statusLost}
        onClose={() => void closeFacility(desk, id)}
        onReopen={() => void reopenFacility(desk, id)}
        onDelete={() => void deleteFacility(desk, id)}
        ending={
          <EditEffect
            title={t(ended ? "effect.reopening" : "effect.closing")}
            edit={ended ? reopening(id) : { kind: "close-facility", id }}
            onZone={onZone}
          />
        }
        deleting={
          <EditEffect title={t("effect.deleting")} edit={{ kind: "delete-facility", id }} onZone={onZone} />
        }
      />
    </Drawer>
  );
}

interface FormProps {
  readonly zones: ProjectView["zones"];
  readonly id: string;
  readonly onEnd: () => void;
}

function FacilityForm({ zones, id, onEnd }: FormProps) {
  const { t } = useWords();
  const desk = useDesk();
  const groups = useFacilityGroups(zones, false);
  return (
    <EditForm
      label={t("editing.facilityForm")}
      row={{ table: "facilities", id }}
      groups={groups}
      editOf={(typed) => ({ kind: "change-facility", id, typed: typed as Typed<FacilityField> })}
      onSave={(typed, onMade) => changeFacility(desk, id, typed as Typed<FacilityField>, onMade)}
      onEnd={onEnd}
    />
  );
}

/** By what it supplies: how much counts (NaN where none does), how much is handed out, who reaches it and who comes first. */
function loadsOf(results: AnalysisView, facility: number) {
  const { rows, metric, capacity, load, reachedZones } = results.facilities;
  const shared = (one: string) => results.allocations?.find((each) => each.metric === one)?.facilities;
  return metric.flatMap((one, i) =>
    rows[i] === facility
      ? [
          {
            metric: one,
            unit: unitOf(results, one),
            capacity: capacity[i] ?? Number.NaN,
            load: load[i] ?? 0,
            reached: reachedZones[i] ?? 0,
            kept: shared(one)?.reserved[facility] || 0,
            open: shared(one)?.open[facility] || 0,
          },
        ]
      : [],
  );
}
