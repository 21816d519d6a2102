import type { LineEvidence } from "../../core/analysis/evidence.ts";
import { useWords } from "../words.ts";
import { assumptionWords } from "./zone-share.ts";

/** What a pass by rooms outside assumes of zones that took no part in sharing them out. */
export function LineAssumption({ of }: { readonly of: LineEvidence["assumes"] }) {
  const words = useWords();
  return assumptionWords(of, words).map((sentence) => (
    <p key={sentence} className="flag">
      {sentence}
    </p>
  ));
}
