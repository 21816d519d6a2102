import { Button } from "antd";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { CloseButton } from "../frame/CloseButton.tsx";
import { useWords } from "../words.ts";
import { type KnownSum, PEOPLE_COLUMNS, type ZoneSums } from "./facts.ts";

interface Props {
  readonly sums: ZoneSums;
  /** The picked zones alone are listed now. */
  readonly alone: boolean;
  readonly onAlone: (alone: boolean) => void;
  /** Edits them as a sheet. */
  readonly onEdit: () => void;
  /** Where there are two of them. */
  readonly onCompare: (() => void) | undefined;
  readonly onClear: () => void;
}

/** The picked zones added up, and what can be done with them. */
export function PickedBar({ sums, alone, onAlone, onEdit, onCompare, onClear }: Props) {
  const { t, gist } = useWords();
  return (
    <section className="picked" aria-label={t("tables.picked.title")}>
      <header>
        <strong role="status">{t("tables.picked.count", counted(sums.zones))}</strong>
        <Button size="small" aria-pressed={alone} onClick={() => onAlone(!alone)}>
          {t(alone ? "tables.picked.all" : "tables.picked.alone")}
        </Button>
        <Button size="small" disabled={!onCompare} title={t("tables.picked.compareHelp")} onClick={onCompare}>
          {t("tables.picked.compare")}
        </Button>
        <Button size="small" onClick={onEdit}>
          {t("tables.grid.edit")}
        </Button>
        <CloseButton small label={t("tables.picked.clear")} onClick={onClear} />
      </header>
      <dl>
        {sums.metrics.map(({ metric, unit, ...of }) => (
          <Sum key={metric} label={t(`tables.lack.${metric}`)} of={of} zones={sums.zones} lack>
            {gist(of.sum, unit)}
          </Sum>
        ))}
        {PEOPLE_COLUMNS.map((column) => (
          <Sum key={column} label={t(`tables.columns.${column}`)} of={sums.people[column]} zones={sums.zones}>
            {formatNumber(sums.people[column].sum)}
          </Sum>
        ))}
      </dl>
    </section>
  );
}

interface SumProps {
  readonly label: string;
  readonly of: KnownSum;
  readonly zones: number;
  /** What is not required of a zone is not known of it either, and makes the sum no smaller. */
  readonly lack?: boolean;
  readonly children: string;
}

/** A sum, and of how many zones it is where not of all. */
function Sum({ label, of: { known }, zones, lack, children }: SumProps) {
  const { t } = useWords();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {known === 0 ? "—" : children}
        {known > 0 && known < zones && (
          <small>
            {t(lack ? "tables.picked.judged" : "tables.picked.stated", {
              ...counted(known),
              all: formatNumber(zones),
            })}
          </small>
        )}
      </dd>
    </div>
  );
}
