import { parseArgs } from "node:util";
import type { Arguments, Command } from "./command.ts";
import { UsageError } from "./command.ts";

/** Reads the words after the command's name. Throws `UsageError` for an unknown option or a missing value. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const { values, positionals } = parsed(command, words);
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    rest: positionals,
    text,
    required: (name) => {
      const value = text(name);
      if (value === undefined)
        throw new UsageError(`--${name} is missing. Usage: quan ${command.name} ${command.usage}`);
      return value;
    },
    number: (name, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = {}) => {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (value.trim() === "" || !Number.isFinite(number)) {
        throw new UsageError(`--${name} takes a number, not "${value}".`);
      }
      if (number < min || number > max) {
        throw new UsageError(`--${name} ${value} is outside ${min} to ${max}.`);
      }
      return number;
    },
    choice: (name, choices) => {
      const value = text(name);
      if (value === undefined) return undefined;
      const chosen = choices.find((choice) => choice === value);
      if (chosen === undefined) {
        throw new UsageError(`--${name} takes one of ${choices.join(", ")}, not "${value}".`);
      }
      return chosen;
    },
    given: (name) => values[name] !== undefined && values[name] !== false,
  };
}

function parsed(command: Command, words: readonly string[]) {
  const options: Record<string, { type: "string" | "boolean" }> = {
    help: { type: "boolean" },
    json: { type: "boolean" },
  };
  for (const [name, option] of Object.entries(command.options)) {
    options[name] = { type: option.takes === "text" ? "string" : "boolean" };
  }
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(". ")[0] : String(error);
    throw new UsageError(`${reason}. Usage: quan ${command.name} ${command.usage}`);
  }
}
