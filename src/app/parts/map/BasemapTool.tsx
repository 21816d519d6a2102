import { GlobalOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import {
  type AddressedKind,
  BASEMAP_KINDS,
  type BasemapKind,
  type BasemapSetting,
  isAddressed,
} from "../../../map/basemap/setting.ts";
import { type BasemapFault, sourceOf } from "../../../map/basemap/source.ts";
import { chooseFiles } from "../../../platform/browser/files.ts";
import { Field } from "../../../ui/fields/Field.tsx";
import { ToolPopover } from "../../../ui/tables/ToolPopover.tsx";
import { useWords } from "../../../ui/words.ts";
import { setBasemap, useBasemap } from "../../state/basemap.ts";
import "./map-tools.css";

/** What lies under the data. */
export function BasemapTool() {
  const { t } = useWords();
  const setting = useBasemap((basemap) => basemap.setting);
  const [draft, setDraft] = useState(setting);
  return (
    <ToolPopover
      label={t("map.basemap.title")}
      icon={<GlobalOutlined />}
      placement="rightTop"
      onOpen={() => setDraft(setting)}
    >
      <Form draft={draft} onDraft={setDraft} />
    </ToolPopover>
  );
}

interface Props {
  readonly draft: BasemapSetting;
  readonly onDraft: (draft: BasemapSetting) => void;
}

/** A blank ground is there at once; a server is asked when the person says so, and not while typing. */
function Form({ draft, onDraft }: Props) {
  const { t } = useWords();
  const { kind } = draft;
  const [fault, setFault] = useState<BasemapFault>();
  const change = (to: Partial<BasemapSetting>) => {
    setFault(undefined);
    onDraft({ ...draft, ...to });
  };
  const choose = (next: BasemapKind) => {
    change({ kind: next });
    if (next === "blank") setBasemap({ ...draft, kind: next });
  };
  const use = () => {
    const source = sourceOf(draft);
    if (typeof source === "string") setFault(source);
    else setBasemap(draft);
  };
  const wrong = fault && t(`map.basemap.faults.${fault}`);

  return (
    <form
      className="basemap"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <Field label={t("map.basemap.kind")}>
        {(id) => (
          <Select
            id={id}
            value={kind}
            onChange={choose}
            options={BASEMAP_KINDS.map((value) => ({ value, label: t(`map.basemap.kinds.${value}`) }))}
          />
        )}
      </Field>
      {kind !== "blank" && (
        <>
          {isAddressed(kind) ? (
            <Address kind={kind} draft={draft} onChange={change} wrong={wrong} />
          ) : (
            <TextField
              label={t("map.basemap.key")}
              help={t("map.basemap.keyHelp")}
              wrong={wrong}
              value={draft.key}
              onChange={(key) => change({ key })}
            />
          )}
          <p className="remark">{t("map.basemap.privacy")}</p>
          <Button type="primary" htmlType="submit">
            {t("map.basemap.use")}
          </Button>
        </>
      )}
      <p className="remark">{t("map.basemap.shifted")}</p>
    </form>
  );
}

interface AddressProps {
  readonly kind: AddressedKind;
  readonly draft: BasemapSetting;
  readonly onChange: (to: Partial<BasemapSetting>) => void;
  readonly wrong: string | undefined;
}

function Address({ kind, draft, onChange, wrong }: AddressProps) {
  const { t } = useWords();
  const { file, addresses, credit } = draft;
  const openFile = async () => {
    const [chosen] = await chooseFiles(".pmtiles");
    if (chosen) onChange({ file: chosen });
  };
  return (
    <>
      {kind === "pmtiles" && file ? (
        <p className="basemap-file">
          {t("map.basemap.fileChosen", { name: file.name })}
          <Button size="small" onClick={() => onChange({ file: undefined })}>
            {t("map.basemap.fileDrop")}
          </Button>
        </p>
      ) : (
        <TextField
          label={t(`map.basemap.addresses.${kind}`)}
          help={t(`map.basemap.addressHelp.${kind}`)}
          wrong={wrong}
          value={addresses[kind]}
          onChange={(address) => onChange({ addresses: { ...addresses, [kind]: address } })}
        />
      )}
      {kind === "pmtiles" && !file && (
        <Button onClick={() => void openFile()}>{t("map.basemap.file")}</Button>
      )}
      <TextField
        label={t("map.basemap.credit")}
        help={t("map.basemap.creditHelp")}
        wrong={undefined}
        value={credit}
        onChange={(to) => onChange({ credit: to })}
      />
    </>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly help: string;
  readonly wrong: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ label, help, wrong, value, onChange }: TextFieldProps) {
  return (
    <Field label={label} help={help} wrong={wrong}>
      {(id, said) => (
        <Input
          id={id}
          value={value}
          autoComplete="off"
          spellCheck={false}
          status={wrong === undefined ? "" : "error"}
          aria-invalid={wrong !== undefined}
          aria-describedby={said}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
