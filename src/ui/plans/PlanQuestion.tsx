import { Button, Checkbox, Radio, Select } from "antd";
import { type ReactNode, useCallback, useState } from "react";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import { SubjectChoice } from "../areas/AreaChoices.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { useWords } from "../words.ts";
import { REACH_GOALS, type ReachGoalName } from "./plan-facts.ts";
import { moneyUnit } from "./plan-words.ts";
import "./plans.css";

const ROOM_GOALS = ["most", "close", "budget"] as const;
type Goal = (typeof ROOM_GOALS)[number] | ReachGoalName;

const EQUITIES = ["alike", "more", "first"] as const;
type Equity = (typeof EQUITIES)[number];

/** The years that a plan is spread over. */
export interface SpreadYears {
  readonly first: number;
  readonly last: number;
  readonly carry: boolean;
}

interface Props {
  readonly goal: Goal;
  readonly onGoal: (goal: Goal) => void;
  /** 万元; of a plan over years what each of them may cost. */
  readonly budget: number | undefined;
  readonly onBudget: (budget: number | undefined) => void;
  /** How many new places, where that is asked. */
  readonly count: number;
  readonly onCount: (count: number) => void;
  /** Everybody is to have two places, where everybody is asked for. */
  readonly backup: boolean;
  readonly onBackup: (backup: boolean) => void;
  readonly subject: CareSubject;
  readonly onSubject: (subject: CareSubject) => void;
  /** Absent where all is done at once. */
  readonly spread: SpreadYears | undefined;
  readonly onSpread: (spread: SpreadYears | undefined) => void;
  /** Whether it is to be good in the worst of the cases of doubt, or on average of them. */
  readonly doubt: "worst" | "average" | undefined;
  readonly onDoubt: (doubt: "worst" | "average" | undefined) => void;
  /** Whether those who lack more count more, or come first whatever others lack. */
  readonly equity: Equity;
  readonly onEquity: (equity: Equity) => void;
  /** The year that a plan over years would begin in. */
  readonly thisYear: number;
  /** A plan is there that another would take the place of. */
  readonly again: boolean;
  /** Absent while nothing can be asked. */
  readonly onFind: (() => void) | undefined;
  /** What is fixed beforehand. */
  readonly children: ReactNode;
}

/** What a plan is to do, in plain words, and how it is asked for. */
export function PlanQuestion(props: Props) {
  const { goal, onGoal, budget, again, onFind, children } = props;
  const { t } = useWords();
  const isOfReach = REACH_GOALS.some((one) => one === goal);
  const unsaid = goal === "budget" && budget === undefined;
  const [wrong, setWrong] = useState(0);
  const onRefused = useCallback((is: boolean) => setWrong((number) => number + (is ? 1 : -1)), []);
  return (
    <section className="plan-part" aria-label={t("plans.ask")}>
      <Radio.Group
        className="plan-goals"
        aria-label={t("plans.ask")}
        value={goal}
        onChange={(event) => onGoal(event.target.value as Goal)}
      >
        <span className="remark">{t("plans.goalGroups.rooms")}</span>
        {ROOM_GOALS.map((one) => (
          <Radio key={one} value={one}>
            {t(`plans.goals.${one}`)}
          </Radio>
        ))}
        <span className="remark">{t("plans.goalGroups.reach")}</span>
        {REACH_GOALS.map((one) => (
          <Radio key={one} value={one}>
            {t(`plans.goals.${one}`)}
          </Radio>
        ))}
      </Radio.Group>
      {isOfReach ? (
        <ReachFields {...props} {...{ onRefused }} />
      ) : (
        <RoomFields {...props} {...{ onRefused }} />
      )}
      {children}
      <p className="plan-go">
        <Button type="primary" disabled={unsaid || wrong > 0 || onFind === undefined} onClick={onFind}>
          {t(again ? "plans.findAgain" : "plans.find")}
        </Button>
        {unsaid && wrong === 0 && <span className="remark">{t("plans.noBudget")}</span>}
        {wrong > 0 && <span className="remark">{t("plans.wrongNumber")}</span>}
      </p>
    </section>
  );
}

/** With whether a number was not taken, of each field. */
type FieldsProps = Props & { readonly onRefused: (isRefused: boolean) => void };

/** Of care of which subject, and how many places. */
function ReachFields({ goal, count, onCount, backup, onBackup, subject, onSubject, onRefused }: FieldsProps) {
  const { t } = useWords();
  return (
    <>
      <SubjectChoice subject={subject} onSubject={onSubject} />
      {goal === "everybody" ? (
        <Checkbox checked={backup} onChange={({ target }) => onBackup(target.checked)}>
          {t("plans.backup")}
        </Checkbox>
      ) : (
        <NumberField
          label={t("plans.count")}
          value={count}
          from={1}
          to={MOST_PLACES}
          digits={0}
          step={1}
          suffix={t("plans.countUnit")}
          onChange={(to) => onCount(to ?? 1)}
          onRefused={onRefused}
        />
      )}
    </>
  );
}

/** Money, and years. */
function RoomFields({
  goal,
  budget,
  onBudget,
  spread,
  onSpread,
  doubt,
  onDoubt,
  equity,
  onEquity,
  thisYear,
  onRefused,
}: FieldsProps) {
  const words = useWords();
  const { t } = words;
  const unit = moneyUnit(words);
  const yearField = (which: "first" | "last", from: number, to: number) => (
    <NumberField
      label={t(`plans.${which}`)}
      value={spread?.[which]}
      {...{ from, to }}
      digits={0}
      step={1}
      onChange={(year) => spread && year !== undefined && onSpread({ ...spread, [which]: year })}
      onRefused={onRefused}
    />
  );
  return (
    <>
      <Checkbox
        checked={spread !== undefined}
        onChange={({ target }) =>
          onSpread(target.checked ? { first: thisYear, last: thisYear + 4, carry: false } : undefined)
        }
      >
        {t("plans.spread")} <span className="remark">{t("plans.spreadHelp")}</span>
      </Checkbox>
      {spread && (
        <div className="plan-spread">
          {yearField("first", thisYear, spread.last)}
          {yearField("last", spread.first, spread.first + MOST_YEARS - 1)}
        </div>
      )}
      {(goal === "budget" || spread) && (
        <NumberField
          label={t(spread ? "plans.yearlyBudget" : "plans.budget")}
          value={budget === undefined ? undefined : budget / unit}
          from={0}
          to={MOST / unit}
          step={100 / unit}
          suffix={t("plans.money")}
          {...(budget === 0 && { help: t("plans.noMoney") })}
          {...(spread && goal !== "budget" && budget === undefined && { help: t("plans.yearlyNone") })}
          onChange={(to) => onBudget(to === undefined ? undefined : Math.round(to * unit * 100) / 100)}
          onRefused={onRefused}
        />
      )}
      {spread && budget !== undefined && (
        <Checkbox
          checked={spread.carry}
          onChange={({ target }) => onSpread({ ...spread, carry: target.checked })}
        >
          {t("plans.carry")}
        </Checkbox>
      )}
      <div className="plan-choices">
        <span>{t("plans.doubt")}</span>
        <Select<"none" | "worst" | "average">
          value={doubt ?? "none"}
          aria-label={t("plans.doubt")}
          options={(["none", "worst", "average"] as const).map((one) => ({
            value: one,
            label: t(`plans.doubts.${one}`),
          }))}
          onChange={(to) => onDoubt(to === "none" ? undefined : to)}
        />
        {doubt && <span className="remark">{t("plans.doubtHelp")}</span>}
        <span>{t("plans.equity")}</span>
        <Select<Equity>
          value={equity}
          aria-label={t("plans.equity")}
          options={EQUITIES.map((value) => ({ value, label: t(`plans.equities.${value}`) }))}
          onChange={onEquity}
        />
        {equity !== "alike" && <span className="remark">{t("plans.equityHelp")}</span>}
      </div>
    </>
  );
}

const MOST_PLACES = 500;
/** A plan over more is none. */
const MOST_YEARS = 15;
/** 万元: a hundred billion. */
const MOST = 10_000_000;
