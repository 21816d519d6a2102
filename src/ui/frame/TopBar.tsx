import {
  DownloadOutlined,
  HistoryOutlined,
  ImportOutlined,
  MoonOutlined,
  SunOutlined,
} from "@ant-design/icons";
import { Button, Dropdown, Select } from "antd";
import { useRef } from "react";
import type { Language } from "../../i18n/catalogue.ts";
import { UndoArrow } from "../marks/UndoArrow.tsx";
import { useWords } from "../words.ts";
import { Segments } from "./Segments.tsx";

interface Option<Value> {
  readonly value: Value;
  readonly label: string;
}

interface Props {
  readonly city: string;
  readonly cities: readonly Option<string>[];
  readonly onCity: (city: string) => void;
  readonly pack: string;
  readonly packs: readonly Option<string>[];
  readonly onPack: (pack: string) => void;
  readonly year: number;
  readonly years: readonly Option<number>[];
  readonly onYear: (year: number) => void;
  readonly onUndo: (() => void) | undefined;
  readonly onRedo: (() => void) | undefined;
  /** Opens or closes the list of what was done. */
  readonly onHistory: (() => void) | undefined;
  readonly historyShown: boolean;
  /** The list of what was done is opened from the menu: the bar has no room for its button. */
  readonly narrow: boolean;
  readonly onImport: () => void;
  readonly onSave: ((file: "project" | "zones.csv" | "rollup.csv") => void) | undefined;
  /** Asks where to save the project; absent where the browser cannot be asked. */
  readonly onSaveElsewhere: (() => void) | undefined;
  /** Asks for the project file of another office; absent where no project of one's own is open. */
  readonly onMerge: (() => void) | undefined;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  readonly dark: boolean;
  readonly onDark: (dark: boolean) => void;
  readonly onLanguage: (language: Language) => void;
}

/** Name, city, standards, year; what can be undone; in, out, language. */
export function TopBar(props: Props) {
  const { t, language } = useWords();
  return (
    <header className="top">
      <strong className="brand" title={t("screen.product")}>
        <svg aria-hidden="true" viewBox="0 0 24 24">
          <circle cx="12" cy="12" r="10" />
          <rect x="7" y="9.5" width="5" height="5" rx=".8" />
          <circle cx="15.5" cy="12" r="2.2" className="brand-child" />
        </svg>
        <span>{t("screen.product")}</span>
      </strong>
      <Choice label={t("screen.city")} value={props.city} options={props.cities} onChange={props.onCity} />
      <Choice
        label={t("parameters.names.pack")}
        value={props.pack}
        options={props.packs}
        onChange={props.onPack}
        wide
      />
      <Choice
        label={t("parameters.names.year")}
        value={props.year}
        options={props.years}
        onChange={props.onYear}
      />
      <span className="top-space" />
      <Tool label={t("screen.undo")} icon={<UndoArrow />} onClick={props.onUndo} />
      <Tool label={t("screen.redo")} icon={<UndoArrow forth />} onClick={props.onRedo} />
      {!props.narrow && (
        <Tool
          label={t("history.title")}
          icon={<HistoryOutlined />}
          onClick={props.onHistory}
          expanded={props.historyShown}
        />
      )}
      <Button icon={<ImportOutlined />} onClick={props.onImport} aria-label={t("screen.import")}>
        <span className="top-word">{t("screen.import")}</span>
      </Button>
      <SaveMenu
        onSave={props.onSave}
        onSaveElsewhere={props.onSaveElsewhere}
        onMerge={props.onMerge}
        onExport={props.onExport}
        onPrint={props.onPrint}
        {...(props.narrow && { history: { onOpen: props.onHistory } })}
      />
      <Tool
        className="top-scheme"
        label={t(props.dark ? "screen.themes.light" : "screen.themes.dark")}
        icon={props.dark ? <SunOutlined /> : <MoonOutlined />}
        onClick={() => props.onDark(!props.dark)}
      />
      <Segments<Language>
        className="top-language"
        aria-label={t("screen.language")}
        value={language}
        onChange={props.onLanguage}
        options={[
          { value: "zh", label: "中" },
          { value: "en", label: "EN" },
        ]}
      />
    </header>
  );
}

interface SaveMenuProps
  extends Pick<Props, "onSave" | "onSaveElsewhere" | "onMerge" | "onExport" | "onPrint"> {
  /** Of what was done, where it is opened from here. */
  readonly history?: { readonly onOpen: (() => void) | undefined };
}

/** What can be taken out, and another project to be taken in; the focus goes back to the button, whether or not something was chosen. */
function SaveMenu({ onSave, onSaveElsewhere, onMerge, onExport, onPrint, history }: SaveMenuProps) {
  const { t } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Dropdown
      trigger={["click"]}
      autoFocus
      disabled={!onSave}
      onOpenChange={(open) => open || button.current?.focus()}
      menu={{
        items: [
          { key: "project", label: t("screen.save") },
          ...(onSaveElsewhere ? [{ key: "elsewhere", label: t("screen.saveElsewhere") }] : []),
          { key: "export", label: t("exporting.open") },
          { key: "zones.csv", label: t("screen.saveZones") },
          { key: "rollup.csv", label: t("screen.saveRollUp") },
          { key: "print", label: t("print.streets") },
          ...(onMerge ? [{ type: "divider" as const }, { key: "merge", label: t("merging.menu") }] : []),
          ...(history
            ? [
                { type: "divider" as const },
                { key: "history", label: t("history.title"), disabled: !history.onOpen },
              ]
            : []),
        ],
        onClick: ({ key, domEvent }) => {
          // Else the same key would press the button that has the focus by then.
          domEvent.preventDefault();
          if (key === "print") onPrint();
          else if (key === "merge") onMerge?.();
          else if (key === "history") history?.onOpen?.();
          else if (key === "export") onExport();
          else if (key === "elsewhere") onSaveElsewhere?.();
          else onSave?.(key as "project" | "zones.csv" | "rollup.csv");
        },
      }}
    >
      <Button ref={button} icon={<DownloadOutlined />} aria-label={t("screen.saveAs")}>
        <span className="top-word">{t("screen.saveAs")}</span>
      </Button>
    </Dropdown>
  );
}

interface ToolProps {
  readonly className?: string;
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly onClick: (() => void) | undefined;
  /** What it opens is open; absent where it opens nothing. */
  readonly expanded?: boolean;
}

function Tool({ className = "", label, icon, onClick, expanded }: ToolProps) {
  return (
    <Button
      className={className}
      type="text"
      icon={icon}
      aria-label={label}
      title={label}
      aria-expanded={expanded}
      disabled={!onClick}
      onClick={onClick}
    />
  );
}

interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly wide?: boolean;
}

function Choice<Value extends string | number>({
  label,
  value,
  options,
  onChange,
  wide,
}: ChoiceProps<Value>) {
  return (
    <Select<Value>
      aria-label={label}
      title={label}
      className={wide ? "top-choice top-choice-wide" : "top-choice"}
      variant="filled"
      value={value}
      options={[...options]}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  );
}
