import type { Subject } from "../../core/model/facility-kind.ts";
import "./marks.css";

/** The shape of a facility: 养老 a square, 托育 a circle, 社区 a diamond; hollow where it does not operate. */
export function KindGlyph({ subject, hollow = false }: { subject: Subject; hollow?: boolean }) {
  return (
    <svg
      aria-hidden="true"
      className={`glyph glyph-${subject}${hollow ? " glyph-hollow" : ""}`}
      viewBox="0 0 12 12"
    >
      {subject === "elderly" && <rect x="1.5" y="1.5" width="9" height="9" rx="1" />}
      {subject === "childcare" && <circle cx="6" cy="6" r="4.75" />}
      {subject === "community" && <path d="M6 .8 11.2 6 6 11.2 .8 6Z" />}
    </svg>
  );
}
