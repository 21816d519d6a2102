import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import { exact } from "../../../core/base/decimal.ts";
import type { FacilityStatus } from "../../../core/model/facility.ts";
import { FacilityPanel } from "../../../ui/evidence/FacilityPanel.tsx";
import { useWords } from "../../../ui/words.ts";
import { moveFacility } from "../../commands/edit.ts";
import { unitOf } from "../../derived/facts.ts";
import { rowName } from "../../derived/row-name.ts";
import { useDesk } from "../../desk-context.ts";
import { kindName } from "../../standards.ts";
import { useDocument } from "../../state/document.ts";
import { useServed } from "../../state/evidence.ts";
import { select } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";

interface Props {
  readonly view: ProjectView;
  readonly row: number;
}

/** The chosen facility, and how to move it. */
export function FacilityDrawer({ view: { facilities, zones }, row }: Props) {
  const { t, text, provided } = useWords();
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const id = facilities.ids[row] ?? "";
  const served = useServed(id);
  const loads = results ? loadsOf(results, row) : [];
  const aside = [
    text(kindName(facilities.kinds[row] ?? "")),
    t(`judging.facilityStatus.${facilities.statuses[row] as FacilityStatus | "unknown"}`),
  ];
  return (
    <Drawer label={t("evidence.facility")} title={rowName(facilities, row)} aside={aside} stale={stale}>
      <FacilityPanel
        elderlyArea={facilities.elderlyArea[row] ?? Number.NaN}
        childcareArea={facilities.childcareArea[row] ?? Number.NaN}
        slots={facilities.slots[row] ?? Number.NaN}
        reached={loads.length > 0 ? Math.max(...loads.map(({ reached }) => reached)) : Number.NaN}
        loads={loads.filter(({ capacity }) => !Number.isNaN(capacity))}
        lng={facilities.lng[row] ?? Number.NaN}
        lat={facilities.lat[row] ?? Number.NaN}
        served={served?.map(({ zone, given, ...walk }) => ({
          id: zone,
          name: rowName(zones, zones.ids.indexOf(zone)),
          given: given.map(({ metric, amount }) => {
            const some = provided(exact(amount), unitOf(results, metric));
            return given.length > 1 ? `${t(`judging.metric.${metric}`)} ${some}` : some;
          }),
          ...walk,
        }))}
        onZone={(zone) => select({ kind: "zone", id: zone })}
        onMove={(lng, lat) => void moveFacility(desk, id, lng, lat)}
      />
    </Drawer>
  );
}

/** By what it supplies: how much counts (NaN where none does), how much is handed out, who reaches it. */
function loadsOf(results: AnalysisView, facility: number) {
  const { rows, metric, capacity, load, reachedZones } = results.facilities;
  return metric.flatMap((one, i) =>
    rows[i] === facility
      ? [
          {
            metric: one,
            unit: unitOf(results, one),
            capacity: capacity[i] ?? Number.NaN,
            load: load[i] ?? 0,
            reached: reachedZones[i] ?? 0,
          },
        ]
      : [],
  );
}
