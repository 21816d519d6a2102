/** A name for this page that no other has, in this browser or another. Works on plain http. */
export function pageName(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
