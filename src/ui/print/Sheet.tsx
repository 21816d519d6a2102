import type { ReactNode } from "react";
import { useWords } from "../words.ts";
import "./print.css";

/** What stands on every sheet: what the figures rest on. */
export interface SheetBasis {
  readonly city: string;
  readonly demo: boolean;
  /** Names and status of the standards in use. */
  readonly standards: readonly string[];
  /** What keeps the figures from being those of the standards. */
  readonly caveats: readonly string[];
  /** Date of the data, walks, supply, number of the result. */
  readonly small: readonly string[];
}

interface Props {
  readonly basis: SheetBasis;
  readonly title: string;
  readonly aside: string;
  readonly children: ReactNode;
}

/** One page of A4. */
export function Sheet({ basis, title, aside, children }: Props) {
  const { t } = useWords();
  return (
    <article className="sheet">
      <header>
        <p className="sheet-where">
          {basis.city}
          {basis.demo && <strong>{t("screen.banner.demo")}</strong>}
        </p>
        <h1>{title}</h1>
        <p>{aside}</p>
        <p className="sheet-standards">{basis.standards.join("；")}</p>
      </header>
      {basis.caveats.map((text) => (
        <p key={text} className="caveat">
          {text}
        </p>
      ))}
      {children}
      <footer>
        <span>{t("screen.product")}</span>
        {basis.small.map((word) => (
          <span key={word}>{word}</span>
        ))}
      </footer>
    </article>
  );
}
