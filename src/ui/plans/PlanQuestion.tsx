import { Button, Radio } from "antd";
import type { ReactNode } from "react";
import { NumberField } from "../fields/NumberField.tsx";
import { useWords } from "../words.ts";
import "./plans.css";

const GOALS = ["most", "close", "budget"] as const;
type Goal = (typeof GOALS)[number];

interface Props {
  readonly goal: Goal;
  readonly onGoal: (goal: Goal) => void;
  /** 万元. */
  readonly budget: number | undefined;
  readonly onBudget: (budget: number | undefined) => void;
  /** A plan is there that another would take the place of. */
  readonly again: boolean;
  /** Absent while nothing can be asked. */
  readonly onFind: (() => void) | undefined;
  /** What is fixed beforehand. */
  readonly children: ReactNode;
}

/** What a plan is to do, in plain words, and how it is asked for. */
export function PlanQuestion({ goal, onGoal, budget, onBudget, again, onFind, children }: Props) {
  const { t } = useWords();
  const unsaid = goal === "budget" && budget === undefined;
  return (
    <section className="plan-part" aria-label={t("plans.ask")}>
      <Radio.Group
        className="plan-goals"
        aria-label={t("plans.ask")}
        value={goal}
        onChange={(event) => onGoal(event.target.value as Goal)}
        options={GOALS.map((one) => ({ value: one, label: t(`plans.goals.${one}`) }))}
      />
      {goal === "budget" && (
        <NumberField
          label={t("plans.budget")}
          value={budget}
          from={0}
          to={MOST}
          digits={1}
          step={100}
          suffix={t("plans.money")}
          {...(budget === 0 && { help: t("plans.noMoney") })}
          onChange={onBudget}
        />
      )}
      {children}
      <p className="plan-go">
        <Button type="primary" disabled={unsaid || onFind === undefined} onClick={onFind}>
          {t(again ? "plans.findAgain" : "plans.find")}
        </Button>
        {unsaid && <span className="remark">{t("plans.noBudget")}</span>}
      </p>
    </section>
  );
}

/** 万元: a hundred billion. */
const MOST = 10_000_000;
