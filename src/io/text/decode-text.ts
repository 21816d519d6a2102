import { issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";

/**
 * The text of a file: by its byte order mark (UTF-8, UTF-16), else strict UTF-8, else GB18030. Refused if it is none of
 * these, or has bytes no text has.
 */
export function decodeText(bytes: Uint8Array, file: string): Outcome<string> {
  const marked = BY_MARK.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  for (const encoding of marked ? [marked.encoding] : ["utf-8", "gb18030"]) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && !text.includes("\0")) return done(text);
  }
  return refused(issue("file.no-text", "error", {}, { file }));
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const BY_MARK = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
];
