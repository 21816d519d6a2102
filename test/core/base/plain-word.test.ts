import { expect, test } from "vitest";
import { isPlainWord } from "../../../src/core/base/plain-word.ts";

test("every character of a plain word is a letter or digit, without another case or width", () => {
  const others: string[] = [];
  for (let code = 0; code < 0x10000; code++) {
    const letter = String.fromCharCode(code);
    const stays = letter.normalize("NFKC").toLowerCase() === letter && /^[\p{L}\p{N}]$/u.test(letter);
    if (isPlainWord(letter) && !stays) others.push(code.toString(16));
  }
  expect(others).toEqual([]);
  expect(["", "f12", "第12街道居家养老服务站"].every(isPlainWord)).toBe(true);
  expect(["F12", "１２", "a b", "托育（1）", "a\u0301", "\u{20000}"].some(isPlainWord)).toBe(false);
});
