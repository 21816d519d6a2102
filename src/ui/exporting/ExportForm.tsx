import { Button, Checkbox, type GetRef, Modal, Select } from "antd";
import { useRef, useState } from "react";
import { Field } from "../fields/Field.tsx";
import { useWords } from "../words.ts";
import "./exporting.css";

/** What is to be taken out, and how. */
export interface ExportChoicesMade {
  readonly format: (typeof FORMATS)[number];
  readonly datum: (typeof DATUMS)[number];
  readonly encoding: (typeof ENCODINGS)[number];
  readonly sheets: (typeof SHEETS)[number];
  readonly tables: readonly ExportTableName[];
}

export type ExportTableName = (typeof TABLES)[number];

const FORMATS = ["xlsx", "csv", "geojson", "gpkg", "geoparquet"] as const;
const DATUMS = ["wgs84", "gcj02"] as const;
const ENCODINGS = ["utf-8", "gb18030"] as const;
const SHEETS = ["tables", "streets"] as const;
const TABLES = ["zones", "facilities", "units", "sites", "rollup", "deficits"] as const;

interface Props {
  /** As it was chosen last time. */
  readonly start: ExportChoicesMade;
  readonly onExport: (choices: ExportChoicesMade) => void;
  readonly onClose: () => void;
}

/** Asks what to take out of the project, as what kind of file and in which coordinates. */
export function ExportForm({ start, onExport, onClose }: Props) {
  const { t } = useWords();
  const [choices, setChoices] = useState(start);
  const change = (part: Partial<ExportChoicesMade>) => setChoices((before) => ({ ...before, ...part }));
  const { format, datum, encoding, sheets, tables } = choices;
  const first = useRef<GetRef<typeof Select>>(null);
  const none = tables.length === 0;
  return (
    <Modal
      open
      width={520}
      className="export-dialog"
      title={t("exporting.title")}
      // Not before it is there: the menu that it was chosen from gives the focus to its button first.
      afterOpenChange={(there) => there && first.current?.focus()}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
          <Button type="primary" disabled={none} onClick={() => onExport(choices)}>
            {t("exporting.start")}
          </Button>
        </>
      }
    >
      <div className="export-fields">
        <Field label={t("exporting.format")} help={t(`exporting.formatHelp.${format}`)} wide>
          {(id, said) => (
            <Select
              ref={first}
              id={id}
              aria-describedby={said}
              value={format}
              options={FORMATS.map((one) => ({ value: one, label: t(`exporting.formats.${one}`) }))}
              onChange={(to) => change({ format: to })}
            />
          )}
        </Field>
        <fieldset className="field field-wide">
          <legend>{t("exporting.content")}</legend>
          <Checkbox.Group<ExportTableName>
            className="export-tables"
            value={[...tables]}
            options={TABLES.map((one) => ({ value: one, label: t(`exporting.tables.${one}`) }))}
            onChange={(chosen) => change({ tables: TABLES.filter((one) => chosen.includes(one)) })}
          />
          <small className={none ? "field-wrong" : undefined} role={none ? "alert" : undefined}>
            {t(none ? "exporting.noTables" : "exporting.emptyLeftOut")}
          </small>
        </fieldset>
        <Field label={t("exporting.coordinates")} help={t("exporting.datumHelp")} wide>
          {(id, said) => (
            <Select
              id={id}
              aria-describedby={said}
              value={datum}
              options={DATUMS.map((one) => ({ value: one, label: t(`exporting.datums.${one}`) }))}
              onChange={(to) => change({ datum: to })}
            />
          )}
        </Field>
        {format === "csv" && (
          <Field label={t("exporting.encoding")} wide>
            {(id) => (
              <Select
                id={id}
                value={encoding}
                options={ENCODINGS.map((one) => ({ value: one, label: t(`exporting.encodings.${one}`) }))}
                onChange={(to) => change({ encoding: to })}
              />
            )}
          </Field>
        )}
        {format === "xlsx" && (
          <Field label={t("exporting.sheets")} wide>
            {(id) => (
              <Select
                id={id}
                value={sheets}
                options={SHEETS.map((one) => ({ value: one, label: t(`exporting.sheetsBy.${one}`) }))}
                onChange={(to) => change({ sheets: to })}
              />
            )}
          </Field>
        )}
      </div>
      {(format === "csv" || format === "xlsx") && <p className="remark">{t("exporting.outlines")}</p>}
    </Modal>
  );
}
