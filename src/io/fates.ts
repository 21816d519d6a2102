/** used: as it stands. repaired: with a value changed or left unknown. rejected: not at all. */
export type Fate = "used" | "repaired" | "rejected";

/** What became of each row of a file: every row that came in has one fate, the last that was set, and is counted once. */
export class Fates {
  /** By row: 0 is none, else one more than the place in `FATES`. */
  #byRow = new Uint8Array(1024);

  set(row: number, fate: Fate): void {
    if (row >= this.#byRow.length) {
      const larger = new Uint8Array(Math.max(row + 1, 2 * this.#byRow.length));
      larger.set(this.#byRow);
      this.#byRow = larger;
    }
    this.#byRow[row] = FATES.indexOf(fate) + 1;
  }

  /** Rows of each fate, and all of them. */
  count(): Readonly<Record<Fate | "in", number>> {
    const rows = [0, 0, 0, 0];
    for (const each of this.#byRow) rows[each] = (rows[each] as number) + 1;
    const [, used = 0, repaired = 0, rejected = 0] = rows;
    return { in: used + repaired + rejected, used, repaired, rejected };
  }
}

const FATES: readonly Fate[] = ["used", "repaired", "rejected"];
