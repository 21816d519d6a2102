import { parseArgs } from "node:util";
import type { Arguments, Command } from "./command.ts";
import { UsageError } from "./command.ts";

/** Reads the words after the command's name. Throws `UsageError` for a word that the command does not take. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const { texts, flags, rest } = parsed(command, words);
  const text = (name: string) => texts.get(name)?.[0];
  return {
    rest,
    text,
    texts: (name) => texts.get(name) ?? [],
    required: (name) => {
      const value = text(name);
      if (value === undefined) throw new UsageError(`--${name} is missing. ${usageOf(command)}`);
      return value;
    },
    number: (name, range) => {
      const value = text(name);
      return value === undefined ? undefined : numberOf(name, value, range);
    },
    choice: (name, choices) => {
      const value = text(name);
      if (value === undefined) return undefined;
      const chosen = choices.find((choice) => plain(choice) === plain(value));
      if (chosen === undefined) {
        throw new UsageError(`--${name} takes one of ${choices.join(", ")}, not "${value}".`);
      }
      return chosen;
    },
    given: (name) => texts.has(name) || flags.has(name),
  };
}

/** The file or folder that a command is given. Throws `UsageError` unless there is exactly one. */
export function theOne(what: string, { rest }: Pick<Arguments, "rest">, command: Command): string {
  const [path, ...others] = rest;
  if (path === undefined || path === "" || others.length > 0) {
    throw new UsageError(`give one ${what}. ${usageOf(command)}`);
  }
  return path;
}

/** Throws `UsageError` if anything stands beside the options. */
export function nothingElse({ rest }: Pick<Arguments, "rest">, command: Command): void {
  if (rest[0] === undefined) return;
  throw new UsageError(`"${rest[0]}" belongs to no option. ${usageOf(command)}`);
}

function usageOf({ name, usage }: Command): string {
  return `Usage: quan ${name} ${usage}`;
}

/** Every option at most once unless it repeats, with a value where it takes one; what is no option stands in `rest`. */
function parsed(command: Command, words: readonly string[]) {
  const options: Record<string, { type: "string" | "boolean" }> = {
    help: { type: "boolean" },
    json: { type: "boolean" },
  };
  for (const [name, option] of Object.entries(command.options)) {
    options[name] = { type: option.takes === "text" ? "string" : "boolean" };
  }
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const texts = new Map<string, string[]>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    if (type === undefined || rawName !== `--${name}`) {
      throw new UsageError(`there is no option ${rawName}. ${usageOf(command)}`);
    }
    if (type === "boolean") {
      if (value !== undefined) throw new UsageError(`--${name} takes no value. ${usageOf(command)}`);
      flags.add(name);
      continue;
    }
    if (value === undefined || value === "")
      throw new UsageError(`--${name} needs a value. ${usageOf(command)}`);
    if (!inlineValue && /^-[^\d.]/.test(value)) {
      throw new UsageError(
        `--${name} needs a value before ${value}; write --${name}=${value} if that is the value.`,
      );
    }
    const before = texts.get(name);
    if (before !== undefined && command.options[name]?.repeats === undefined)
      throw new UsageError(`--${name} is given twice. Give it once.`);
    texts.set(name, [...(before ?? []), value]);
  }
  return { texts, flags, rest: positionals };
}

/** `GCJ-02` and `gcj02` are one word. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, "");
}

function numberOf(name: string, value: string, range: Parameters<Arguments["number"]>[1] = {}): number {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole = false } = range;
  const number = DECIMAL.test(value.trim()) ? Number(value) : Number.NaN;
  const kind = whole ? "whole number" : "number";
  if (!Number.isFinite(number) || (whole && !Number.isSafeInteger(number))) {
    throw new UsageError(`--${name} takes a ${kind}, not "${value}".`);
  }
  if (number >= min && number <= max) return number;
  const wanted =
    max === Number.POSITIVE_INFINITY
      ? `of at least ${min}`
      : min === Number.NEGATIVE_INFINITY
        ? `of at most ${max}`
        : `from ${min} to ${max}`;
  throw new UsageError(`--${name} takes a ${kind} ${wanted}, not ${value}.`);
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
