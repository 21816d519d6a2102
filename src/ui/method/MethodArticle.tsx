import type { ReactNode } from "react";
import { useWords } from "../words.ts";
import { DataPart, LimitsPart, RecomputePart } from "./CheckingParts.tsx";
import { CirclePart } from "./CirclePart.tsx";
import { CountedPart } from "./CountedPart.tsx";
import { METHOD_PARTS, type MethodFacts, type MethodPart } from "./method-facts.ts";
import { ParametersPart } from "./ParametersPart.tsx";
import { PeoplePart } from "./PeoplePart.tsx";
import { StandardsPart } from "./StandardsPart.tsx";
import { SupplyPart } from "./SupplyPart.tsx";
import { VerdictsPart } from "./VerdictsPart.tsx";
import "../standards/standards.css";
import "./method.css";

interface Props {
  readonly of: MethodFacts;
  /** Its parts can be gone to: once on a page. */
  readonly anchored?: boolean;
}

/** How the results come about, from the data they come from: to read on the screen and to be printed. */
export function MethodArticle({ of, anchored }: Props) {
  const { t } = useWords();
  return (
    <article className="method-article">
      <p className="method-lead">{t("method.lead")}</p>
      {of.stale && (
        <p className="flag" role="status">
          {t("method.stale")}
        </p>
      )}
      {METHOD_PARTS.map((part, at) => {
        const Content = PARTS[part];
        return (
          <section
            key={part}
            aria-label={t(`method.parts.${part}`)}
            {...(anchored && { id: anchorOf(part), tabIndex: -1 })}
          >
            <h2>
              <span className="method-number">{at + 1}</span>
              {t(`method.parts.${part}`)}
            </h2>
            <Content of={of} />
          </section>
        );
      })}
    </article>
  );
}

/** Id of the heading of a part. */
export function anchorOf(part: MethodPart): string {
  return `method-${part}`;
}

const PARTS: Readonly<Record<MethodPart, (props: { readonly of: MethodFacts }) => ReactNode>> = {
  verdicts: VerdictsPart,
  standards: StandardsPart,
  counted: CountedPart,
  people: PeoplePart,
  circle: CirclePart,
  supply: SupplyPart,
  parameters: ParametersPart,
  data: DataPart,
  recompute: RecomputePart,
  limits: LimitsPart,
};
