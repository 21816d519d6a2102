import { CloseOutlined, FilterOutlined } from "@ant-design/icons";
import { Button, Checkbox, Select } from "antd";
import { useId, useMemo } from "react";
import { tierOf } from "../../core/deficit/territory.ts";
import type { ZoneStatus } from "../../core/model/residential-zone.ts";
import type { VerdictClass } from "../../core/standards/verdict.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { VERDICT_CLASSES, VerdictSwatch } from "../marks/VerdictMark.tsx";
import { useWords } from "../words.ts";
import { CheckChoice } from "./CheckChoice.tsx";
import { TIERS, type ZoneFacts } from "./facts.ts";
import { ToolPopover } from "./ToolPopover.tsx";
import { ALL_ZONES, conditions, ZONE_MARKS, type ZoneFilter } from "./zone-filter.ts";

interface Props {
  readonly facts: ZoneFacts;
  readonly filter: ZoneFilter;
  readonly onFilter: (filter: ZoneFilter) => void;
}

const STATUSES = ["new", "existing"] as const;

/** A button that opens the conditions; it tells how many are set. */
export function ZoneFilters(props: Props) {
  const { t } = useWords();
  const set = conditions(props.filter);
  return (
    <ToolPopover
      label={t("tables.filters.title")}
      icon={<FilterOutlined />}
      mark={set > 0 && formatNumber(set)}
    >
      <Conditions {...props} />
    </ToolPopover>
  );
}

function Conditions({ facts, filter, onFilter }: Props) {
  const { t } = useWords();
  const id = useId();
  const units = useUnitOptions(facts);
  const set = (change: Partial<ZoneFilter>) => onFilter({ ...filter, ...change });
  return (
    <>
      <label htmlFor={`${id}-unit`}>{t("tables.filters.unit")}</label>
      <Select<string>
        id={`${id}-unit`}
        aria-label={t("tables.filters.unit")}
        showSearch={{ optionFilterProp: "label" }}
        allowClear
        placeholder={t("tables.all")}
        value={filter.unit ? `${filter.unit.tier} ${filter.unit.id}` : null}
        options={units}
        onChange={(chosen) => set({ unit: unitOf(chosen) })}
      />
      <label htmlFor={`${id}-verdict`}>{t("tables.filter")}</label>
      <Select<VerdictClass>
        id={`${id}-verdict`}
        aria-label={t("tables.filter")}
        allowClear
        placeholder={t("tables.all")}
        value={filter.verdict ?? null}
        options={VERDICT_CLASSES.map((one) => ({
          value: one,
          label: (
            <span className="verdict">
              <VerdictSwatch of={one} />
              {t(`judging.verdictClass.${one}`)}
            </span>
          ),
        }))}
        onChange={(verdict) => set({ verdict })}
      />
      <label htmlFor={`${id}-status`}>{t("tables.filters.status")}</label>
      <Select<ZoneStatus>
        id={`${id}-status`}
        aria-label={t("tables.filters.status")}
        allowClear
        placeholder={t("tables.all")}
        value={filter.status ?? null}
        options={STATUSES.map((one) => ({ value: one, label: t(`judging.zoneStatus.${one}`) }))}
        onChange={(status) => set({ status })}
      />
      <CheckChoice value={filter.check} onChange={(check) => set({ check })} />
      <fieldset>
        <legend>{t("tables.filters.marks")}</legend>
        <Checkbox.Group
          value={[...filter.marks]}
          options={ZONE_MARKS.map((mark) => ({ value: mark, label: t(`tables.marks.${mark}`) }))}
          onChange={(marks) => set({ marks })}
        />
      </fieldset>
      <Button disabled={conditions(filter) === 0} onClick={() => onFilter(ALL_ZONES)}>
        {t("tables.filters.clear")}
      </Button>
    </>
  );
}

/** The conditions that are set, each to be taken away. */
export function ChosenFilters({ facts, filter, onFilter }: Props) {
  const { t } = useWords();
  const { unit, verdict, status, check, marks, among } = filter;
  if (conditions(filter) === 0) return null;
  const name = unit && facts.results?.territory.units.find((one) => one.unit === unit.id)?.name;
  const said: readonly (readonly [text: string, without: Partial<ZoneFilter>])[] = [
    ...(unit ? [[name ?? unit.id, { unit: undefined }] as const] : []),
    ...(verdict ? [[t(`judging.verdictClass.${verdict}`), { verdict: undefined }] as const] : []),
    ...(status ? [[t(`judging.zoneStatus.${status}`), { status: undefined }] as const] : []),
    ...(check ? [[t(`tables.checks.${check}`), { check: undefined }] as const] : []),
    ...(among ? [[t(`tables.among.${among.why}`), { among: undefined }] as const] : []),
    ...marks.map(
      (mark) => [t(`tables.marks.${mark}`), { marks: marks.filter((one) => one !== mark) }] as const,
    ),
  ];
  return (
    <ul className="chosen-filters" aria-label={t("tables.filters.chosen")}>
      {said.map(([text, change]) => (
        <li key={text}>
          <Button
            size="small"
            icon={<CloseOutlined />}
            iconPlacement="end"
            aria-label={t("tables.filters.remove", { text })}
            onClick={() => onFilter({ ...filter, ...change })}
          >
            {text}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Units with zones in them, larger ones first. */
function useUnitOptions({ results }: ZoneFacts) {
  const { t } = useWords();
  return useMemo(() => {
    if (!results) return [];
    const { units, zoneUnits } = results.territory;
    return [...TIERS.keys()].reverse().flatMap((tier) => {
      const counts = new Map<number, number>();
      for (const row of zoneUnits[tier] ?? []) if (row >= 0) counts.set(row, (counts.get(row) ?? 0) + 1);
      const options = units.flatMap(({ level, unit, name }, row) => {
        const zones = counts.get(row);
        return tierOf(level) === tier && zones !== undefined
          ? [{ value: `${TIERS[tier]} ${unit}`, label: `${name} ${formatNumber(zones)}` }]
          : [];
      });
      const title = t(`judging.tier.${TIERS[tier] ?? "street"}`);
      return options.length === 0 ? [] : [{ label: title, title, options }];
    });
  }, [results, t]);
}

function unitOf(chosen: string | null | undefined): ZoneFilter["unit"] {
  const tier = TIERS.find((one) => chosen?.startsWith(`${one} `));
  return tier && chosen ? { tier, id: chosen.slice(tier.length + 1) } : undefined;
}
