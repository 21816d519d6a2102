import type { SourceValue } from "../source-row.ts";
import { hasStrayDigits, type Reading, readNumber, saysUnknown } from "./read-value.ts";

/**
 * A storey as people write it, the ground floor being 1 and a basement below 1: `B1`, `地下一层`, `负1层`, `-1F`, `2F`,
 * `二楼`, `底层`. Of several storeys above ground (`1-3层`) it is the highest, which is what limits ask about. What is
 * neither above nor below ground (`半地下`, `夹层`) or both (`-1至2层`) is unreadable, and so is one said not to be known
 * (`不详`): it may be a basement. An empty cell says nothing of it, as a table without the column.
 */
export function readStorey(value: SourceValue | undefined): Reading<number> {
  if (typeof value === "string" && saysUnknown(value)) return { state: "unreadable" };
  const number = readNumber(value, "storey");
  if (number.state !== "unreadable" || typeof value !== "string" || hasStrayDigits(value)) return number;
  const written = value.normalize("NFKC").replace(/\s+/g, "").replace(/[−–—]/g, "-").toUpperCase();
  const storey = storeyNamed(written) ?? highestNamed(written);
  return storey === undefined ? number : { state: "repaired", value: storey };
}

function storeyNamed(name: string): number | undefined {
  if (GROUND.has(name)) return 1;
  if (BASEMENT.has(name)) return -1;
  const above = countNamed(ABOVE.exec(name)?.[1]);
  if (above !== undefined) return above;
  const below = countNamed(BELOW.exec(name)?.[1]);
  return below === undefined ? undefined : -below;
}

function highestNamed(name: string): number | undefined {
  const [, from = "", to = ""] = SEVERAL.exec(name) ?? [];
  const [lowest = 0, highest = 0] = [storeyNamed(from), storeyNamed(to)];
  return lowest >= 1 && highest >= lowest ? highest : undefined;
}

const GROUND: ReadonlySet<string> = new Set(["首层", "底层", "首楼", "底楼", "地面层"]);
const BASEMENT: ReadonlySet<string> = new Set(["地下", "地下室", "地下层"]);

const COUNT = String.raw`(\d{1,3}|[一二三四五六七八九十]{1,3})`;
const ABOVE = new RegExp(`^(?:地上|F|L)?第?${COUNT}(?:层|楼|层楼|F)?$`);
const BELOW = new RegExp(`^(?:地下|负|-|B)第?${COUNT}(?:层|楼|F)?$`);
const SEVERAL = /^(.+?)[-~至到](.+)$/;

/** 1 to 999 in digits, or 一 to 九十九. */
function countNamed(count: string | undefined): number | undefined {
  if (count === undefined) return undefined;
  const [, tens, ten, ones] = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(count) ?? [];
  if (/^\d/.test(count)) return Number(count) >= 1 ? Number(count) : undefined;
  if (ten === undefined) return count.length === 1 ? DIGITS.indexOf(count) : undefined;
  return (tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10 + DIGITS.indexOf(ones ?? "零");
}

const DIGITS = "零一二三四五六七八九";
