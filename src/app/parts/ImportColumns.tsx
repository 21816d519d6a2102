import { Suspense, useEffect } from "react";
import type { FileChoices } from "../../../workers/protocol.ts";
import { keepSaid, sayOfTable } from "../commands/preview.ts";
import { leaveImport, takeIn } from "../commands/take-in.ts";
import { useDesk } from "../desk-context.ts";
import { type Importing, useImporting } from "../state/importing.ts";
import { Return } from "../state/return.ts";
import { rememberChoices } from "../state/session.ts";
import { fetchReport } from "./ImportDialog.tsx";
import { later } from "./later.tsx";

const ColumnsDialog = later(async () => (await import("../../ui/importing/ColumnsDialog.tsx")).ColumnsDialog);

/** Fetches the code of what is shown first of tables, while they are still being brought. */
export const fetchColumns = ColumnsDialog.fetch;

/** Tables that were brought, before they are taken in. */
export function ImportColumns({ onOtherFiles }: { readonly onOtherFiles: () => void }) {
  const desk = useDesk();
  const importing = useImporting((state) => state.importing);
  useEffect(() => {
    if (importing) fetchReport();
  }, [importing]);
  if (!importing) return null;
  return (
    <>
      <Suspense fallback={null}>
        <ColumnsDialog
          tables={tablesOf(importing)}
          unshown={(importing.previews ?? []).filter(
            ({ tables, issues }) => tables.length === 0 && issues.length > 0,
          )}
          onSay={(name, said) => void sayOfTable(desk, name, said as FileChoices)}
          onOtherFiles={onOtherFiles}
          onLeave={leaveImport}
          onImport={() => {
            keepSaid(importing);
            rememberChoices(importing.choices);
            void takeIn(desk, importing);
          }}
        />
      </Suspense>
      <Return />
    </>
  );
}

function tablesOf({ previews, choices, remembered }: Importing) {
  return previews?.flatMap(({ tables }) =>
    tables.map(({ name, role, sample, fields, ...others }) => ({
      ...{ ...others, ...sample, name, told: role, columns: fields },
      remembered: remembered.has(name),
      said: choices.byFile?.[name] ?? {},
    })),
  );
}
