import { Button, Modal } from "antd";
import { useMemo } from "react";
import type { MeasureDone } from "../../../../workers/plan-tasks.ts";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { canDrawMap } from "../../../map/webgl.ts";
import { PlanComparison } from "../../../ui/plans/PlanComparison.tsx";
import { sizeWords } from "../../../ui/plans/plan-words.ts";
import { useWords } from "../../../ui/words.ts";
import { planComparison } from "../../derived/plan-comparison.ts";
import { keptName } from "../../derived/plan-goal.ts";
import { useDocument } from "../../state/document.ts";
import { groundOf, isCounted, isOverBudget, isSameGround } from "../../state/plan-made.ts";
import { usePlans } from "../../state/plans.ts";
import { useReturn } from "../../state/return.ts";
import { select } from "../../state/session.ts";
import { SwipePlans } from "./SwipePlans.tsx";

/** Kept plans side by side, over the page; only those that were made of the document as it is now. */
export function ComparePlans({
  view,
  onClose,
}: {
  readonly view: ProjectView;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const kept = usePlans((plans) => plans.kept);
  const document = useDocument();
  const { results } = document;
  const current = useMemo(() => {
    const ground = groundOf(document);
    return kept.filter((one) => isSameGround(one.ground, ground) && isCounted(one));
  }, [kept, document]);
  const facts = useMemo(() => {
    if (!results || current.length === 0) return undefined;
    const plans = current.map((one) => ({
      ...{ id: `${one.number}`, name: keptName(one, words), found: one.found },
      isOverBudget: isOverBudget(one.asked, one.found),
    }));
    const wordsOf = (measure: MeasureDone) =>
      `${words.t(`plans.kinds.${measure.kind}`)} ${sizeWords(measure, words)}`;
    return planComparison(view.zones, results, plans, wordsOf);
  }, [view, results, current, words]);
  useReturn();
  const onZone = (id: string) => {
    onClose();
    select({ kind: "zone", id });
  };
  return (
    <Modal open width="min(1240px, 96vw)" title={t("comparing.title")} footer={null} onCancel={onClose}>
      {current.length < kept.length && <p className="flag">{t("comparing.stale")}</p>}
      {current.some(({ rebased }) => rebased) && <p className="remark">{t("rebasing.compared")}</p>}
      {kept.length === 0 && <p>{t("comparing.few")}</p>}
      {results && facts && (
        <>
          {canDrawMap() && <SwipePlans view={view} now={results} kept={current} onZone={onZone} />}
          <PlanComparison of={facts} onZone={onZone} />
        </>
      )}
      <p className="comparison-kept">
        {kept.map((one) => (
          <Button
            key={one.number}
            size="small"
            onClick={() =>
              usePlans.setState((plans) => ({ kept: plans.kept.filter((other) => other !== one) }))
            }
          >
            {t("comparing.remove", { name: keptName(one, words) })}
          </Button>
        ))}
      </p>
    </Modal>
  );
}
