import { useState } from "react";
import type { CountedFacility, UncountedFacility } from "../../core/analysis/evidence.ts";
import { type FacilityKind, subjectOfKind } from "../../core/model/facility-kind.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatMetres } from "../../i18n/numbers.ts";
import { KindGlyph } from "../marks/KindGlyph.tsx";
import { type Speech, useWords } from "../words.ts";
import { givenWords } from "./zone-share.ts";

interface Shared {
  readonly unit: RuleUnit;
  readonly kindName: (kind: string) => string;
  readonly onFacility: (id: string) => void;
  /** How many are shown, on paper, where nothing can be unfolded. */
  readonly most?: number | undefined;
}

const SHOWN_AT_FIRST = 5;

export function CountedList({ of, unit, ...shared }: Shared & { readonly of: readonly CountedFacility[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <Rows
      title={t("evidence.counted")}
      none={t("evidence.countedNone")}
      rows={of.map((each) => ({
        ...{ facility: each.facility, name: each.name, kind: each.kind, metres: each.metres },
        amount: givenWords(each, unit, words),
        remark: t(`evidence.where.${each.where}`),
        also: each.others && alsoServed(each.others, t),
      }))}
      {...shared}
    />
  );
}

export function UncountedList({
  of,
  unit,
  ...shared
}: Shared & { readonly of: readonly UncountedFacility[] }) {
  const { t, quantity } = useWords();
  if (of.length === 0) return null;
  return (
    <Rows
      title={t("evidence.notCounted")}
      none=""
      rows={of.map(({ facility, name, kind, amount, why, metres }) => ({
        ...{ facility, name, kind, metres },
        amount: amount === undefined ? undefined : quantity(amount, unit),
        remark: t(`judging.uncounted.${why}`),
        also: undefined,
      }))}
      {...shared}
    />
  );
}

interface ListedFacility {
  readonly facility: string;
  readonly name: string | undefined;
  readonly kind: FacilityKind;
  readonly amount: string | undefined;
  readonly metres: number | undefined;
  readonly remark: string;
  /** Who has rooms of it too. */
  readonly also: string | undefined;
}

function alsoServed({ zones, more }: NonNullable<CountedFacility["others"]>, t: Speech["t"]): string {
  const names = zones.map(({ zone, name }) => name ?? zone).join(t("screen.headline.and"));
  return more === 0
    ? t("evidence.others", { names })
    : t("evidence.othersAndMore", { names, ...counted(more) });
}

interface RowsProps extends Omit<Shared, "unit"> {
  readonly title: string;
  readonly none: string;
  readonly rows: readonly ListedFacility[];
}

function Rows({ title, none, rows, kindName, onFacility, most }: RowsProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, most ?? SHOWN_AT_FIRST);
  return (
    <div className="listed">
      <h4>
        {title} <span className="facts-aside">{rows.length}</span>
      </h4>
      {rows.length === 0 && <p className="remark">{none}</p>}
      <ul>
        {shown.map(({ facility, name, kind, amount, metres, remark, also }) => (
          <li key={`${facility} ${remark}`}>
            <KindGlyph subject={subjectOfKind(kind)} />
            <button type="button" className="link" onClick={() => onFacility(facility)}>
              {name ?? facility}
            </button>
            <span className="listed-amount">
              {[amount, metres === undefined ? undefined : formatMetres(metres)].filter(Boolean).join(" · ")}
            </span>
            <small>
              {remark} · {kindName(kind)}
            </small>
            {also && <small>{also}</small>}
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t("evidence.more", { number: `${rows.length - shown.length}` })}
        </button>
      )}
    </div>
  );
}
