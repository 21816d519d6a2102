import { compare, exact, ratio } from "./decimal.ts";

/**
 * What a typed number says. `value` stands for it exactly: `exact(value)` is the decimal that was typed, digit by
 * digit. too-long: it has more digits than a number can keep.
 */
export type TypedDecimal =
  | { readonly state: "empty" | "no-number" | "too-long" }
  | { readonly state: "number"; readonly value: number };

/** Reads a number as people type it: full-width digits, spaces around it and thousands separators are understood. */
export function readDecimal(text: string): TypedDecimal {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return { state: "empty" };
  const plain = THOUSANDS.test(typed) ? typed.replaceAll(",", "") : typed;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(plain) ?? [];
  const value = Number(plain);
  if (whole + fraction === "" || !Number.isFinite(value)) return { state: "no-number" };
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, "");
  if (digits.length > MOST_DIGITS || (value === 0 && digits !== "0" && /[1-9]/.test(digits)))
    return { state: "too-long" };
  if (digits.length <= KEPT_DIGITS && (value === 0 || Math.abs(value) > SUBNORMAL))
    return { state: "number", value };
  const places = Number(exponent) - fraction.length;
  const scaled = BigInt(`${sign === "-" ? "-" : ""}${digits}`);
  const said = ratio(scaled * 10n ** BigInt(Math.max(places, 0)), 10n ** BigInt(Math.max(-places, 0)));
  return compare(exact(value), said) === 0 ? { state: "number", value } : { state: "too-long" };
}

/** Of an amount that anybody means. */
const MOST_DIGITS = 30;
/** So many any number keeps that is not next to nothing. */
const KEPT_DIGITS = 15;
const SUBNORMAL = 1e-300;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;
const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
