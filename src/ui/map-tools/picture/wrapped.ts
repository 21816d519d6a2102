import type { Measure } from "./marks.ts";

/** A text in lines of at most a width, broken at spaces and between Chinese letters; a longer word runs over. */
export function wrapped(text: string, size: number, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  for (const piece of text.match(PIECES) ?? []) {
    const longer = `${lines.at(-1) ?? ""}${piece}`;
    if (lines.length > 0 && measure(longer.trimEnd(), size, false) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** A Chinese letter with the marks behind it, or a word with its space. */
const PIECES = /\p{Script=Han}[\p{P}\s]*|[^\p{Script=Han}\s]+\s*/gu;
