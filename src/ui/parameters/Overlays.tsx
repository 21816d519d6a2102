import { Checkbox } from "antd";
import type { ParameterChange, Parameters } from "../../core/analysis/parameters.ts";
import type { PackId } from "../../core/base/ids.ts";
import type { Text } from "../../core/standards/clause.ts";
import type { PackStatus } from "../../core/standards/rule-pack.ts";
import { useWords } from "../words.ts";

/** Rules of a higher level that can be laid over the standards of some cities. */
export interface OverlayChoice {
  readonly id: PackId;
  readonly title: Text;
  readonly status: PackStatus;
  readonly cities: readonly Text[];
  /** Some zone is judged by standards that it can be laid over. */
  readonly applies: boolean;
}

interface Props {
  readonly value: Parameters;
  readonly overlays: readonly OverlayChoice[];
  readonly onChange: (change: ParameterChange) => void;
}

/** Additional rules to switch on; off unless somebody asks for them. */
export function Overlays({ value, overlays, onChange }: Props) {
  const { t, text, language } = useWords();
  if (overlays.length === 0) return null;
  return (
    <fieldset className="field field-wide overlays">
      <legend>{t("parameters.names.overlays")}</legend>
      {overlays.map(({ id, title, status, cities, applies }) => {
        const on = value.overlays.includes(id);
        return (
          <Checkbox
            key={id}
            checked={on}
            disabled={!applies && !on}
            onChange={({ target }) =>
              onChange({
                overlays: target.checked
                  ? [...value.overlays, id]
                  : value.overlays.filter((one) => one !== id),
              })
            }
          >
            {text(title)}
            <small>
              {t("parameters.overlayFor", {
                status: t(`screen.banner.packStatus.${status}`),
                cities: cities.map(text).join(language === "zh" ? "、" : ", "),
              })}
              {!applies && ` · ${t("parameters.overlayElsewhere")}`}
            </small>
          </Checkbox>
        );
      })}
    </fieldset>
  );
}
