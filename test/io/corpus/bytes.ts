import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { gb18030 } from "../../../src/io/text/gb18030.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** Files by name. */
export type Corpus = Readonly<Record<string, Bytes | Promise<Bytes>>>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const gb = (text: string): Bytes => gb18030(text);

export function utf16(text: string, isBig: boolean): Bytes {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !isBig);
  return new Uint8Array(view.buffer);
}

export function zip(files: Readonly<Record<string, Uint8Array>>): Bytes {
  return new Uint8Array(zipSync({ ...files }));
}

export async function xlsx(...sheets: readonly WriteSheet[]): Promise<Bytes> {
  return new Uint8Array(await writeXlsx({ sheets: [...sheets] }));
}

/** A workbook of one sheet with its XML changed by hand. */
export async function patched(rows: WriteSheet["rows"], from: string, to: string): Promise<Bytes> {
  const files = unzipSync(await xlsx({ name: "小区", ...(rows && { rows }) }));
  const path = "xl/worksheets/sheet1.xml";
  const xml = strFromU8(files[path] as Uint8Array);
  if (!xml.includes(from)) throw new Error(`no ${from} in ${xml}`);
  return zip({ ...files, [path]: strToU8(xml.replace(from, to)) });
}

export async function locked(rows: NonNullable<WriteSheet["rows"]>): Promise<Bytes> {
  const encryption = { password: "x", spinCount: 1000 };
  return new Uint8Array(await writeXlsx({ sheets: [{ name: "小区", rows }], encryption }));
}

/** A sound file of another test. */
export function sound(name: string): Bytes {
  return new Uint8Array(readFileSync(new URL(`../formats/files/${name}`, import.meta.url)));
}

export const half = (bytes: Bytes): Bytes => bytes.slice(0, bytes.length >> 1);

/** A zip that says of its first file that it unpacks to two gigabytes. */
export function bomb(bytes: Bytes): Bytes {
  const told = bytes.slice();
  const mark = [0x50, 0x4b, 0x01, 0x02];
  const at = told.findIndex((_, i) => mark.every((byte, k) => told[i + k] === byte));
  new DataView(told.buffer).setUint32(at + 24, 0x7fffffff, true);
  return told;
}
