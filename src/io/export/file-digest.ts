import { canonical, growingDigest } from "../../core/base/digest.ts";
import type { Digest } from "../../core/base/ids.ts";

/** SHA-256 of a file that comes in pieces, as `sha256sum` prints it. */
export function fileDigest(pieces: Iterable<Uint8Array>): Digest {
  const digest = growingDigest();
  for (const piece of pieces) digest.add(piece);
  return digest.digest();
}

/** The text of a JSON document with its own digest in the member `digest`: that of the canonical text without it. */
export function sealed(document: Readonly<Record<string, unknown>>): string {
  const text = new TextEncoder().encode(canonical(document));
  return `${canonical({ ...document, digest: fileDigest([text]) })}\n`;
}
