import { Button, Popconfirm } from "antd";
import { formatMoment } from "../../i18n/dates.ts";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";

export interface UnsavedProject {
  readonly id: string;
  readonly name: string;
  /** When it was last changed: ISO 8601. */
  readonly at: string;
  readonly edits: number;
}

interface Props {
  readonly projects: readonly UnsavedProject[];
  readonly onGoOn: (id: string) => void;
  readonly onSave: (id: string) => void;
  readonly onDrop: (id: string) => void;
}

/** What was not saved when the page was last closed, one line each, and what can be done with it. */
export function UnsavedProjects({ projects, onGoOn, onSave, onDrop }: Props) {
  const { t, language } = useWords();
  if (projects.length === 0) return null;
  return (
    <section className="unsaved" aria-label={t("screen.unsaved.title")}>
      <ul>
        {projects.map(({ id, name, at, edits }) => (
          <li key={id}>
            <span>
              {t("screen.unsaved.title")}
              {t("screen.headline.colon")}
              <strong>{name}</strong>{" "}
              <span className="remark">
                {t(edits > 0 ? "screen.unsaved.edits" : "screen.unsaved.noEdits", {
                  ...counted(edits),
                  when: formatMoment(at, language),
                })}
              </span>
            </span>
            <span className="unsaved-ways">
              <Button size="small" type="primary" onClick={() => onGoOn(id)}>
                {t("screen.unsaved.goOn")}
              </Button>
              <Button size="small" onClick={() => onSave(id)}>
                {t("screen.unsaved.save")}
              </Button>
              <Popconfirm
                title={t("screen.unsaved.sure", { name })}
                okText={t("screen.unsaved.drop")}
                okButtonProps={{ danger: true }}
                cancelText={t("screen.leaving.stay")}
                onConfirm={() => onDrop(id)}
              >
                <Button size="small">{t("screen.unsaved.drop")}</Button>
              </Popconfirm>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
