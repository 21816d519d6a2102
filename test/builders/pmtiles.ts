/** An archive with one picture of the whole world, without any compression. */
export function worldInPmtiles(png: Uint8Array): Uint8Array<ArrayBuffer> {
  const directory = Uint8Array.from([1, 0, 1, ...varint(png.length), 1]);
  const metadata = new TextEncoder().encode("{}");
  const at = { directory: HEADER, metadata: HEADER + directory.length, tiles: 0 };
  at.tiles = at.metadata + metadata.length;
  const whole = new Uint8Array(at.tiles + png.length);
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
  place(56, at.tiles, png.length);
  for (const count of [72, 80, 88]) view.setBigUint64(count, 1n, true);
  const [clustered, none, picture] = [1, 1, 2];
  whole.set([clustered, none, none, picture, 0, 0], 96);
  view.setInt32(102, -180e7, true);
  view.setInt32(106, -85e7, true);
  view.setInt32(110, 180e7, true);
  view.setInt32(114, 85e7, true);
  whole.set(directory, at.directory);
  whole.set(metadata, at.metadata);
  whole.set(png, at.tiles);
  return whole;
}

const HEADER = 127;

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
