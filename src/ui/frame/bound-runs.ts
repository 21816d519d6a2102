/** A part of a sentence; `bound`: no line may end inside of it. */
export interface Run {
  readonly words: string;
  readonly bound: boolean;
}

/** A sentence in parts: each number with its measure, and what is written on to that without a space, is bound. */
export function boundRuns(sentence: string): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: words, index } of sentence.matchAll(NUMBER_WITH_MEASURE)) {
    if (index > from) runs.push({ words: sentence.slice(from, index), bound: false });
    runs.push({ words, bound: true });
    from = index + words.length;
  }
  if (from < sentence.length) runs.push({ words: sentence.slice(from), bound: false });
  return runs;
}

const NUMBER_WITH_MEASURE = /(?:[<≤≥≈] )?[−+]?\d[\d,./]*[ \u2009][^\s\d，；。：、（）“”,;.:()]+/g;
