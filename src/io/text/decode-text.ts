import { issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { TextEncodingName } from "../reading.ts";

export interface Decoded {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/**
 * The text of a file: in the encoding asked for, else by its byte order mark (UTF-8, UTF-16), else strict UTF-8, else
 * GB18030. Refused if it is none of these, or has bytes no text has.
 */
export function decodeText(bytes: Uint8Array, file: string, asked?: TextEncodingName): Outcome<Decoded> {
  const marked = BY_MARK.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))?.encoding;
  const alone = asked ?? marked;
  for (const encoding of alone === undefined ? UNMARKED : [alone]) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && !text.includes("\0")) return done({ text, encoding });
  }
  return refused(issue("file.no-text", "error", {}, { file }));
}

function decoded(bytes: Uint8Array, encoding: TextEncodingName): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const UNMARKED = ["utf-8", "gb18030"] as const;
const BY_MARK: readonly { readonly mark: readonly number[]; readonly encoding: TextEncodingName }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
];
