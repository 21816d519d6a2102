import { afterSpace, valueEnd } from "../geojson/json-spans.ts";

/**
 * The elements of one array of a JSON object, `list`, from the object's text in pieces, as they are asked for: the array
 * may be larger than any text. Gives the other members back at the end. Throws `SyntaxError` where it is no
 * such JSON.
 */
export function* jsonList(pieces: Iterable<string>, list: string): Generator<unknown, object> {
  const window = windowOver(pieces);
  const others: Record<string, unknown> = {};
  let found = false;
  window.take("{");
  for (let first = true; !window.has("}"); first = false) {
    if (!first) window.take(",");
    const name = String(window.value());
    window.take(":");
    if (name !== list) others[name] = window.value();
    else {
      found = true;
      yield* elementsIn(window);
    }
  }
  window.take("}");
  window.end();
  if (!found) throw new SyntaxError(`${list} is missing`);
  return others;
}

function* elementsIn(window: Window): Generator<unknown, void> {
  window.take("[");
  for (let first = true; !window.has("]"); first = false) {
    if (!first) window.take(",");
    yield window.value();
  }
  window.take("]");
}

type Window = ReturnType<typeof windowOver>;

/** The part of the text that is being read; what lies behind is given up, what lies ahead comes piece by piece. */
function windowOver(pieces: Iterable<string>) {
  const source = pieces[Symbol.iterator]();
  let text = "";
  let at = 0;
  let isWhole = false;

  /** Twice as much of it, so that a large value is not looked through too often. */
  function widen(): void {
    text = text.slice(at);
    at = 0;
    const enough = 2 * text.length;
    do {
      const piece = source.next();
      if (piece.done) isWhole = true;
      else text += piece.value;
    } while (!isWhole && text.length < enough);
  }

  function skipSpace(): void {
    for (at = afterSpace(text, at); at === text.length && !isWhole; at = afterSpace(text, at)) widen();
  }

  function has(sign: string): boolean {
    skipSpace();
    return text[at] === sign;
  }

  return {
    has,
    /** The next value, whole. */
    value(): unknown {
      skipSpace();
      let end = valueEnd(text, at);
      while (end === undefined && !isWhole) {
        widen();
        end = valueEnd(text, at);
      }
      const value: unknown = JSON.parse(text.slice(at, end));
      at = end ?? text.length;
      return value;
    },
    /** Steps over a sign that must be there. */
    take(sign: string): void {
      if (!has(sign)) throw new SyntaxError(`${sign} is missing`);
      at += 1;
    },
    end(): void {
      skipSpace();
      if (at < text.length) throw new SyntaxError("something stands behind the end");
    },
  };
}
