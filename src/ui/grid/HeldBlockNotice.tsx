import { Button } from "antd";
import { type ReactNode, useEffect, useRef } from "react";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";
import type { CellRefusal, CellText } from "./grid-rows.ts";
import { type HeldBlock, restOf } from "./use-grid-edits.ts";

interface Props {
  readonly held: HeldBlock;
  readonly rowOf: (refusal: CellRefusal) => string;
  readonly columnOf: (refusal: CellRefusal) => string;
  readonly reasonOf: (refusal: CellRefusal) => string;
  readonly onRest: () => void;
  readonly onNone: () => void;
  /** What is told of the others before they are changed. */
  readonly told: (rest: readonly CellText[]) => ReactNode;
}

const MOST_NAMED = 200;

/** Which cells of a block cannot be so, and what is to become of the others: nothing is changed before it is said. */
export function HeldBlockNotice({ held, rowOf, columnOf, reasonOf, onRest, onNone, told }: Props) {
  const { t } = useWords();
  const { cells, refused } = held;
  const box = useRef<HTMLDivElement>(null);
  const rest = restOf(held);
  const more = refused.length - MOST_NAMED;
  useEffect(() => box.current?.querySelector<HTMLElement>(".grid-held-end button")?.focus(), []);
  return (
    <div
      ref={box}
      className="grid-held"
      role="alertdialog"
      aria-label={t("tables.grid.refused.title", counted(refused.length))}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onNone();
      }}
    >
      <p>{t("tables.grid.refused.asked", { ...counted(refused.length), all: formatNumber(cells.length) })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with keys */}
      <div className="grid-held-list" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {(["row", "column", "text", "reason"] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`tables.grid.refused.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {refused.slice(0, MOST_NAMED).map((one) => (
              <tr key={`${one.column} ${one.id}`}>
                <th scope="row">{rowOf(one)}</th>
                <td>{columnOf(one)}</td>
                <td className="grid-held-text">{one.text}</td>
                <td>{reasonOf(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p className="remark">{t("tables.grid.refused.more", counted(more))}</p>}
      </div>
      {rest.length > 0 && told(rest)}
      <div className="grid-held-end">
        <Button onClick={onNone}>{t("tables.grid.refused.none")}</Button>
        {rest.length > 0 && (
          <Button type="primary" onClick={onRest}>
            {t("tables.grid.refused.take", counted(rest.length))}
          </Button>
        )}
      </div>
    </div>
  );
}
