import type { Work } from "../core/base/work.ts";

/** One command of `quan`: a record in the list of `commands.ts`. */
export interface Command {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** Its arguments, as shown by `--help`. */
  readonly usage: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Exit 0: done, whatever the finding. 1: a finding that the caller must not overlook. Throws `UsageError` for 2. */
  run(args: Arguments, host: Host): Promise<0 | 1>;
}

export interface Option {
  readonly takes: "text" | "nothing";
  readonly what: string;
  /** It may be given more than once, with another text each time. */
  readonly repeats?: true;
}

export interface Arguments {
  /** What stands after the command, without the options. */
  readonly rest: readonly string[];
  /** The text of an option; `undefined` if it was not given. */
  text(name: string): string | undefined;
  /** The texts of an option that repeats, in the order given; none if it was not given. */
  texts(name: string): readonly string[];
  /** The text of an option; throws `UsageError` if it was not given. */
  required(name: string): string;
  /** A finite decimal number; throws `UsageError` if it is not one, not whole where it must be, or out of range. */
  number(name: string, range?: NumberRange): number | undefined;
  /** One of the choices, in any case and with or without hyphens; throws `UsageError` for any other word. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined;
  given(name: string): boolean;
}

export interface NumberRange {
  /** The least and the greatest, both included. */
  readonly min?: number;
  readonly max?: number;
  /** No fractions, and no more digits than are kept. */
  readonly whole?: boolean;
}

/** The machine as a command sees it. Everything outside the command's own arithmetic goes through here. */
export interface Host {
  /** Throws `UsageError` naming the file if it cannot be read. */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The same in pieces, from the beginning each time it is gone through; for a file that is too large to be held. */
  pieces(path: string): Iterable<Uint8Array<ArrayBuffer>>;
  /**
   * Makes the folders it needs. The file is there whole or, if this throws, as it was. Throws `UsageError` naming the
   * file if it cannot be written.
   */
  write(path: string, content: Uint8Array | string | AsyncIterable<Uint8Array>): Promise<void>;
  /** Names of the files in a folder, ordered by code unit; `undefined` if it is no folder. */
  list(path: string): Promise<readonly string[] | undefined>;
  /** To standard output, as given. To be waited for, so that no more is made than its reader takes. */
  print(text: string): Promise<void> | void;
  /** To standard error, as one line that no file can make a terminal obey. */
  say(text: string): void;
  /** Runs work to its end, saying what is being done when it takes long. */
  drive<Result>(work: Work<Result>): Promise<Result>;
}

/** Wrong usage or unreadable input: one sentence naming file, row, column and the mend. Exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What else is to be mended, to be said after it in this order. */
  readonly further: readonly string[];

  constructor(message: string, further: readonly string[] = []) {
    super(message);
    this.further = further;
  }
}
