import { Checkbox, Select } from "antd";
import { useState } from "react";
import { LIVING_STATUSES } from "../../core/model/facility.ts";
import type { FacilityKind } from "../../core/model/facility-kind.ts";
import {
  type CountingDraft,
  KIND_SETS,
  type KindDraft,
  type MetricDraft,
  READINGS,
  STATUS_READINGS,
} from "../../core/standards/counting-draft.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import { ChoiceEntry, Entry } from "./Entry.tsx";
import type { WrongAt } from "./mistakes.ts";

interface Props {
  readonly counting: CountingDraft;
  readonly wrong: WrongAt;
  readonly kindName: (kind: string) => string;
  readonly onChange: (counting: CountingDraft) => void;
}

/** Which kinds of facility count toward what, by which status, and what answers a rule about any of them. */
export function CountingFields({ counting, wrong, kindName, onChange }: Props) {
  const { t } = useWords();
  const { byMetric, statuses, kindSets } = counting;
  const [setsOpen, openSets] = useState(false);
  const setsWrong = KIND_SETS.some((name) => wrong(`countedKinds.kindSets.${name}`) !== undefined);
  const changeMetric = (metric: string, kinds: readonly KindDraft[]) =>
    onChange({
      ...counting,
      byMetric: byMetric.map((one) => (one.metric === metric ? { ...one, kinds } : one)),
    });
  return (
    <fieldset className="counting">
      <legend>{t("standards.counting.title")}</legend>
      <p className="remark">{t("standards.counting.help")}</p>
      {byMetric.map((one) => (
        <MetricKinds
          key={one.metric}
          {...one}
          kindName={kindName}
          onChange={(kinds) => changeMetric(one.metric, kinds)}
        />
      ))}
      <details>
        <summary>{t("standards.counting.statuses")}</summary>
        <div className="entries">
          {LIVING_STATUSES.map((status) => (
            <ChoiceEntry
              key={status}
              label={t(`judging.facilityStatus.${status}`)}
              value={statuses[status]}
              options={STATUS_READINGS.map((value) => ({
                value,
                label: t(`standards.counting.statusReading.${value}`),
              }))}
              onChange={(reading) => onChange({ ...counting, statuses: { ...statuses, [status]: reading } })}
            />
          ))}
        </div>
      </details>
      <details open={setsOpen || setsWrong} onToggle={(event) => openSets(event.currentTarget.open)}>
        <summary>{t("standards.counting.sets")}</summary>
        {KIND_SETS.map((name) => (
          <Entry
            key={name}
            label={t(`standards.kindSets.${name}`)}
            wrong={wrong(`countedKinds.kindSets.${name}`)}
          >
            {(control) => (
              <Select<FacilityKind[]>
                {...control}
                aria-label={t(`standards.kindSets.${name}`)}
                mode="multiple"
                value={[...kindSets[name]]}
                options={kindsOf(counting, name).map((kind) => ({ value: kind, label: kindName(kind) }))}
                showSearch={{ optionFilterProp: "label" }}
                onChange={(kinds) => onChange({ ...counting, kindSets: { ...kindSets, [name]: kinds } })}
              />
            )}
          </Entry>
        ))}
      </details>
    </fieldset>
  );
}

interface MetricProps extends MetricDraft {
  readonly kindName: (kind: string) => string;
  readonly onChange: (kinds: readonly KindDraft[]) => void;
}

function MetricKinds({ metric, kinds, kindName, onChange }: MetricProps) {
  const { t } = useWords();
  const change = (kind: string, to: Partial<KindDraft>) =>
    onChange(kinds.map((one) => (one.kind === kind ? { ...one, ...to } : one)));
  const many = (reading: KindDraft["reading"]) =>
    formatNumber(kinds.filter((one) => one.reading === reading).length);
  return (
    <details>
      <summary>
        {t(`judging.metric.${metric}`)}{" "}
        <span className="remark">
          {t("standards.counting.summary", {
            ...{ counted: many("counted"), second: many("secondReading"), never: many("never") },
          })}
        </span>
      </summary>
      <ul className="counting-kinds">
        {kinds.map(({ kind, reading, registered }) => (
          <li key={kind} aria-label={kindName(kind)}>
            <ChoiceEntry
              label={kindName(kind)}
              value={reading}
              options={READINGS.map((value) => ({ value, label: t(`standards.counting.reading.${value}`) }))}
              onChange={(to) => change(kind, { reading: to })}
            />
            <Checkbox
              checked={registered}
              disabled={reading === "never"}
              onChange={(event) => change(kind, { registered: event.target.checked })}
            >
              {t("standards.counting.registered")}
            </Checkbox>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The kinds that a set can have: those the pack speaks of for the same people. */
function kindsOf({ byMetric, kindSets }: CountingDraft, set: (typeof KIND_SETS)[number]) {
  const known = [
    ...kindSets[set],
    ...byMetric.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)),
    ...KIND_SETS.flatMap((name) => kindSets[name]),
  ];
  return [...new Set(known)].filter((kind) => kind[0] === set[0]);
}
