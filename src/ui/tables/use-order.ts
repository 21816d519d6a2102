import { useMemo, useState } from "react";
import type { FactColumn } from "./FactTable.tsx";
import { orderRows, type Sorting } from "./order.ts";

/** The rows sorted by the chosen column, and how to choose another. Numbers begin with the largest, words with the first. */
export function useOrder(
  rows: Uint32Array,
  columns: readonly FactColumn[],
  language: string,
  first: Sorting,
) {
  const [chosen, setChosen] = useState<Sorting>();
  const sorting = chosen && columns.some(({ key }) => key === chosen.key) ? chosen : first;
  const column = columns.find(({ key }) => key === sorting.key);
  const ordered = useMemo(
    () => orderRows(rows, column, sorting.descending, language),
    [rows, column, sorting.descending, language],
  );
  const onSort = (key: string) => {
    const numeric = columns.find((one) => one.key === key)?.words === undefined;
    setChosen(sorting.key === key ? { key, descending: !sorting.descending } : { key, descending: numeric });
  };
  return { ordered, sorting, onSort };
}
