import { Select } from "antd";
import type { ParameterChange, Parameters } from "../../core/analysis/parameters.ts";
import { type FacilityStatus, LIVING_STATUSES } from "../../core/model/facility.ts";
import { Field } from "../fields/Field.tsx";
import { useWords } from "../words.ts";

interface Props {
  readonly value: Parameters;
  /** Those that count by the standards in use. */
  readonly statuses: readonly FacilityStatus[];
  readonly onChange: (change: ParameterChange) => void;
}

/** Which facilities count, by status: those of the standards, or others, as a scenario. */
export function CountedStatuses({ value, statuses, onChange }: Props) {
  const { t, language } = useWords();
  const word = (status: FacilityStatus) => t(`judging.facilityStatus.${status}`);
  const byPack = statuses.map(word).join(language === "zh" ? "、" : ", ");
  return (
    <Field label={t("parameters.names.countStatuses")} help={t("parameters.countStatusesHelp")} wide>
      {(id) => (
        <Select<FacilityStatus[]>
          id={id}
          aria-label={t("parameters.names.countStatuses")}
          mode="multiple"
          allowClear
          value={[...(value.countStatuses ?? [])]}
          placeholder={t("parameters.countStatusesByPack", { statuses: byPack })}
          options={LIVING_STATUSES.map((one) => ({ value: one, label: word(one) }))}
          onChange={(chosen) => {
            // The first one is added to those that count by the standards; these alone are no scenario.
            const all = new Set(value.countStatuses === undefined ? [...statuses, ...chosen] : chosen);
            const ordered = LIVING_STATUSES.filter((one) => all.has(one));
            const asBefore = all.size === statuses.length && statuses.every((one) => all.has(one));
            onChange({ countStatuses: ordered.length === 0 || asBefore ? undefined : ordered });
          }}
        />
      )}
    </Field>
  );
}
