import type { ReactNode } from "react";
import type { PeopleSum, ZoneCounts } from "../../core/city/city-facts.ts";
import { counted, formatNumber, formatShare } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";

interface Props {
  readonly zones: ZoneCounts;
  readonly people: readonly PeopleSum[];
}

/** How large the place is: zones and people, each with what it rests on. */
export function CityFigures({ zones: { all, byStatus, estimated }, people }: Props) {
  const { t } = useWords();
  return (
    <dl className="city-figures">
      <Figure name={t("city.zones")} value={formatNumber(all)}>
        {t("city.zonesByStatus", {
          fresh: formatNumber(byStatus.new),
          existing: formatNumber(byStatus.existing),
        })}
        {byStatus.unstated > 0 && t("city.zonesUnstated", counted(byStatus.unstated))}
      </Figure>
      <Figure name={t("city.estimated")} value={formatShare(all === 0 ? 0 : estimated / all)}>
        {t("city.estimatedOf", counted(estimated))}
      </Figure>
      {people.map((sum) => (
        <Figure
          key={sum.of}
          name={t(`city.people.${sum.of}`)}
          value={sum.zones === 0 ? t("tables.unknown") : formatNumber(sum.number)}
        >
          <Basis of={sum} />
        </Figure>
      ))}
    </dl>
  );
}

/** Who states the number, and what it is a number of. */
function Basis({ of: { zones, zonesWithout, bases } }: { readonly of: PeopleSum }) {
  const { t } = useWords();
  const stated = bases.map(({ base, zones: count }) => t(`city.base.${base}`, counted(count)));
  return (
    <>
      {t("city.stated", counted(zones))}
      {stated.length > 0 && ` (${stated.join(" · ")})`}
      {zonesWithout > 0 && ` · ${t("city.notStated", counted(zonesWithout))}`}
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Figure({ name, value, children }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      <dd className="remark">{children}</dd>
    </div>
  );
}
