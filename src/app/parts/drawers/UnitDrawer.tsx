import type { ProjectView } from "../../../../workers/protocol.ts";
import type { AdminLevel } from "../../../core/model/admin-unit.ts";
import { UnitPanel } from "../../../ui/evidence/UnitPanel.tsx";
import { useWords } from "../../../ui/words.ts";
import { unitMetrics } from "../../derived/facts.ts";
import { ruleFacts } from "../../standards.ts";
import { useDocument } from "../../state/document.ts";
import { usePacksInUse } from "../../state/packs.ts";
import { Drawer, people } from "./Drawer.tsx";

/** The chosen 街道, or unit of another level. */
export function UnitDrawer({ view, id }: { readonly view: ProjectView; readonly id: string }) {
  const { t } = useWords();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const packs = usePacksInUse();
  if (!results) return null;
  const row = results.rollUp.find(({ unit }) => unit === id);
  const unit = view.units.find((one) => one.id === id);
  const level = row?.level ?? (unit?.level as AdminLevel | undefined);
  const aside = [
    level && t(`judging.level.${level}`),
    people(row?.households, (number) => t("evidence.households", number)),
    people(row?.residents, (number) => t("evidence.residents", number)),
  ];
  return (
    <Drawer label={t("evidence.unit")} title={row?.name ?? unit?.name ?? id} aside={aside} stale={stale}>
      <UnitPanel
        metrics={unitMetrics(results, id)}
        judgement={results.units.find((one) => one.unit === id)?.judgement}
        ruleOf={({ rule }) => ruleFacts(rule, packs)}
        own={packs.flatMap(({ custom }) => custom ?? [])}
      />
    </Drawer>
  );
}
