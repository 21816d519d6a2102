import { eachField, Malformed, type Reader, readerOf, type Span, spanAt } from "./message.ts";

/** The texts of a block, by number. Each is decoded when it is first asked for. */
export class Strings {
  readonly #reader: Reader;
  readonly #starts: number[] = [];
  readonly #texts: (string | undefined)[] = [];

  /** Throws where the table at `span` of a block is malformed. */
  constructor(block: Uint8Array, { start, end }: Span) {
    const reader = readerOf(block);
    this.#reader = reader;
    reader.pos = start;
    eachField(reader, end, (field) => {
      if (field !== 1) return;
      this.#starts.push(reader.pos);
      spanAt(reader);
    });
  }

  text(at: number): string {
    const known = this.#texts[at];
    if (known !== undefined) return known;
    const start = this.#starts[at];
    if (start === undefined) throw new Malformed();
    this.#reader.pos = start;
    const text = this.#reader.readString();
    this.#texts[at] = text;
    return text;
  }
}

/** The keys among the texts of a block that are wanted: each text is looked at once. */
export class WantedKeys {
  readonly strings: Strings;
  readonly #isWanted: (key: string) => boolean;
  readonly #known: (string | null | undefined)[] = [];

  constructor(strings: Strings, isWanted: (key: string) => boolean) {
    this.strings = strings;
    this.#isWanted = isWanted;
  }

  /** `undefined` if the text of this number is no wanted key. */
  at(number: number): string | undefined {
    const known = this.#known[number];
    if (known !== undefined) return known ?? undefined;
    const key = this.strings.text(number);
    const wanted = this.#isWanted(key) ? key : undefined;
    this.#known[number] = wanted ?? null;
    return wanted;
  }
}
