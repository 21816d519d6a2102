import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { lazy, Suspense, useRef, useState } from "react";
import type { AnalysisView, ProjectView } from "../../../../workers/protocol.ts";
import { counted } from "../../../i18n/numbers.ts";
import { saveFile } from "../../../platform/browser/files.ts";
import { sizeWords } from "../../../ui/plans/plan-words.ts";
import type { PlanReportFacts } from "../../../ui/plans/report-facts.ts";
import type { SheetBasis } from "../../../ui/print/Sheet.tsx";
import { type Speech, useWords } from "../../../ui/words.ts";
import { type KeptPlan, planComparison } from "../../derived/plan-comparison.ts";
import { planSheets } from "../../derived/plan-sheets.ts";
import { useDocument } from "../../state/document.ts";
import { isAdoptable } from "../../state/plan-made.ts";
import { usePlanReport } from "../../state/plan-report.ts";
import { planShown, usePlans } from "../../state/plans.ts";
import { useSession } from "../../state/session.ts";
import { useSheetBasis } from "../../state/sheet-basis.ts";

const ComparePlans = lazy(async () => ({ default: (await import("./ComparePlans.tsx")).ComparePlans }));

/** What becomes of the plan on screen outside of it: the report on paper, a workbook, and kept plans side by side. */
export function PlanOutputs({ view }: { readonly view: ProjectView }) {
  const words = useWords();
  const { t } = words;
  const button = useRef<HTMLButtonElement>(null);
  const results = useDocument((document) => document.results);
  const kept = usePlans((plans) => plans.kept.length);
  const found = usePlans(planShown);
  // What is open is no plan yet.
  const isDecided = usePlans(({ made }) => made !== undefined && isAdoptable(made));
  const makeReport = usePlanReport(view);
  const basis = useSheetBasis(view);
  const [isComparing, compare] = useState(false);
  const print = (streets: boolean) => useSession.setState({ printing: { kind: "plan", streets } });
  const save = () => {
    if (!found || !results || !makeReport) return;
    const shown = { id: "shown", name: t("plans.shadesAfter"), found };
    void saveWorkbook(view, results, shown, makeReport(), basis, words);
  };
  return (
    <>
      <Dropdown
        trigger={["click"]}
        autoFocus
        disabled={!makeReport || !isDecided}
        onOpenChange={(open) => open || button.current?.focus()}
        menu={{
          items: [
            { key: "report", label: t("report.print") },
            { key: "streets", label: t("report.printStreets") },
            { key: "workbook", label: t("report.workbook") },
          ],
          onClick: ({ key, domEvent }) => {
            // Else the same key would press the button that has the focus by then.
            domEvent.preventDefault();
            if (key === "workbook") save();
            else print(key === "streets");
          },
        }}
      >
        <Button ref={button}>
          {t("report.outputs")} <DownOutlined />
        </Button>
      </Dropdown>
      {kept > 0 && <Button onClick={() => compare(true)}>{t("comparing.open", counted(kept))}</Button>}
      {isComparing && (
        <Suspense>
          <ComparePlans view={view} onClose={() => compare(false)} />
        </Suspense>
      )}
    </>
  );
}

async function saveWorkbook(
  view: ProjectView,
  results: AnalysisView,
  shown: KeptPlan,
  report: PlanReportFacts,
  basis: SheetBasis,
  words: Speech,
): Promise<void> {
  const beside = planComparison(view.zones, results, [shown], (measure) => sizeWords(measure, words));
  const { plainWorkbook } = await import("../../../io/export/formats/workbook-file.ts");
  const bytes = await plainWorkbook(planSheets(report, beside, basis, words));
  saveFile(`${view.name}-${words.t("report.title")}.xlsx`, bytes);
}
