import { useMemo } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import type { AdminLevel } from "../../../core/model/admin-unit.ts";
import { UnitPanel } from "../../../ui/evidence/UnitPanel.tsx";
import { caveatsOf } from "../../../ui/frame/caveats.ts";
import { TIERS } from "../../../ui/tables/facts.ts";
import { useWords } from "../../../ui/words.ts";
import { tierOfUnit, unitMetrics, worstZones } from "../../derived/facts.ts";
import { rowName } from "../../derived/row-name.ts";
import { zonesWithoutData } from "../../derived/unit-silence.ts";
import { NOBODY, unitSums } from "../../derived/unit-sums.ts";
import { people } from "../../derived/zone-words.ts";
import { ruleFacts } from "../../standards.ts";
import { useDocument } from "../../state/document.ts";
import { usePacksInUse } from "../../state/packs.ts";
import { useParameters } from "../../state/parameters.ts";
import { listZones, select } from "../../state/session.ts";
import { Drawer } from "./Drawer.tsx";

const MOST_LISTED = 3;

/** The chosen 街道, or unit of another level. */
export function UnitDrawer({ view, id }: { readonly view: ProjectView; readonly id: string }) {
  const { t, language } = useWords();
  const parameters = useParameters();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const packs = usePacksInUse();
  const worst = useMemo(() => results && worstZones(results, id, MOST_LISTED), [results, id]);
  const tier = results && tierOfUnit(results.territory, id);
  const sums = useMemo(
    () => results && unitSums(view.zones, results, TIERS.indexOf(tier ?? "street"), undefined).get(id),
    [view.zones, results, tier, id],
  );
  const metrics = useMemo(() => (results ? unitMetrics(results, id) : []), [results, id]);
  if (!results) return null;
  const row = results.rollUp.ofUnit(id)[0];
  const unit = view.units.find((one) => one.id === id);
  const level = row?.level ?? (unit?.level as AdminLevel | undefined);
  const aside = [
    level && t(`judging.level.${level}`),
    people(row?.zones, (number) => t("screen.headline.zones", number)),
  ];
  return (
    <Drawer
      label={t("evidence.unit")}
      title={row?.name ?? unit?.name ?? id}
      aside={aside}
      stale={stale}
      print={tier && { label: t("print.street"), what: { kind: "street", id } }}
    >
      <UnitPanel
        people={sums?.people ?? NOBODY}
        zones={row?.zones ?? 0}
        metrics={metrics.map((of) => ({
          ...of,
          withoutData: (tier ? zonesWithoutData(results, TIERS.indexOf(tier), id, of.metric) : []).map(
            (zone) => ({ id: view.zones.ids[zone] ?? "", name: rowName(view.zones, zone) }),
          ),
          worst: (worst?.get(of.metric) ?? []).map(({ row: zone, missing }) => ({
            id: view.zones.ids[zone] ?? "",
            name: rowName(view.zones, zone),
            missing,
          })),
        }))}
        onZone={(zone) => select({ kind: "zone", id: zone })}
        onZones={tier && (() => listZones({ unit: { tier, id } }))}
        judgement={results.units.find((one) => one.unit === id)?.judgement}
        ruleOf={({ rule }) => ruleFacts(rule, packs)}
        caveats={caveatsOf(parameters, { t, language }, results.network).map((caveat) => caveat.text)}
        own={packs.flatMap(({ custom }) => custom ?? [])}
      />
    </Drawer>
  );
}
