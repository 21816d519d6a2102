import { lazy, Suspense } from "react";
import type { FileChoices } from "../../../workers/protocol.ts";
import { leaveImport, takeIn } from "../commands/open.ts";
import { keepSaid, sayOfTable } from "../commands/preview.ts";
import { useDesk } from "../desk-context.ts";
import { type Importing, useImporting } from "../state/importing.ts";
import { Return } from "../state/return.ts";
import { rememberChoices } from "../state/session.ts";

const ColumnsDialog = lazy(async () => ({
  default: (await import("../../ui/importing/ColumnsDialog.tsx")).ColumnsDialog,
}));

/** Tables that were brought, before they are taken in. */
export function ImportColumns({ onOtherFiles }: { readonly onOtherFiles: () => void }) {
  const desk = useDesk();
  const importing = useImporting((state) => state.importing);
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
