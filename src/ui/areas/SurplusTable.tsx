import { type ReactNode, useCallback, useMemo } from "react";
import type { FactColumn } from "../tables/FactTable.tsx";
import { findRows } from "../tables/order.ts";
import { type Choosing, SearchTable } from "../tables/SearchTable.tsx";
import type { Taking } from "../tables/TableTools.tsx";
import { useWords } from "../words.ts";
import type { SurplusFacts } from "./bottleneck-facts.ts";
import { listedColumns, listedUnit } from "./listed-columns.tsx";

interface Props extends Choosing, Taking {
  readonly facilities: readonly SurplusFacts[];
  readonly lead: ReactNode;
  /** What is said of all of them together. */
  readonly sums: ReactNode;
}

const AMOUNTS = ["room", "open"] as const;

/** 富余设施 of one subject: what of each is left over. */
export function SurplusTable({ facilities, lead, sums, ...props }: Props) {
  const words = useWords();
  const { t } = words;
  const find = useCallback(
    (sought: string) => {
      const names = facilities.map(({ name, kindName }) => `${name}\n${kindName}`);
      return findRows(facilities.length, sought, names);
    },
    [facilities],
  );
  const columns = useMemo(
    () => [
      ...listedColumns(facilities, words),
      ...AMOUNTS.map(
        (key): FactColumn => ({
          ...{ key, title: t(`areas.surplus.${key}`), width: 84, numeric: true },
          ...listedUnit(facilities, words),
          value: (row) => facilities[row]?.[key] ?? Number.NaN,
          text: (row) => facilities[row]?.[key] ?? Number.NaN,
          render: (row) =>
            words.providedGist(facilities[row]?.[key] ?? Number.NaN, facilities[row]?.unit ?? "m2"),
        }),
      ),
    ],
    [facilities, words, t],
  );
  return (
    <SearchTable
      label={t("areas.lists.surplus")}
      search={t("tables.searchFacilities")}
      find={find}
      columns={columns}
      first={{ key: "room", descending: true }}
      {...{ lead, chosen: sums }}
      empty={t("tables.none")}
      {...props}
    />
  );
}
