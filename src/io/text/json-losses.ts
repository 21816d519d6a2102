import { type JSONPath, visit } from "jsonc-parser";
import { readDecimal } from "../../core/base/read-decimal.ts";

/**
 * What the parser of JSON drops without a word: the first of two members of one name, or digits beyond those that a number
 * keeps.
 */
export interface JsonLoss {
  readonly what: "member-twice" | "number-too-long";
  readonly path: JSONPath;
  /** The name or the digits as they are written. */
  readonly written: string;
  readonly offset: number;
}

/** In order of the text, which must be JSON. */
export function jsonLosses(text: string): readonly JsonLoss[] {
  const losses: JsonLoss[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name, offset, _length, _line, _character, parent) => {
      if (open.at(-1)?.has(name))
        losses.push({ what: "member-twice", path: [...parent(), name], written: name, offset });
      open.at(-1)?.add(name);
    },
    onLiteralValue: (value, offset, length, _line, _character, place) => {
      if (typeof value !== "number") return;
      const written = text.slice(offset, offset + length);
      if (written === `${value}` || readDecimal(written).state !== "too-long") return;
      losses.push({ what: "number-too-long", path: place(), written, offset });
    },
  });
  return losses;
}
