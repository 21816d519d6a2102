import { eachField, readerOf, textAt } from "./message.ts";

/**
 * A feature that the head of a file says a reader must know, and this one does not; else `undefined`. Throws where the
 * head is malformed. Its bounds are not read: they are often not those of the content.
 */
export function unknownFeature(head: Uint8Array): string | undefined {
  const reader = readerOf(head);
  const required: string[] = [];
  eachField(reader, head.length, (field) => {
    if (field === 4) required.push(textAt(reader));
  });
  return required.find((feature) => !KNOWN.has(feature));
}

const KNOWN: ReadonlySet<string> = new Set(["OsmSchema-V0.6", "DenseNodes"]);
