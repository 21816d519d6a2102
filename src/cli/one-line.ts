/** A sentence on one line: what a file put into it can neither break the line nor steer the terminal. */
export function oneLine(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "\uFFFD");
}
