/** A JSON array of these rows in pieces, for one that is too large for one text. */
export function jsonArrayBlocks(rows: Iterable<object>): Generator<string> {
  const texts = function* () {
    for (const row of rows) yield JSON.stringify(row);
  };
  return blocksBetween("[", texts(), ",", "]\n");
}

/** Values of a JSON document one to a line, between its head and its foot; in pieces. */
export function listedBlocks(head: string, values: Iterable<string>, foot: string): Generator<string> {
  return blocksBetween(head, values, ",\n", foot);
}

function* blocksBetween(
  head: string,
  texts: Iterable<string>,
  between: string,
  foot: string,
): Generator<string> {
  let block = head;
  let before = "";
  for (const text of texts) {
    block += before + text;
    before = between;
    if (block.length < BLOCK) continue;
    yield block;
    block = "";
  }
  yield block + foot;
}

const BLOCK = 1 << 16;
