import type { ComponentProps } from "react";
import type { ZoneEvidence } from "../../core/analysis/evidence.ts";
import { toNumber } from "../../core/base/decimal.ts";
import { mostRequired } from "../../core/deficit/deficit.ts";
import { CARE_SUBJECTS, type CareSubject } from "../../core/model/facility-kind.ts";
import type { Remark } from "../../core/standards/judgement.ts";
import { formatMetres, formatShare } from "../../i18n/numbers.ts";
import { VerdictMark } from "../marks/VerdictMark.tsx";
import { type Speech, useWords } from "../words.ts";
import { CountedList, UncountedList } from "./FacilityLists.tsx";
import { LineAssumption } from "./LineAssumption.tsx";
import { LineCard } from "./LineCard.tsx";
import { OwnPackNotice } from "./OwnPackNotice.tsx";
import { UncheckedRows } from "./UncheckedRows.tsx";
import { ZoneShare } from "./ZoneShare.tsx";
import type { ZoneShareFacts } from "./zone-share.ts";
import "./evidence.css";

interface Props {
  readonly of: ZoneEvidence;
  readonly nearest: readonly NearestCare[];
  /** What else is known of the walk to each of them, once it is. */
  readonly walks?: Readonly<Record<CareSubject, readonly string[]>> | undefined;
  /** What the fair allocation gives it, by metric; none by another method. */
  readonly shares: readonly ZoneShareFacts[];
  readonly kindName: (kind: string) => string;
  readonly onFacility: (id: string) => void;
  /** Opens a 片区; absent on paper. */
  readonly onArea?: (id: string) => void;
  /** Opens the page of the method; absent on paper. */
  readonly onMethod?: () => void;
  /** Opens the form where what is not known is filled in; absent on paper. */
  readonly onFill?: () => void;
  /** How many facilities a list shows, on paper, where nothing can be unfolded. */
  readonly most?: number;
}

/** What the form of the zone mends. */
const TO_BE_FILLED: readonly Remark[] = ["status-unknown", "number-impossible"];

/** The nearest facility of a subject, walked to by the deciding profile. */
export interface NearestCare {
  readonly subject: CareSubject;
  readonly facility: { readonly id: string; readonly name: string } | undefined;
  readonly metres: number;
  readonly limit: number;
  readonly choices: number;
  readonly covered: number;
}

/** Everything behind a zone's verdict, worst line first. */
export function ZoneEvidencePanel(props: Props) {
  const { of, nearest, walks, shares, kindName, onFacility, onArea, onMethod, onFill, most } = props;
  const { t, text, sentence } = useWords();
  const { pack } = of;
  const titleOf = (rule: string) => {
    const line = of.lines.find((each) => each.rule === rule);
    return line ? text(line.title) : rule;
  };
  // Several lines may ask for one thing: its share is told with the one that says what is needed.
  const shareOf = new Map(
    shares.flatMap((share) => {
      const asking = of.lines.filter(({ metric, method }) => metric === share.metric && method === "fair");
      const needed = asking.find(({ line }) => {
        const most = mostRequired(line);
        return most !== undefined && toNumber(most) === share.need;
      });
      const told = needed ?? asking[0];
      return told ? [[told.rule, share] as const] : [];
    }),
  );
  return (
    <div className="evidence">
      <div className="evidence-overall">
        <VerdictMark verdict={of.overall} estimated={of.judgement.estimated} />
        <span className="remark">{t(`judging.verdictHelp.${of.overall}`)}</span>
      </div>
      {of.sensitive && of.secondReading && (
        <p className="flag">
          {t("evidence.sensitive", { verdict: t(`judging.verdict.${of.secondReading}`) })}
        </p>
      )}
      {pack === undefined && <p className="flag">{t("evidence.noPack")}</p>}
      {pack?.custom && <OwnPackNotice of={pack.custom} />}
      {of.borrowed && <p className="flag">{t("evidence.borrowed")}</p>}
      {pack && (
        <p className="remark">
          {text(pack.title)} · {t(`screen.banner.packStatus.${pack.status}`)}
          {pack.validTo && ` · ${t("screen.banner.expired", { date: pack.validTo })}`}
          {onMethod && (
            <>
              {" · "}
              <button type="button" className="link" onClick={onMethod}>
                {t("method.open")}
              </button>
            </>
          )}
        </p>
      )}
      <ul className="nearest">
        {nearest.map((care) => (
          <Nearest
            key={care.subject}
            {...care}
            remarks={walks?.[care.subject] ?? []}
            onFacility={onFacility}
          />
        ))}
        <li className="remark">{measuredWords(of, t)}</li>
      </ul>
      {of.unchecked && <UncheckedRows of={of.unchecked} onFacility={onFacility} />}
      {of.judgement.remarks.map((remark) => (
        <p key={remark} className="flag">
          {t(`judging.remark.${remark}`)}
          {onFill && TO_BE_FILLED.includes(remark) && (
            <>
              {" "}
              <button type="button" className="link" onClick={onFill}>
                {t("editing.fill")}
              </button>
            </>
          )}
        </p>
      ))}
      {of.judgement.phases && (
        <p className="remark">
          {of.judgement.phases
            .map(({ no, overall }) =>
              t("evidence.phase", { no: `${no}`, verdict: t(`judging.verdict.${overall}`) }),
            )
            .join(" · ")}
        </p>
      )}
      {of.judgement.groups.map(({ group, members, verdict }) => (
        <p key={group} className="flag">
          {t("evidence.group", {
            members: members.map(titleOf).join(t("evidence.groupJoin")),
            verdict: t(`judging.verdict.${verdict}`),
          })}
        </p>
      ))}
      {of.lines.map(
        ({ rule, title, clauses, altered, line, arithmetic, method, counted, assumes, notCounted }) => (
          <LineCard
            key={rule}
            {...{ title, clauses, altered, line, arithmetic, method }}
            documents={of.documents}
          >
            <Share of={shareOf.get(rule)} line={line} given={counted} {...{ onArea, most }} />
            <LineAssumption of={assumes} />
            <CountedList of={counted} unit={line.unit} {...{ kindName, onFacility, most }} />
            <UncountedList of={notCounted} unit={line.unit} {...{ kindName, onFacility, most }} />
          </LineCard>
        ),
      )}
      {of.issues.length > 0 && (
        <section className="line" aria-label={t("evidence.issues")}>
          <h3>{t("evidence.issues")}</h3>
          <ul className="notes">
            {of.issues.map((issue) => (
              <li key={`${issue.code} ${JSON.stringify(issue.facts)}`}>{sentence(issue)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Share({
  of,
  ...rest
}: Omit<ComponentProps<typeof ZoneShare>, "of"> & { of: ZoneShareFacts | undefined }) {
  return of && <ZoneShare of={of} {...rest} />;
}

/** What the walks of the zone start from and go along, and whether they hang together with the rest. */
function measuredWords(
  { origin, childcareOrigin, measured, connections }: ZoneEvidence,
  t: Speech["t"],
): string {
  const from = t(`judging.origin.${origin}`);
  if (measured.by === "straight") return from;
  const apart = CARE_SUBJECTS.flatMap((subject) => {
    const how = connections?.[subject];
    return how === "not-connected" || how === "island" ? [how] : [];
  });
  const cap = formatMetres(measured.cap);
  return [
    childcareOrigin
      ? `${t("judging.subject.elderly")} ${from} · ${t("judging.subject.childcare")} ${t(`judging.origin.${childcareOrigin}`)}`
      : from,
    t("walks.along"),
    ...new Set(apart.map((how) => t(how === "island" ? "walks.island" : "walks.zoneStray", { cap }))),
  ].join(" · ");
}

function Nearest({
  subject,
  facility,
  metres,
  limit,
  choices,
  covered,
  remarks,
  onFacility,
}: NearestCare & Pick<Props, "onFacility"> & { readonly remarks: readonly string[] }) {
  const { t } = useWords();
  const name = t(`judging.subject.${subject}`);
  if (!facility) return <li>{t("evidence.nearestNone", { subject: name })}</li>;
  return (
    <li>
      <span className="nearest-label">{t("evidence.nearest", { subject: name })}</span>
      <button type="button" className="link" onClick={() => onFacility(facility.id)}>
        {facility.name}
      </button>
      <span className="listed-amount">{formatMetres(metres)}</span>
      <small>
        {metres <= limit
          ? t("evidence.withinLimit", { number: `${choices}` })
          : t("evidence.beyondLimit", { limit: formatMetres(limit) })}
        {covered > 0 && covered < 1 && ` · ${t("evidence.covered", { share: formatShare(covered) })}`}
      </small>
      {remarks.map((remark) => (
        <small key={remark}>{remark}</small>
      ))}
    </li>
  );
}
