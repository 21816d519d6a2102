import type { ProjectView } from "../../../../workers/protocol.ts";
import { formatNumber } from "../../../i18n/numbers.ts";
import { PairPanel, type PairSide } from "../../../ui/evidence/PairPanel.tsx";
import { PEOPLE_COLUMNS } from "../../../ui/tables/facts.ts";
import { useWords } from "../../../ui/words.ts";
import { rowName } from "../../derived/row-name.ts";
import { nearestCare } from "../../derived/zone-words.ts";
import { useDocument } from "../../state/document.ts";
import { useEvidence } from "../../state/evidence.ts";
import { useParameters } from "../../state/parameters.ts";
import { select } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";

interface Props {
  readonly view: ProjectView;
  readonly rows: readonly [number, number];
}

/** Two zones side by side. */
export function PairDrawer({ view, rows: [one, other] }: Props) {
  const { t } = useWords();
  const stale = useDocument((document) => document.stale);
  const [left, right] = [useSide(view, one), useSide(view, other)];
  return (
    <Drawer label={t("evidence.pair.title")} title={t("evidence.pair.title")} aside={[]} stale={stale}>
      {left && right ? (
        <PairPanel
          labels={[
            t("tables.columns.street"),
            t("tables.columns.zoneStatus"),
            ...PEOPLE_COLUMNS.map((column) => t(`tables.columns.${column}`)),
          ]}
          sides={[left, right]}
          onZone={(id) => select({ kind: "zone", id })}
        />
      ) : (
        <p className="drawer-wait">{t("evidence.loading")}</p>
      )}
    </Drawer>
  );
}

function useSide(view: ProjectView, row: number): PairSide | undefined {
  const { t } = useWords();
  const { zones } = view;
  const results = useDocument((document) => document.results);
  const parameters = useParameters();
  const evidence = useEvidence(zones.ids[row] ?? "");
  if (!results || !evidence) return undefined;
  const status = zones.status[row];
  const unknown = t("tables.unknown");
  return {
    id: zones.ids[row] ?? "",
    name: rowName(zones, row),
    facts: [
      zones.streets[row] || unknown,
      status ? t(`judging.zoneStatus.${status}`) : unknown,
      ...PEOPLE_COLUMNS.map((column) => {
        const people = zones[column][row] ?? Number.NaN;
        return Number.isNaN(people) ? unknown : formatNumber(people);
      }),
    ],
    nearest: nearestCare(view, results, parameters, row),
    evidence,
  };
}
