import { useEffect, useState } from "react";
import type { TypedTable, WrittenTable } from "../../../../workers/protocol.ts";
import type { Facility } from "../../../core/model/facility.ts";
import type { Patch, RowChange } from "../../../core/model/patch.ts";
import type { ResidentialZone } from "../../../core/model/residential-zone.ts";
import { writtenFacility } from "../../../io/typed/typed-facility.ts";
import { writtenZone } from "../../../io/typed/typed-zone.ts";
import { writtenRowOf } from "../../../io/typed/written-table.ts";
import type { GridRow, GridRows } from "../../../ui/grid/grid-rows.ts";
import { useDesk } from "../../desk-context.ts";
import { type Deed, useDocument } from "../../state/document.ts";

/** Rows of the document as texts, by these ids, as they are now: they follow what is done and taken back. */
export function useGridRows(table: TypedTable, ids: readonly string[]): GridRows | undefined {
  const desk = useDesk();
  const [rows, setRows] = useState<Rows>();
  useEffect(() => {
    const abort = new AbortController();
    let made: Rows | undefined;
    const missed: Step[] = [];
    const stop = useDocument.subscribe(({ done: now }, { done: before }) => {
      const steps = stepsBetween(before, now);
      if (steps.length === 0) return;
      if (!made) missed.push(...steps);
      else {
        made = steps.reduce((rows, step) => after(rows, table, step), made);
        setRows(made);
      }
    });
    void desk.call("rows", { table, ids }, { signal: abort.signal }).then((answer) => {
      if (answer.state !== "done" || abort.signal.aborted) return;
      made = missed.reduce((rows, step) => after(rows, table, step), rowsOf(answer.output));
      setRows(made);
    });
    return () => {
      abort.abort();
      stop();
    };
  }, [desk, table, ids]);
  return rows;
}

interface Rows extends GridRows {
  readonly written: WrittenTable;
  readonly places: ReadonlyMap<string, number>;
  /** Rows made so far, by id; what is not among them is made when it is asked for. */
  readonly made: Map<string, GridRow>;
  /** Rows that were taken out since. */
  readonly gone: ReadonlySet<string>;
}

function rowsOf(written: WrittenTable): Rows {
  const places = new Map(written.ids.map((id, at) => [id, at]));
  return withIds({ written, places, made: new Map(), gone: new Set() }, written.ids);
}

function withIds(of: Omit<Rows, keyof GridRows>, ids: readonly string[]): Rows {
  const { written, places, made } = of;
  return {
    ...of,
    count: ids.length,
    at: (row) => {
      const id = ids[row];
      if (id === undefined) return undefined;
      const known = made.get(id);
      if (known) return known;
      const fresh = { id, ...writtenRowOf(written, places.get(id) ?? 0) };
      made.set(id, fresh);
      return fresh;
    },
  };
}

/** A patch, and whether it was made or taken back. */
interface Step {
  readonly patch: Patch;
  readonly back: boolean;
}

function stepsBetween(before: readonly Deed[], now: readonly Deed[]): readonly Step[] {
  const made = now.slice(before.length).map(({ patch }) => ({ patch, back: false }));
  const takenBack = before.slice(now.length).toReversed();
  return [...made, ...takenBack.map(({ patch }) => ({ patch, back: true }))].flatMap(({ patch, back }) =>
    patch ? [{ patch, back }] : [],
  );
}

/** The rows after a step. Those of other tables, and those that are not listed, make no difference. */
function after(rows: Rows, table: TypedTable, { patch, back }: Step): Rows {
  const { written, places } = rows;
  const made = new Map(rows.made);
  const gone = new Set(rows.gone);
  const take = <Row extends { readonly id: string }>(
    changes: readonly RowChange<Row>[] = [],
    textsOf: (row: Row) => Omit<GridRow, "id">,
  ) => {
    for (const { before, after } of changes) {
      const [is, was] = back ? [before, after] : [after, before];
      const id = (is ?? was)?.id ?? "";
      if (!places.has(id)) continue;
      if (!is) gone.add(id);
      else {
        gone.delete(id);
        made.set(id, { id, ...textsOf(is) });
      }
    }
  };
  if (table === "facilities") take<Facility>(patch.facilities, writtenFacility);
  else take<ResidentialZone>(patch.zones, writtenZone);
  return withIds(
    { written, places, made, gone },
    written.ids.filter((id) => !gone.has(id)),
  );
}
