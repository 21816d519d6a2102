/** The buffers of all typed arrays in a message, each once: they are moved to the other thread, not copied. */
export function buffersOf(message: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(message, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== "object" || value === null) return;
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    return;
  }
  if (Array.isArray(value)) {
    // A list of words or numbers holds no buffer, and its first member tells.
    if (typeof value[0] === "object") for (const member of value) collect(member, found);
    return;
  }
  for (const member of Object.values(value)) collect(member, found);
}
