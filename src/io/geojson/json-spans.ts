/** A value inside a JSON text: from its first character to behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Elements of the array that starts at `at`, in order. What is no value is an element too, and will not parse. */
export function* elementsAt(text: string, at: number): Generator<Span> {
  for (let start = afterSpace(text, at + 1); start < text.length && text[start] !== "]"; ) {
    const end = Math.max(valueEnd(text, start) ?? text.length, start + 1);
    yield { start, end };
    start = afterSpace(text, end);
    if (text[start] === ",") start = afterSpace(text, start + 1);
  }
}

/**
 * Values one after another, with nothing or white space between them. Where the first ends on its line, none goes beyond
 * its own, so that one that breaks off, or is no value, takes no other along.
 */
export function* recordsAt(text: string, at: number): Generator<Span> {
  const first = afterSpace(text, at);
  const isByLine = (valueEnd(text, first) ?? text.length) <= lineEnd(text, first);
  for (let start = first; start < text.length; ) {
    const limit = isByLine ? lineEnd(text, start) : text.length;
    const found = isByLine && text[start] !== "{" ? limit : valueEnd(text, start, limit);
    const end = Math.max(found ?? limit, start + 1);
    yield { start, end };
    start = afterSpace(text, end);
  }
}

/** Members of an object by name, each with the span of its value. */
export interface Members extends ReadonlyMap<string, Span> {
  /** Names that stand there more than once; the last one is in the map. */
  readonly twice: ReadonlySet<string>;
}

/** Members of the object that starts at `at`; `undefined` if the text breaks off. */
export function membersAt(text: string, at: number): Members | undefined {
  const members = new Map<string, Span>();
  const twice = new Set<string>();
  let from = afterSpace(text, at + 1);
  while (text[from] === '"') {
    const nameEnd = stringEnd(text, from);
    const start = nameEnd === undefined ? undefined : afterSpace(text, afterSpace(text, nameEnd) + 1);
    const end = start === undefined ? undefined : valueEnd(text, start);
    if (nameEnd === undefined || start === undefined || end === undefined) return undefined;
    const name = nameIn(text.slice(from, nameEnd));
    if (members.has(name)) twice.add(name);
    members.set(name, { start, end });
    from = afterSpace(text, end);
    if (text[from] === ",") from = afterSpace(text, from + 1);
  }
  return text[from] === "}" ? Object.assign(members, { twice }) : undefined;
}

/** A name without its quotes and escapes. */
function nameIn(written: string): string {
  if (!written.includes("\\")) return written.slice(1, -1);
  try {
    return JSON.parse(written) as string;
  } catch {
    return written;
  }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** Behind the last character of the value that starts at `at`; `undefined` if the text breaks off before, or at `limit`. */
export function valueEnd(text: string, at: number, limit = text.length): number | undefined {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    switch (text.charCodeAt(i)) {
      case QUOTE: {
        const end = stringEnd(text, i);
        if (end === undefined || end > limit) return undefined;
        if (depth === 0) return end;
        i = end - 1;
        break;
      }
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth += 1;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        if (depth === 0) return i;
        depth -= 1;
        if (depth === 0) return i + 1;
        break;
      case COMMA:
        if (depth === 0) return i;
        break;
    }
  }
  return undefined;
}

/** The first character from `at` that is neither white space nor a mark between records. */
export function afterSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && (text[i] === RECORD || /\s/.test(text[i] as string))) i++;
  return i;
}

function stringEnd(text: string, at: number): number | undefined {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  return undefined;
}

/** The separator before each record of a sequence. */
const RECORD = "\u001E";
const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
