import { Button } from "antd";
import { counted } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import "./plans.css";

interface Props {
  /** How many of the facilities are under construction, approved or planned, and can be counted on. */
  readonly coming: number;
  /** Absent while nothing can be asked. */
  readonly onCount: (() => void) | undefined;
  /** Lists of projects in the documents of the standards in use that were not taken in yet. */
  readonly lists: readonly { readonly key: string; readonly name: string; readonly projects: number }[];
  readonly onTake: (key: string) => void;
}

/** Projects that are known to come (在建、规划项目): what they dissolve, and the lists that documents have of them. */
export function KnownProjects({ coming, onCount, lists, onTake }: Props) {
  const { t } = useWords();
  if (coming === 0 && lists.length === 0) return null;
  return (
    <details className="plan-places">
      <summary>{coming > 0 ? t("plans.known.title", counted(coming)) : t("plans.known.listed")}</summary>
      {coming > 0 && <p className="remark">{t("plans.known.help")}</p>}
      <p className="plan-go">
        {coming > 0 && (
          <Button size="small" disabled={onCount === undefined} onClick={onCount}>
            {t("plans.known.count")}
          </Button>
        )}
        {lists.map(({ key, name, projects }) => (
          <Button key={key} size="small" onClick={() => onTake(key)}>
            {t("plans.known.take", { ...counted(projects), name })}
          </Button>
        ))}
      </p>
      {lists.length > 0 && <p className="remark">{t("plans.known.takeHelp")}</p>}
    </details>
  );
}
