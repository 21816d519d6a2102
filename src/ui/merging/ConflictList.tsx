import { Button, Input } from "antd";
import { useState } from "react";
import { formatNumber } from "../../i18n/numbers.ts";
import { Segments } from "../frame/Segments.tsx";
import { useWords } from "../words.ts";
import { useRows } from "./use-rows.ts";

export type Side = "a" | "b";

/** What both sides changed, each in its own way, in words. */
export interface ConflictRow {
  /** Which row of which table, and what of it. */
  readonly row: string;
  readonly field: string;
  readonly before: string;
  readonly a: string;
  readonly b: string;
}

interface Props {
  readonly rows: readonly ConflictRow[];
  /** Whose is taken, by row. */
  readonly sides: ReadonlyMap<number, Side>;
  /** Both were made of a common version, so that there is a before. */
  readonly hasBefore: boolean;
  readonly narrow: boolean;
  readonly onTake: (rows: readonly number[], side: Side) => void;
}

type Show = "all" | "open" | Side;

/**
 * Conflicts one by one, of any number. What is listed is chosen by a press: a row that is decided meanwhile stays where it
 * is, so that nothing moves away under the pointer.
 */
export function ConflictList({ rows, sides, hasBefore, narrow, onTake }: Props) {
  const { t } = useWords();
  const [show, setShow] = useState<Show>("all");
  const [wanted, setWanted] = useState("");
  const [listed, setListed] = useState<readonly number[]>(() => rows.map((_, i) => i));
  const list = (to: Show, text: string) => {
    setShow(to);
    setWanted(text);
    setListed(rows.flatMap((row, i) => (isOf(to, sides.get(i)) && mentions(row, text) ? [i] : [])));
  };
  const open = rows.length - sides.size;
  const counts: Readonly<Record<Show, number>> = {
    all: rows.length,
    open,
    a: [...sides.values()].filter((side) => side === "a").length,
    b: [...sides.values()].filter((side) => side === "b").length,
  };
  const number = formatNumber(listed.length);
  return (
    <section className="conflicts" aria-label={t("merging.conflicts.title")}>
      <h3>{t("merging.conflicts.title")}</h3>
      <p className="remark" aria-live="polite">
        {open === 0
          ? t("merging.conflicts.chosen", { number: formatNumber(rows.length) })
          : t("merging.conflicts.count", { number: formatNumber(rows.length), open: formatNumber(open) })}
      </p>
      <div className="conflict-tools">
        <Segments<Show>
          aria-label={t("merging.conflicts.which")}
          value={show}
          onChange={(to) => list(to, wanted)}
          options={(["all", "open", "a", "b"] as const).map((value) => ({
            value,
            label: `${t(`merging.conflicts.show.${value}`)} ${formatNumber(counts[value])}`,
          }))}
        />
        <Input
          type="search"
          allowClear
          value={wanted}
          aria-label={t("merging.conflicts.search")}
          placeholder={t("merging.conflicts.search")}
          onChange={({ target }) => list(show, target.value)}
        />
        <Button disabled={listed.length === 0} onClick={() => onTake(listed, "a")}>
          {t("merging.conflicts.takeMine", { number })}
        </Button>
        <Button disabled={listed.length === 0} onClick={() => onTake(listed, "b")}>
          {t("merging.conflicts.takeTheirs", { number })}
        </Button>
      </div>
      {listed.length === 0 ? (
        <p className="remark">{t("merging.conflicts.noneListed")}</p>
      ) : (
        <Rows {...{ rows, sides, hasBefore, narrow, onTake, listed }} />
      )}
    </section>
  );
}

function isOf(show: Show, side: Side | undefined): boolean {
  return show === "all" || (show === "open" ? side === undefined : side === show);
}

function mentions({ row, field }: ConflictRow, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return wanted === "" || `${row} ${field}`.toLowerCase().includes(wanted);
}

/** In pixels: one line, or on a narrow screen what it is above both sides. */
const WIDE = 40;
const TALL = 104;

function Rows({
  rows,
  sides,
  hasBefore,
  narrow,
  onTake,
  listed,
}: Props & { readonly listed: readonly number[] }) {
  const { t } = useWords();
  const height = narrow ? TALL : WIDE;
  const { scroller, first, last, onScroll } = useRows(listed.length, height);
  const kind = `${narrow ? " conflict-tall" : ""}${hasBefore ? "" : " conflict-new"}`;
  return (
    <div className="conflict-table">
      {!narrow && (
        <div className={`conflict-head${kind}`} aria-hidden="true">
          <span>{t("merging.conflicts.what")}</span>
          {hasBefore && <span>{t("merging.before")}</span>}
          <span>{t("merging.mine")}</span>
          <span>{t("merging.theirs")}</span>
        </div>
      )}
      <div className="conflict-scroller" ref={scroller} onScroll={onScroll}>
        <ul aria-label={t("merging.conflicts.list")} style={{ height: listed.length * height }}>
          {listed.slice(first, last).map((at, i) => {
            const of = rows[at];
            return (
              of && (
                <li
                  key={at}
                  aria-setsize={listed.length}
                  aria-posinset={first + i + 1}
                  style={{ top: (first + i) * height, height }}
                >
                  <Conflict
                    {...{ of, at, kind, hasBefore }}
                    side={sides.get(at)}
                    onTake={(side) => onTake([at], side)}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </div>
  );
}

interface ConflictProps {
  readonly of: ConflictRow;
  readonly at: number;
  readonly kind: string;
  readonly hasBefore: boolean;
  readonly side: Side | undefined;
  readonly onTake: (side: Side) => void;
}

function Conflict({ of, at, kind, hasBefore, side, onTake }: ConflictProps) {
  const { t } = useWords();
  const { row, field, before } = of;
  return (
    <div
      role="radiogroup"
      className={`conflict${kind}${side === undefined ? "" : ` conflict-${side}`}`}
      aria-label={t("merging.conflicts.of", { row, field })}
    >
      <span className="conflict-what" title={`${row} · ${field}`}>
        <strong>{row}</strong> {field}
      </span>
      {hasBefore && (
        <span className="conflict-before" title={before}>
          <span className="conflict-whose">{t("merging.before")} </span>
          {before}
        </span>
      )}
      {(["a", "b"] as const).map((one) => (
        <label key={one} title={of[one]}>
          <input
            type="radio"
            name={`conflict ${at}`}
            checked={side === one}
            onChange={() => onTake(one)}
            aria-label={`${t(one === "a" ? "merging.mine" : "merging.theirs")}${t("importing.effect.colon")}${of[one]}`}
          />
          <span className="conflict-whose">{t(one === "a" ? "merging.mine" : "merging.theirs")} </span>
          <span className="conflict-value">{of[one]}</span>
        </label>
      ))}
    </div>
  );
}
