import { Modal } from "antd";
import { lazy, Suspense } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { useWords } from "../../../ui/words.ts";
import { useReturn } from "../../state/return.ts";
import { type Session, useSession } from "../../state/session.ts";
import "../../../ui/grid/grid-dialog.css";

const GridSheet = lazy(async () => ({ default: (await import("./GridSheet.tsx")).GridSheet }));

/** Rows that are edited as a sheet over the whole page; the sheet is loaded when somebody asks for one. */
export function GridDialog({ view }: { readonly view: ProjectView }) {
  const grid = useSession((session) => session.grid);
  return grid && <Open view={view} {...grid} />;
}

function Open({ view, table, ids }: { readonly view: ProjectView } & NonNullable<Session["grid"]>) {
  const { t } = useWords();
  useReturn();
  return (
    <Modal
      open
      width="100vw"
      className="grid-dialog"
      title={<span className="unseen">{t(`tables.grid.title.${table}`)}</span>}
      footer={null}
      closable={false}
      keyboard={false}
      mask={false}
      onCancel={close}
    >
      <Suspense>
        <GridSheet view={view} table={table} ids={ids} onClose={close} />
      </Suspense>
    </Modal>
  );
}

function close(): void {
  useSession.setState({ grid: undefined });
}
