import { afterSpace, valueEnd } from "../geojson/json-spans.ts";
import { BEGINNING, jsonFault, placeIn, readJson, type TextPlace } from "../text/read-json.ts";

/**
 * The elements of one array of a JSON object, `list`, from the object's text in pieces, as they are asked for: the array
 * may be larger than any text. Gives the other members back at the end. Throws `UnreadableJson` where it is no
 * such JSON, or has a member twice.
 */
export function* jsonList(pieces: Iterable<string>, list: string): Generator<unknown, object> {
  const window = windowOver(pieces);
  const others: Record<string, unknown> = {};
  const names = new Set<string>();
  window.take("{");
  for (let first = true; !window.has("}"); first = false) {
    if (!first) window.take(",");
    const at = window.place();
    if (!window.has('"'))
      throw jsonFault(at, "a key in quotation marks is missing here. Put the key in quotation marks.");
    const name = String(window.value());
    if (names.has(name))
      throw jsonFault(at, `the key "${name}" stands twice in one object. Leave out the wrong one.`);
    names.add(name);
    window.take(":");
    if (name === list) yield* elementsIn(window);
    else others[name] = window.value();
  }
  window.take("}");
  window.end();
  if (!names.has(list)) throw jsonFault(window.place(), `the list ${list} is missing.`);
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
  /** Where the part begins in the file. */
  let given = BEGINNING;
  let text = "";
  let at = 0;
  let isWhole = false;

  /** Twice as much of it, so that a large value is not looked through too often. */
  function widen(): void {
    given = placeIn(text, at, given);
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

  function place(): TextPlace {
    skipSpace();
    return placeIn(text, at, given);
  }

  return {
    has,
    place,
    /** The next value, whole. */
    value(): unknown {
      skipSpace();
      let end = valueEnd(text, at);
      while (end === undefined && !isWhole) {
        widen();
        end = valueEnd(text, at);
      }
      const value = readJson(text.slice(at, end), place);
      at = end ?? text.length;
      return value;
    },
    /** Steps over a sign that must be there. */
    take(sign: string): void {
      if (!has(sign)) throw jsonFault(place(), `${sign} is missing here. Write the file again, whole.`);
      at += 1;
    },
    end(): void {
      skipSpace();
      if (at < text.length) throw jsonFault(place(), "something stands behind the end. Take it out.");
    },
  };
}
