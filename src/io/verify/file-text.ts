/** The text of a file in pieces of UTF-8, piece by piece. */
export function* textPieces(pieces: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder();
  for (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** The same as one text; for a file that is small. */
export function wholeText(pieces: Iterable<Uint8Array>): string {
  return [...textPieces(pieces)].join("");
}
