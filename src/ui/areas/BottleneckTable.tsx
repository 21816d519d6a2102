import { type ReactNode, useCallback, useMemo } from "react";
import { formatNumber, plainLack, plainShare } from "../../i18n/numbers.ts";
import { namesWords } from "../evidence/effect-words.ts";
import { ShareBar } from "../marks/ShareBar.tsx";
import { widest } from "../tables/column-widths.ts";
import type { FactColumn } from "../tables/FactTable.tsx";
import { findRows } from "../tables/order.ts";
import { type Choosing, SearchTable } from "../tables/SearchTable.tsx";
import type { Taking } from "../tables/TableTools.tsx";
import { useWords } from "../words.ts";
import { areaName } from "./area-words.ts";
import type { BottleneckFacts } from "./bottleneck-facts.ts";
import { listedColumns, listedUnit } from "./listed-columns.tsx";

interface Props extends Choosing, Taking {
  readonly facilities: readonly BottleneckFacts[];
  readonly lead: ReactNode;
  /** What is said of all of them together. */
  readonly sums: ReactNode;
}

/** 瓶颈设施 of one subject: what a little more room would serve at each, and whom first. */
export function BottleneckTable({ facilities, lead, sums, ...props }: Props) {
  const { t } = useWords();
  const find = useCallback(
    (sought: string) => {
      const names = facilities.map(({ name, kindName }) => `${name}\n${kindName}`);
      const first = facilities.map((each) => each.first.join("\n"));
      return findRows(facilities.length, sought, names, first);
    },
    [facilities],
  );
  return (
    <SearchTable
      label={t("areas.lists.bottlenecks")}
      search={t("areas.searchFacilities")}
      find={find}
      columns={useColumns(facilities)}
      first={{ key: "served", descending: true }}
      {...{ lead, chosen: sums }}
      empty={t("tables.none")}
      {...props}
    />
  );
}

function useColumns(facilities: readonly BottleneckFacts[]): readonly FactColumn[] {
  const words = useWords();
  return useMemo(() => {
    const { t, gist } = words;
    const unit = listedUnit(facilities, words);
    const first = facilities.map((each) => firstWords(each, words));
    return [
      ...listedColumns(facilities, words),
      {
        ...{ key: "served", title: t("areas.bottlenecks.served"), width: 84, numeric: true, ...unit },
        help: t("areas.bottlenecks.servedHelp"),
        value: (row) => facilities[row]?.served ?? Number.NaN,
        text: (row) => facilities[row]?.served ?? Number.NaN,
        render: (row) =>
          words.providedGist(facilities[row]?.served ?? Number.NaN, facilities[row]?.unit ?? "m2"),
      },
      {
        ...{ key: "share", title: t("areas.bottlenecks.share"), width: 96, numeric: true },
        value: (row) => facilities[row]?.share ?? Number.NaN,
        text: (row) => plainShare(facilities[row]?.share ?? Number.NaN),
        render: (row) => <ShareBar share={facilities[row]?.share ?? 0} />,
      },
      {
        ...{ key: "lack", title: t("areas.bottlenecks.lack"), width: 84, numeric: true, ...unit },
        help: t("areas.bottlenecks.lackHelp"),
        value: (row) => facilities[row]?.lack ?? Number.NaN,
        text: (row) => plainLack(facilities[row]?.lack ?? Number.NaN, facilities[row]?.unit ?? "m2"),
        render: (row) => gist(facilities[row]?.lack ?? Number.NaN, facilities[row]?.unit ?? "m2"),
      },
      {
        key: "first",
        title: t("areas.bottlenecks.first"),
        width: Math.min(MOST_FIRST, widest(first) + 16),
        text: (row) => first[row] ?? "",
        render: (row) => (
          <span className="facts-name" title={first[row]}>
            {first[row]}
          </span>
        ),
      },
      {
        ...{ key: "area", title: t("areas.columns.area"), width: 72, numeric: true },
        value: (row) => facilities[row]?.area ?? Number.NaN,
        text: (row) => facilities[row]?.area ?? Number.NaN,
        render: (row) => areaName({ number: facilities[row]?.area ?? 0 }, words),
      },
    ];
  }, [facilities, words]);
}

/** Who gains first: a few by name, and how many they are if there are more. */
function firstWords({ first, firstCount }: BottleneckFacts, { t }: Parameters<typeof namesWords>[1]): string {
  return firstCount > first.length
    ? t("areas.bottlenecks.firstMore", { names: first[0] ?? "", number: formatNumber(firstCount) })
    : namesWords(first, { t });
}

const MOST_FIRST = 180;
