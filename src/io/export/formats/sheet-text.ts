/**
 * Text as a cell of a workbook can hold it: what looks like an escape of the format is told from one, characters that no
 * such file may have stand as U+FFFD, and what is longer than a cell may be ends in `…`.
 */
export function sheetText(text: string): string {
  if (text.length < LONG && !UNSAFE.test(text)) return text;
  const kept = text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
  return kept.replace(ESCAPE, "_x005F_").replace(FORBIDDEN, "\uFFFD");
}

const MOST = 32_767;
const LONG = 1024;
const UNSAFE = /_x|[\uFFFE\uFFFF]|\p{Cs}/u;
const ESCAPE = /_(?=x[\dA-Fa-f]{4}_)/g;
const FORBIDDEN = /[\uFFFE\uFFFF]|\p{Cs}/gu;
