/** The members that are known. */
export function stated<Facts extends object>(
  facts: Facts,
): { [Key in keyof Facts]?: Exclude<Facts[Key], null | undefined> } {
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as { [Key in keyof Facts]?: Exclude<Facts[Key], null | undefined> };
}
