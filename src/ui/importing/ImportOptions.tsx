import { Button, Select } from "antd";
import { useState } from "react";
import { DATUMS, type Datum } from "../../core/geo/lng-lat.ts";
import { NumberInput } from "../fields/NumberInput.tsx";
import { useWords } from "../words.ts";

/** How dropped tables are to be read where they do not say it themselves. */
export interface ImportChoicesMade {
  readonly datum?: Datum;
  readonly assumeFar?: number;
  readonly m2PerHousehold?: number;
}

interface Props {
  readonly value: ImportChoicesMade;
  readonly onApply: (value: ImportChoicesMade) => void;
}

const M2_PER_HOUSEHOLD = 105;

export function ImportOptions({ value, onApply }: Props) {
  const { t } = useWords();
  const [datum, setDatum] = useState<Datum | "ask">(value.datum ?? "ask");
  const [far, setFar] = useState<number | null>(value.assumeFar ?? null);
  const [m2, setM2] = useState<number | null>(value.m2PerHousehold ?? M2_PER_HOUSEHOLD);
  return (
    <details className="import-options">
      <summary>{t("importing.options")}</summary>
      <div className="import-fields">
        <div className="field">
          <span>{t("importing.datum")}</span>
          <Select
            aria-label={t("importing.datum")}
            value={datum}
            onChange={setDatum}
            options={(["ask", ...DATUMS] as const).map((one) => ({
              value: one,
              label: t(`importing.datums.${one}`),
            }))}
          />
        </div>
        <div className="field">
          <span>{t("importing.assumeFar")}</span>
          <NumberInput
            aria-label={t("importing.assumeFar")}
            value={far}
            min={0.1}
            max={10}
            step={0.1}
            placeholder={t("importing.none")}
            onChange={setFar}
          />
        </div>
        <div className="field">
          <span>{t("importing.m2PerHousehold")}</span>
          <NumberInput
            aria-label={t("importing.m2PerHousehold")}
            value={m2}
            min={20}
            max={500}
            step={5}
            disabled={far === null}
            onChange={setM2}
          />
        </div>
        <Button
          onClick={() =>
            onApply({
              ...(datum !== "ask" && { datum }),
              ...(far !== null && { assumeFar: far, m2PerHousehold: m2 ?? M2_PER_HOUSEHOLD }),
            })
          }
        >
          {t("importing.again")}
        </Button>
      </div>
      <p className="remark">{t("importing.assumeFarHelp")}</p>
    </details>
  );
}
