import type { Choice } from "../editing/form-fields.ts";

/** Choices that hold a text, whatever its case, those that begin with it first; all for an empty one. */
export function choicesFor(choices: readonly Choice[], text: string): readonly Choice[] {
  const sought = text.trim().toLowerCase();
  if (sought === "") return choices;
  const [begins, holds]: [Choice[], Choice[]] = [[], []];
  for (const choice of choices) {
    const label = choice.label.toLowerCase();
    if (label.startsWith(sought)) begins.push(choice);
    else if (label.includes(sought) || choice.value.toLowerCase() === sought) holds.push(choice);
  }
  return [...begins, ...holds];
}

/**
 * The choice that a typed text offers at once: one that begins with it. One that merely holds it may mean something
 * else, as 已移交未运营 does for 运营, and is taken only by who goes to it.
 */
export function offered(choices: readonly Choice[], text: string): number {
  const sought = text.trim().toLowerCase();
  return sought === "" ? -1 : choices.findIndex(({ label }) => label.toLowerCase().startsWith(sought));
}
