import type { ReactNode } from "react";
import type { SheetBasis } from "../print/Sheet.tsx";
import { SheetMap } from "../print/SheetMap.tsx";
import { useWords } from "../words.ts";
import { PaperPlan, PaperUnknown } from "./PaperPlan.tsx";
import { PaperSummary } from "./PaperSummary.tsx";
import { PaperCommunities, PaperStreets, PaperTiers } from "./PaperUnits.tsx";
import type { PlanReportFacts } from "./report-facts.ts";
import "./paper.css";

interface Props {
  readonly of: PlanReportFacts;
  readonly basis: SheetBasis;
}

/** 缺口与补点报告 on paper: what is short, where and of whom, what the plan does about it, and what nobody knows. */
export function PlanPaper({ of, basis }: Props) {
  const { t } = useWords();
  const parts: readonly (readonly [title: string, content: ReactNode])[] = [
    [t("report.summary"), <PaperSummary key="summary" of={of} />],
    [t("report.streets"), <PaperStreets key="streets" of={of} />],
    ...(of.communities.length > 0
      ? [[t("report.communities"), <PaperCommunities key="communities" of={of} />] as const]
      : []),
    ...(of.drawing
      ? [[t("report.map"), <SheetMap key="map" of={of.drawing} label={t("report.map")} />] as const]
      : []),
    [t("report.tiers"), <PaperTiers key="tiers" of={of} />],
    [t("report.plan"), <PaperPlan key="plan" of={of} />],
    [t("report.unknown"), <PaperUnknown key="unknown" of={of} />],
  ];
  const numerals = t("report.numerals").split(" ");
  return (
    <article className="plan-paper">
      <header>
        <p className="sheet-where">
          {basis.city}
          {basis.demo && <strong>{t("screen.banner.demo")}</strong>}
        </p>
        <h1>{t("report.title")}</h1>
        <p>{basis.standards.join(t("report.between"))}</p>
        <p>{[t("report.on", { day: of.on }), ...basis.small].join(" · ")}</p>
        {basis.caveats.length > 0 && <p className="caveat">{basis.caveats.join(" · ")}</p>}
      </header>
      {parts.map(([title, content], at) => (
        <section key={title}>
          <h2>{t("report.part", { numeral: numerals[at] ?? at + 1, title })}</h2>
          {content}
        </section>
      ))}
    </article>
  );
}
