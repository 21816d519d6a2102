/** The place of a member as people write it: `input.facilities[0].slots`; `$` for the whole. */
export function writtenPath(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return text === "" ? "$" : text.replace(/^\./, "");
}
