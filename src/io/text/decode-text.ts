import { issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { TextEncodingName } from "../reading.ts";

export interface Decoded {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/**
 * The text of a file: in the encoding asked for, else by its byte order mark (UTF-8, UTF-16), else strict UTF-8, else
 * GB18030, else UTF-16 without a mark if that makes lines of text. Refused if it is none of these, or has bytes no text
 * has.
 */
export function decodeText(bytes: Uint8Array, file: string, asked?: TextEncodingName): Outcome<Decoded> {
  const marked = BY_MARK.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))?.encoding;
  const alone = asked ?? marked;
  for (const encoding of alone === undefined ? UNMARKED : [alone]) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && !text.includes("\0")) return done({ text, encoding });
  }
  const wide = alone === undefined ? unmarkedWide(bytes) : undefined;
  const text = wide && decoded(bytes, wide);
  if (wide !== undefined && text !== undefined && isLines(text)) return done({ text, encoding: wide });
  return refused(issue("file.no-text", "error", {}, { file }));
}

function decoded(bytes: Uint8Array, encoding: TextEncodingName): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Which UTF-16 bytes without a mark may be: separators, digits and line ends have a NUL for their high byte, and all of
 * these lie on one side.
 */
function unmarkedWide(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const end = Math.min(bytes.length, LOOKED_AT);
  let [high, low] = [0, 0];
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) high += 1;
    if (bytes[i + 1] === 0) low += 1;
  }
  if (Math.max(high, low) < LEAST_NULS * (end / 2)) return undefined;
  return low > high ? "utf-16le" : "utf-16be";
}

function isLines(text: string): boolean {
  return /[\n\r]/.test(text) && !NO_TEXT.test(text);
}

const LOOKED_AT = 65_536;
/** Of the characters. */
const LEAST_NULS = 0.05;
/** Controls and what no character is. */
const NO_TEXT = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/u;
const UNMARKED = ["utf-8", "gb18030"] as const;
const BY_MARK: readonly { readonly mark: readonly number[]; readonly encoding: TextEncodingName }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
];
