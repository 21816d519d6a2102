/** One figure: ours against a peer in the same run. `ratio` is how many times the peer's time ours goes into. */
export interface BenchRow {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: number;
  readonly goal: string;
  readonly note?: string;
}

export interface Bench {
  readonly name: string;
  run(): Promise<readonly BenchRow[]> | readonly BenchRow[];
}

/** Medians of both in milliseconds, run in turn so that a change of the machine's speed meets both. */
export function timed(
  rounds: number,
  ours: () => unknown,
  peer: () => unknown,
): { ours: number; peer: number } {
  ours();
  peer();
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(took(ours));
    times.peer.push(took(peer));
  }
  return { ours: median(times.ours), peer: median(times.peer) };
}

export function took(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

/** Stops the run: a time does not count before the answers are equal. */
export function mustAgree(condition: boolean, what: string): void {
  if (!condition) throw new Error(`the answers differ: ${what}`);
}
