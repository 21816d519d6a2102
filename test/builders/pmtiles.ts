/** An archive with one tile of the whole world, without any compression. */
export function worldInPmtiles(tile: Uint8Array, kind: "mvt" | "png"): Uint8Array<ArrayBuffer> {
  const directory = Uint8Array.from([1, 0, 1, ...varint(tile.length), 1]);
  const metadata = new TextEncoder().encode(JSON.stringify({ vector_layers: [{ id: LAYER }] }));
  const at = { directory: HEADER, metadata: HEADER + directory.length, tiles: 0 };
  at.tiles = at.metadata + metadata.length;
  const whole = new Uint8Array(at.tiles + tile.length);
  const view = new DataView(whole.buffer);
  const place = (offset: number, from: number, length: number) => {
    view.setBigUint64(offset, BigInt(from), true);
    view.setBigUint64(offset + 8, BigInt(length), true);
  };
  whole.set(new TextEncoder().encode("PMTiles"));
  whole[7] = 3;
  place(8, at.directory, directory.length);
  place(24, at.metadata, metadata.length);
  place(40, at.tiles, 0);
  place(56, at.tiles, tile.length);
  for (const count of [72, 80, 88]) view.setBigUint64(count, 1n, true);
  const [clustered, none] = [1, 1];
  whole.set([clustered, none, none, kind === "mvt" ? 1 : 2, 0, 0], 96);
  view.setInt32(102, -180e7, true);
  view.setInt32(106, -85e7, true);
  view.setInt32(110, 180e7, true);
  view.setInt32(114, 85e7, true);
  whole.set(directory, at.directory);
  whole.set(metadata, at.metadata);
  whole.set(tile, at.tiles);
  return whole;
}

/** A vector tile that is all water. */
export function waterTile(): Uint8Array {
  const corners = [9, 0, 0, 26, 8192, 0, 0, 8192, 8191, 0, 15].flatMap(varint);
  const polygon = [0x18, 3, 0x22, ...counted(corners)];
  const name = [...new TextEncoder().encode(LAYER)];
  const layer = [0x0a, ...counted(name), 0x12, ...counted(polygon), 0x28, ...varint(4096), 0x78, 2];
  return Uint8Array.from([0x1a, ...counted(layer)]);
}

const HEADER = 127;
const LAYER = "water";

const counted = (bytes: readonly number[]) => [...varint(bytes.length), ...bytes];

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
