import { Button } from "antd";
import { useEffect, useState } from "react";
import type { WorkStep } from "../../core/base/work.ts";
import { formatShare } from "../../i18n/numbers.ts";
import { useWords } from "../words.ts";

/** Nothing for 300 ms; then a bar with what is being done, and a way to stop it where there is none by itself. */
export function ProgressLine({
  step,
  onCancel,
}: {
  readonly step: WorkStep | undefined;
  readonly onCancel?: () => void;
}) {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  const share = step?.share ?? 0;
  const part = t(`judging.work.${step?.part ?? "check"}`);
  return (
    <div className="progress">
      <progress aria-label={part} value={share} max={1} />
      <span role="status">{t("screen.working", { part, share: formatShare(share) })}</span>
      {onCancel && (
        <Button size="small" onClick={onCancel}>
          {t("screen.cancel")}
        </Button>
      )}
    </div>
  );
}
