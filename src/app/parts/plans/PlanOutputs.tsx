import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { counted } from "../../../i18n/numbers.ts";
import { saveFile } from "../../../platform/browser/files.ts";
import { sizeWords } from "../../../ui/plans/plan-words.ts";
import { useWords } from "../../../ui/words.ts";
import { planComparison } from "../../derived/plan-comparison.ts";
import { planSheets } from "../../derived/plan-sheets.ts";
import { useDocument } from "../../state/document.ts";
import { usePlanReport } from "../../state/plan-report.ts";
import { planShown, usePlans } from "../../state/plans.ts";
import { useSession } from "../../state/session.ts";
import { useSheetBasis } from "../../state/sheet-basis.ts";

const ComparePlans = lazy(async () => ({ default: (await import("./ComparePlans.tsx")).ComparePlans }));

/** What becomes of the plan on screen outside of it: the report on paper, a workbook, and kept plans side by side. */
export function PlanOutputs({ view }: { readonly view: ProjectView }) {
  const { t } = useWords();
  const kept = usePlans((plans) => plans.kept.length);
  const [isComparing, compare] = useState(false);
  const print = (streets: boolean) => useSession.setState({ printing: { kind: "plan", streets } });
  return (
    <p className="plan-go">
      <Button onClick={() => print(false)}>{t("report.print")}</Button>
      <Button onClick={() => print(true)}>{t("report.printStreets")}</Button>
      <Workbook view={view} />
      {kept > 0 && <Button onClick={() => compare(true)}>{t("comparing.open", counted(kept))}</Button>}
      {isComparing && (
        <Suspense>
          <ComparePlans view={view} onClose={() => compare(false)} />
        </Suspense>
      )}
    </p>
  );
}

/** The plan as a workbook, with the kept ones beside it. */
function Workbook({ view }: { readonly view: ProjectView }) {
  const words = useWords();
  const { t } = words;
  const results = useDocument((document) => document.results);
  const found = usePlans(planShown);
  const report = usePlanReport(view);
  const basis = useSheetBasis(view);
  if (!found || !results || !report) return null;
  const save = async () => {
    const plans = [{ id: "", name: t("report.columns.after"), found }];
    const beside = planComparison(view.zones, results, plans, (measure) => sizeWords(measure, words));
    const { plainWorkbook } = await import("../../../io/export/formats/workbook-file.ts");
    saveFile(
      `${view.name}-${t("report.title")}.xlsx`,
      await plainWorkbook(planSheets(report, beside, basis, words)),
    );
  };
  return <Button onClick={() => void save()}>{t("report.workbook")}</Button>;
}
