/** What was asked: the question, and what was said beside it: for whom, money, places, years, doubt. */
export interface AskedFacts {
  readonly question: string;
  readonly terms: readonly string[];
}
