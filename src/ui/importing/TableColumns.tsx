import { Button, Select } from "antd";
import { useId } from "react";
import type { Issue } from "../../core/base/issue.ts";
import { DATUMS } from "../../core/geo/lng-lat.ts";
import type { columns as columnWords } from "../../i18n/zh/columns.ts";
import { Field } from "../fields/Field.tsx";
import { NumberInput } from "../fields/NumberInput.tsx";
import { inARow, useWords } from "../words.ts";
import { DELIMITERS, ENCODINGS, ROLES, type TableSaid, type TableShown } from "./table-shown.ts";

interface Props {
  readonly table: TableShown;
  readonly onSay: (said: TableSaid) => void;
}

type Column = keyof typeof columnWords;

/** How one table is read: as what, in which encoding, and what each of its columns is, above its first rows. */
export function TableColumns({ table, onSay }: Props) {
  const words = useWords();
  const { t, language } = words;
  const list = (names: readonly string[]) => names.join(language === "zh" ? "、" : ", ");
  const { said, headings, columns, lines } = table;
  const left = said.role === "none";
  const isStreets = (said.role ?? table.told) === "streets";
  const nameOf = (column: string) => t(`columns.${column as Column}`);
  const headingOf = (i: number) => headings[i] || t("importing.wizard.nameless", { number: i + 1 });
  const read = columns.filter((column) => column !== undefined).length;
  const unread = headings.flatMap((heading, i) => (columns[i] === undefined && heading ? [heading] : []));
  const classOf = (i: number) =>
    columns[i] === undefined && !isStreets ? "sample-cell unread" : "sample-cell";
  const remarkOn = (row: number, i: number) =>
    table.remarks.find(({ line, column }) => line === row && column === i)?.issue;
  // One column holds a thing: another that was chosen for it before is not read any more.
  const choose = (i: number, column: string | null) => {
    const others = Object.entries(said.columns ?? {}).map(([heading, before]) => [
      heading,
      before === column ? null : before,
    ]);
    onSay({ columns: { ...Object.fromEntries(others), [headings[i] ?? ""]: column } });
  };
  return (
    <div className="table-columns">
      <Reading table={table} onSay={onSay} />
      {table.parcels && !left && <p className="remark">{t("importing.wizard.parcels")}</p>}
      {!left && table.missing.length > 0 && (
        <p className="flag" role="alert">
          {t("importing.wizard.missing", { columns: list(table.missing.map(nameOf)) })}
        </p>
      )}
      {!left && (
        <>
          <section
            className="sample"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the dialog is scrolled by keyboard
            tabIndex={0}
            aria-label={t("importing.wizard.sample", { table: table.name })}
          >
            <table>
              <thead>
                <tr>
                  {headings.map((heading, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
                    <th key={i} scope="col" className={`sample-head ${classOf(i)}`}>
                      <span title={heading}>{headingOf(i)}</span>
                      {!isStreets && (
                        <ColumnChoice
                          label={t("importing.wizard.column", { heading: headingOf(i) })}
                          value={columns[i]}
                          disabled={!heading}
                          onChange={(column) => choose(i, column)}
                        />
                      )}
                      <Guess
                        column={table.guesses[i]}
                        nameOf={nameOf}
                        onTake={(column) => choose(i, column)}
                      />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sample stay where they are
                  <tr key={row}>
                    {headings.map((_, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
                      <td key={i} className={classOf(i)}>
                        {line[i]}
                        <CellRemark issue={remarkOn(row, i)} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {lines.length === 0 && <p className="remark">{t("importing.wizard.noRows")}</p>}
          </section>
          <p className="remark">
            {inARow(
              isStreets
                ? [t("importing.wizard.streets")]
                : [
                    t("importing.wizard.read", { all: headings.length, read }),
                    ...(unread.length > 0 ? [t("importing.wizard.unread", { columns: list(unread) })] : []),
                    ...(table.remembered ? [t("importing.wizard.remembered")] : []),
                  ],
              words,
            )}
          </p>
        </>
      )}
    </div>
  );
}

/** As what a table is read, and how its text and coordinates are. */
function Reading({ table, onSay }: Props) {
  const { t } = useWords();
  const { said, told, text, headerRow, crs } = table;
  const left = said.role === "none";
  const auto = told
    ? t("importing.wizard.roleAuto", {
        role: t(table.parcels ? "importing.parcels" : `importing.roles.${told}`),
      })
    : t("importing.wizard.roleUnsure");
  return (
    <div className="import-fields">
      <Choice
        label={t("importing.wizard.role")}
        value={said.role ?? "auto"}
        options={[
          { value: "auto" as const, label: auto },
          ...ROLES.map((role) => ({ value: role, label: t(`importing.roles.${role}`) })),
          { value: "none" as const, label: t("importing.wizard.leaveOut") },
        ]}
        onChange={(role) => onSay({ role: role === "auto" ? undefined : role } as TableSaid)}
      />
      {text && !left && (
        <>
          <Choice
            label={t("importing.wizard.encoding")}
            value={text.encoding}
            options={ENCODINGS.map((value) => ({
              value,
              label: t(`importing.wizard.encodings.${value.replaceAll("-", "") as "utf8"}`),
            }))}
            onChange={(encoding) => onSay({ encoding })}
          />
          <Choice
            label={t("importing.wizard.delimiter")}
            value={text.delimiter}
            options={DELIMITERS.map((value) => ({
              value,
              label: t(`importing.wizard.delimiters.${NAMED[value]}`),
            }))}
            onChange={(delimiter) => onSay({ delimiter })}
          />
        </>
      )}
      {headerRow !== undefined && !left && (
        <Field label={t("importing.wizard.headerRow")}>
          {(id) => (
            <NumberInput
              id={id}
              value={headerRow}
              min={0}
              max={50}
              precision={0}
              onChange={(row) => row !== null && row !== headerRow && onSay({ headerRow: row })}
            />
          )}
        </Field>
      )}
      {!left &&
        (crs === undefined ? (
          <Choice
            label={t("importing.wizard.datum")}
            value={said.datum ?? "ask"}
            options={(["ask", ...DATUMS] as const).map((value) => ({
              value,
              label: t(`importing.datums.${value}`),
            }))}
            onChange={(datum) => onSay({ datum: datum === "ask" ? undefined : datum } as TableSaid)}
          />
        ) : (
          <div className="field">
            <span>{t("importing.wizard.crs")}</span>
            <output>{crs.length > MOST_OF_CRS ? `${crs.slice(0, MOST_OF_CRS)}…` : crs}</output>
          </div>
        ))}
    </div>
  );
}

const NAMED = { ",": "comma", "\t": "tab", ";": "semicolon" } as const;
const MOST_OF_CRS = 40;

function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <Field label={label}>
      {(id) => <Select id={id} aria-label={label} value={value} options={options} onChange={onChange} />}
    </Field>
  );
}

/** What a column is, searched by name. */
function ColumnChoice({
  label,
  value,
  disabled,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (column: string | null) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const names = t("columns", { returnObjects: true }) as Readonly<Record<string, string>>;
  return (
    <Select
      id={id}
      size="small"
      aria-label={label}
      value={value ?? NOT_READ}
      disabled={disabled}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      options={[
        { value: NOT_READ, label: t("importing.wizard.notRead") },
        ...Object.entries(names).map(([column, name]) => ({ value: column, label: name })),
      ]}
      onChange={(column) => onChange(column === NOT_READ ? null : column)}
    />
  );
}

const NOT_READ = "—";

/** How a cell is read that is not read as it stands. */
function CellRemark({ issue }: { readonly issue: Issue | undefined }) {
  const { t, sentence } = useWords();
  if (!issue) return null;
  const { after } = issue.facts as { readonly after?: string };
  const grave = issue.severity === "error" ? "rowLeft" : "asUnknown";
  return (
    <span className={after === undefined ? "cell-remark doubted" : "cell-remark"} title={sentence(issue)}>
      {after === undefined ? t(`importing.wizard.${grave}`) : t("importing.wizard.readAs", { value: after })}
    </span>
  );
}

/** What a column seems to be, to be taken with a press. */
function Guess({
  column,
  nameOf,
  onTake,
}: {
  readonly column: string | undefined;
  readonly nameOf: (column: string) => string;
  readonly onTake: (column: string) => void;
}) {
  const { t } = useWords();
  if (column === undefined) return null;
  return (
    <Button size="small" type="link" onClick={() => onTake(column)}>
      {t("importing.wizard.guess", { column: nameOf(column) })}
    </Button>
  );
}
