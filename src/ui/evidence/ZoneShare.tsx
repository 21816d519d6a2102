import type { CountedFacility } from "../../core/analysis/evidence.ts";
import type { Line } from "../../core/standards/judgement.ts";
import { counted, formatNumber, roundedDown, roundedUp } from "../../i18n/numbers.ts";
import type { AreaDetail } from "../areas/area-facts.ts";
import { addedUp, amountWords, areaName, areaSentence, heldSentence } from "../areas/area-words.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { useWords } from "../words.ts";
import { givenTo, shareRemarks, shortnessWords, type ZoneShareFacts } from "./zone-share.ts";
import "./zone-share.css";

interface Props {
  readonly of: ZoneShareFacts;
  /** The line that asks for it. */
  readonly line: Line;
  /** What it has and is given. */
  readonly given: readonly CountedFacility[];
  /** Absent on paper, where the whole certificate is told instead. */
  readonly onArea: ((id: string) => void) | undefined;
  /** How many facilities the certificate names on paper; the others are summed up. */
  readonly most: number | undefined;
}

/** What the fair allocation gives a zone, and where it is short, with what and by which certificate. */
export function ZoneShare({ of: { state, need, share, short }, line, given: from, onArea, most }: Props) {
  const words = useWords();
  const { t } = words;
  const { unit } = line;
  const { own, given } = givenTo(from);
  const remarks = shareRemarks(line, from, words);
  return (
    <section className="zone-share" aria-label={t("evidence.share.title")}>
      <div className="line-head">
        <h4>{t("evidence.share.title")}</h4>
        <strong>{t(`evidence.share.state.${state}`)}</strong>
      </div>
      <dl className="amounts">
        <div>
          <dt>{t("evidence.share.need")}</dt>
          <dd>{amountWords(roundedUp(need), unit, words)}</dd>
        </div>
        <div>
          <dt>{t("evidence.share.own")}</dt>
          <dd>{amountWords(roundedDown(own), unit, words)}</dd>
        </div>
        <div>
          <dt>{t("evidence.share.given")}</dt>
          <dd>{amountWords(roundedDown(given), unit, words)}</dd>
        </div>
        <div>
          <dt>{t("areas.zone.share")}</dt>
          <dd>
            <ShareBar share={share} decimals={1} />
          </dd>
        </div>
      </dl>
      {remarks.length > 0 && <p className="remark">{remarks.join(" ")}</p>}
      {short && (
        <>
          <p>
            {shortnessWords(short, words)}
            {onArea && (
              <>
                {" "}
                <button type="button" className="link" onClick={() => onArea(short.area.facts.id)}>
                  {t("evidence.share.open", { area: areaName(short.area.facts, words) })}
                </button>
              </>
            )}
          </p>
          <p className="zone-certificate">{areaSentence(short.area.facts, words)}</p>
          {most !== undefined && <Certificate of={short.area} most={most} />}
        </>
      )}
    </section>
  );
}

/** All facilities that a 片区 reaches, with what they hold, and what is missing beside that. */
function Certificate({ of, most }: { readonly of: AreaDetail; readonly most: number }) {
  const words = useWords();
  const { t } = words;
  const { facts, facilities } = of;
  const { unit } = facts;
  const { need, capacity, missing } = addedUp(facts);
  const held = heldSentence(of, words);
  const [shown, rest] = [facilities.slice(0, most), facilities.slice(most)];
  const more = rest.reduce((sum, facility) => sum + facility.capacity, 0);
  return (
    <>
      <p className="arithmetic">
        {[formatNumber(need), "−", formatNumber(capacity), "=", amountWords(missing, unit, words)].join(" ")}
      </p>
      {held && <p className="remark">{held}</p>}
      {facilities.length > 0 && (
        <div className="listed">
          <h4>
            {t("areas.facilities")} <span className="facts-aside">{formatNumber(facilities.length)}</span>
          </h4>
          <ul className="certified">
            {shown.map(({ id, name, capacity }) => (
              <li key={id}>
                <span>{name}</span>
                <span className="listed-amount">{amountWords(roundedDown(capacity), unit, words)}</span>
              </li>
            ))}
            {rest.length > 0 && (
              <li>
                <span>{t("evidence.share.others", counted(rest.length))}</span>
                <span className="listed-amount">{amountWords(roundedDown(more), unit, words)}</span>
              </li>
            )}
          </ul>
        </div>
      )}
    </>
  );
}
