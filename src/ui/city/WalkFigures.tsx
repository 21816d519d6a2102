import { Button } from "antd";
import { useState } from "react";
import type { CircleApart, WalkFindings } from "../../core/analysis/walk-findings.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import { counted, formatNumber, formatShare } from "../../i18n/numbers.ts";
import { apartWords } from "../marks/apart-words.ts";
import { KindGlyph } from "../marks/KindGlyph.tsx";
import { useWords } from "../words.ts";

/** What is known of walks, and how it is looked at. */
export interface Walks {
  /** Absent while it is being worked out. */
  readonly found: Readonly<Record<CareSubject, WalkFindings>> | undefined;
  /** The document has streets. */
  readonly streets: boolean;
  /** Straight lines decide. */
  readonly straight: boolean;
  readonly zoneName: (zone: number) => string;
  readonly facilityName: (facility: number) => string;
  readonly onZone: (zone: number) => void;
}

/** Where the circle is wrong and why, by subject; whose coverage hangs on how fast they walk; and what on the edge of the data. */
export function WalkFigures({ walks }: { readonly walks: Walks }) {
  const { t } = useWords();
  const { found, streets, straight } = walks;
  if (!found) return <p className="remark">{t("walks.loading")}</p>;
  return (
    <>
      {!streets && <p className="remark">{t("walks.noStreets")}</p>}
      {streets && straight && <p className="remark">{t("walks.byCircle")}</p>}
      <ul className="city-list">
        {[found.elderly, found.childcare].map((of) => (
          <li key={of.subject}>
            <header>
              <KindGlyph subject={of.subject} />
              <span>{t(`judging.subject.${of.subject}`)}</span>
            </header>
            <Findings of={of} walks={walks} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Findings({ of, walks }: { readonly of: WalkFindings; readonly walks: Walks }) {
  const { t } = useWords();
  const { circle, stable, atEdge } = of;
  const base = t(`judging.people.${stable.base}`);
  const edge = atEdge.reduce((sum, marked) => sum + marked, 0);
  const inCircle = circle?.apart.filter(({ by }) => by === "circle-only") ?? [];
  const wrong = inCircle.filter(({ connected }) => connected);
  const people = wrong.reduce((sum, each) => sum + (Number.isNaN(each.people) ? 0 : each.people), 0);
  const strays = inCircle.length - wrong.length;
  return (
    <>
      {circle && (
        <p>
          {wrong.length === 0
            ? t("walks.circleOnlyNone")
            : t("walks.circleOnly", {
                ...counted(wrong.length),
                people: formatNumber(Math.ceil(people - 1e-6), 0),
                base,
              })}
          {circle.zones["network-only"] > 0 &&
            ` · ${t("walks.networkOnly", counted(circle.zones["network-only"]))}`}
          {strays > 0 && ` · ${t("walks.unjoined", counted(strays))}`}
        </p>
      )}
      {wrong.length > 0 && <Wrong of={wrong} walks={walks} />}
      {stable.total > 0 && (
        <p className="remark">
          {t("walks.stable", {
            share: formatShare((stable.covered + stable.uncovered) / stable.total, 1),
            covered: formatShare(stable.covered / stable.total, 1),
            uncovered: formatShare(stable.uncovered / stable.total, 1),
          })}
        </p>
      )}
      {edge > 0 && <p className="remark">{t("walks.edge", counted(edge))}</p>}
    </>
  );
}

/** Those first that lie wholly so, then those with a barrier that is drawn, then the longest ways around. */
function Wrong({ of, walks }: { readonly of: readonly CircleApart[]; readonly walks: Walks }) {
  const { t } = useWords();
  const [shown, setShown] = useState(FIRST);
  const ordered = of.toSorted((a, b) => b.part - a.part || worth(b) - worth(a) || a.zone - b.zone);
  return (
    <>
      <ul className="walk-list" aria-label={t("walks.worst")}>
        {ordered.slice(0, shown).map((apart) => (
          <li key={apart.zone}>
            <button type="button" className="link" onClick={() => walks.onZone(apart.zone)}>
              {walks.zoneName(apart.zone)}
            </button>{" "}
            {t("walks.toward", { facility: walks.facilityName(apart.facility) })}
            <small>{apartWords(apart, t)}</small>
          </li>
        ))}
      </ul>
      {shown < ordered.length && (
        <Button size="small" type="link" className="walk-more" onClick={() => setShown(shown + MORE)}>
          {t("walks.more", counted(ordered.length - shown))}
        </Button>
      )}
    </>
  );
}

/** Where no street leads at all, the streets themselves may be lacking: a way around tells more. */
function worth({ barrier, circle, network }: CircleApart): number {
  return (barrier ? 1e9 : 0) + (Number.isFinite(network) ? network - circle : 0);
}

const FIRST = 3;
const MORE = 20;
