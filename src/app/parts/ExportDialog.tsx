import { type ExportChoicesMade, ExportForm } from "../../ui/exporting/ExportForm.tsx";
import { useWords } from "../../ui/words.ts";
import { exportData } from "../commands/save.ts";
import { useDesk } from "../desk-context.ts";
import { useReturn } from "../state/return.ts";

/** What to export, wired to the document; as it was chosen last since the page was opened. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { language } = useWords();
  const desk = useDesk();
  useReturn();
  return (
    <ExportForm
      start={last}
      onClose={onClose}
      onExport={(choices) => {
        last = choices;
        onClose();
        void exportData(desk, choices, language);
      }}
    />
  );
}

let last: ExportChoicesMade = {
  format: "xlsx",
  datum: "wgs84",
  encoding: "utf-8",
  sheets: "tables",
  tables: ["zones", "facilities", "units", "sites", "rollup", "deficits"],
};
