import { boundRuns } from "./bound-runs.ts";

/** A sentence of which no line ends between a number and its measure. */
export function Bound({ children }: { readonly children: string }) {
  return boundRuns(children).map(({ words, bound }, at) =>
    bound ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence are known by their place alone
      <span key={at} className="bound">
        {words}
      </span>
    ) : (
      words
    ),
  );
}
