import { printParseErrorCode, visit } from "jsonc-parser";
import { type JsonLoss, jsonLosses } from "./json-losses.ts";

/** A place in a text as people count: both from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** What keeps a text from being JSON with one meaning: `line 3, column 17: …`, what and the mend. */
export class UnreadableJson extends Error {
  override readonly name = "UnreadableJson";
}

/**
 * The value of a JSON text that begins at `start` of its file. Throws `UnreadableJson` where it is none, and where two
 * readers might read two things: a key twice in one object, or a number of more digits than are kept.
 */
export function readJson(text: string, start = () => BEGINNING): unknown {
  const value = parsed(text, start);
  const [first, ...others] = lossesIn(text, start);
  if (first === undefined) return value;
  const more = others.length === 0 ? "" : ` More such places: ${others.length}.`;
  const sentence =
    first.what === "member-twice"
      ? `the key "${first.written}" stands twice in one object. Leave out the wrong one.`
      : `${first.written} has more digits than are kept. Round it to 15 digits.`;
  throw jsonFault(placeIn(text, first.offset, start()), `${sentence}${more}`);
}

export function jsonFault({ line, column }: TextPlace, sentence: string): UnreadableJson {
  return new UnreadableJson(`line ${line}, column ${column}: ${sentence}`);
}

export const BEGINNING: TextPlace = { line: 1, column: 1 };

/** The place of a character of a text that begins at `start`. */
export function placeIn(text: string, offset: number, start: TextPlace = BEGINNING): TextPlace {
  let [lines, from] = [0, 0];
  for (let end = text.indexOf("\n"); end !== -1 && end < offset; end = text.indexOf("\n", from)) {
    lines += 1;
    from = end + 1;
  }
  return { line: start.line + lines, column: offset - from + (lines === 0 ? start.column : 1) };
}

/** Where a value stands in a JSON text; that of what holds it, where it is missing. */
export function placeOf(text: string, path: readonly PropertyKey[]): TextPlace {
  let [offset, depth] = [0, -1];
  const look = (at: number, steps: readonly PropertyKey[]) => {
    if (steps.length <= depth || steps.length > path.length) return;
    if (!steps.every((step, level) => step === path[level])) return;
    [offset, depth] = [at, steps.length];
  };
  visit(text, {
    onObjectBegin: (at, _length, _line, _character, steps) => look(at, steps()),
    onArrayBegin: (at, _length, _line, _character, steps) => look(at, steps()),
    onLiteralValue: (_value, at, _length, _line, _character, steps) => look(at, steps()),
  });
  return placeIn(text, offset);
}

/** The engine's own parser goes as deep as it likes; that which finds losses, and all who read the value, do not. */
function lossesIn(text: string, start: () => TextPlace): readonly JsonLoss[] {
  try {
    return jsonLosses(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw jsonFault(start(), "it is nested deeper than any file of ours. Write it again.");
  }
}

function parsed(text: string, start: () => TextPlace): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw faultIn(text, start());
  }
}

function faultIn(text: string, start: TextPlace): UnreadableJson {
  let fault: { readonly offset: number; readonly sentence: string } | undefined;
  const end = text.trimEnd().length;
  try {
    visit(
      text,
      {
        onError: (code, offset, length) => {
          const found = text.slice(offset, offset + Math.min(length, MOST_SHOWN));
          const what = printParseErrorCode(code);
          const isAtEnd = offset >= end || (what === "UnexpectedEndOfString" && offset + length >= end);
          fault ??= { offset, sentence: isAtEnd ? BREAKS_OFF : (SENTENCES[what]?.(found) ?? NO_JSON) };
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    // The engine's own parser, which goes as deep as it likes, has refused it already.
    if (!(error instanceof RangeError)) throw error;
  }
  return jsonFault(placeIn(text, fault?.offset ?? 0, start), fault?.sentence ?? NO_JSON);
}

const NO_JSON = "this is no JSON. Write the file again.";
const BREAKS_OFF = "the file breaks off here. Write it again, whole.";
const CLOSE =
  "a comma or a closing bracket is missing here. Put a comma between two values, or close what is open.";
const ESCAPE = "what stands behind a backslash means nothing. Write \\\\ for a backslash in a text.";
const NO_VALUE = (found: string) =>
  `"${found}" means nothing here. Write a number, a text in quotation marks, true, false or null.`;
const NO_COMMENT = () => "a comment is no JSON. Take it out.";

/** By the parser's name for what is wrong. */
const SENTENCES: Readonly<Record<string, (found: string) => string>> = {
  InvalidSymbol: NO_VALUE,
  InvalidNumberFormat: NO_VALUE,
  ValueExpected: NO_VALUE,
  UnexpectedEndOfNumber: NO_VALUE,
  PropertyNameExpected: () =>
    "a key in quotation marks is missing here. Put the key in quotation marks, or take out the comma before.",
  ColonExpected: () => "a colon is missing here. Put one between a key and its value.",
  CommaExpected: () => CLOSE,
  CloseBraceExpected: () => CLOSE,
  CloseBracketExpected: () => CLOSE,
  EndOfFileExpected: () => "something stands behind the end. Take it out.",
  InvalidCommentToken: NO_COMMENT,
  UnexpectedEndOfComment: NO_COMMENT,
  UnexpectedEndOfString: () =>
    "a text is not closed. End it with a quotation mark, and write \\n for a new line in it.",
  InvalidUnicode: () => ESCAPE,
  InvalidEscapeCharacter: () => ESCAPE,
  InvalidCharacter: () => "a text holds a control character. Take it out.",
};

/** Of what is found instead. */
const MOST_SHOWN = 20;
