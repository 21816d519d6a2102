interface Named {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/** What a row is called: without a name, by its id. */
export function rowName({ ids, names }: Named, row: number): string {
  return names[row] || (ids[row] ?? "");
}

export function rowNames(table: Named): readonly string[] {
  return table.names.map((_, row) => rowName(table, row));
}
