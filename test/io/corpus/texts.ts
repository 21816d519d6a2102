import { type Corpus, gb, utf8, utf16 } from "./bytes.ts";
import { csv, EAST, HEAD, SEMICOLONS, TWO, WEST } from "./rows.ts";

/** Tables whose text is written in unusual ways. */
export const texts: Corpus = {
  "utf-8-mark.csv": utf8(`\uFEFF${TWO}`),
  "utf-16-little.csv": utf16(`\uFEFF${TWO.replaceAll(",", "\t")}`, false),
  "utf-16-big.csv": utf16(`\uFEFF${TWO}`, true),
  "utf-16-unmarked.csv": utf16(TWO, false),
  "utf-16-big-unmarked.csv": utf16(TWO.replaceAll(",", "\t"), true),
  "gb18030.csv": gb(TWO.replace("东园", "𠮷园")),
  "nul.csv": csv(EAST.replace("东园", "东\0园"), WEST),
  "latin.csv": new Uint8Array([0x69, 0x64, 0x2c, 0xff, 0xfe, 0xff, 0x0a]),
  "old-mac.csv": utf8(TWO.replaceAll("\n", "\r")),
  "mixed-ends.csv": utf8(`${HEAD}\r\n${EAST}\n${WEST}`),
  "semicolons.csv": utf8(SEMICOLONS),
  "tabs.txt": utf8(TWO.replaceAll(",", "\t")),
};
