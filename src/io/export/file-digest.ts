import { canonical, growingDigest } from "../../core/base/digest.ts";
import type { Digest } from "../../core/base/ids.ts";

/** SHA-256 of a file of this text, as `sha256sum` prints it. */
export function fileDigest(text: string): Digest {
  const digest = growingDigest();
  const encoder = new TextEncoder();
  for (let from = 0; from < text.length; ) {
    const to = wholeCharacters(text, from + PIECE);
    digest.add(encoder.encode(text.slice(from, to)));
    from = to;
  }
  return digest.digest();
}

/** The same of a file that comes in pieces. */
export function digestOfPieces(pieces: Iterable<Uint8Array>): Digest {
  const digest = growingDigest();
  for (const piece of pieces) digest.add(piece);
  return digest.digest();
}

/** The text of a JSON document with its own digest in the member `digest`: that of the canonical text without it. */
export function sealed(document: Readonly<Record<string, unknown>>): string {
  return `${canonical({ ...document, digest: fileDigest(canonical(document)) })}\n`;
}

/** Keeps a large file from being held twice. */
const PIECE = 1 << 20;

/** The end, or one further where it would cut a character in two. */
function wholeCharacters(text: string, end: number): number {
  const cut = text.charCodeAt(end - 1);
  return cut >= 0xd800 && cut < 0xdc00 ? end + 1 : end;
}
