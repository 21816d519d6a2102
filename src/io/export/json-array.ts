/** A JSON array of these rows in pieces, for one that is too large for one text. */
export function* jsonArrayBlocks(rows: Iterable<object>): Generator<string> {
  let block = "[";
  let between = "";
  for (const row of rows) {
    block += between + JSON.stringify(row);
    between = ",";
    if (block.length < BLOCK) continue;
    yield block;
    block = "";
  }
  yield `${block}]\n`;
}

const BLOCK = 1 << 16;
