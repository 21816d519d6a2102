import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nothingElse, readArguments, theOne } from "../../src/cli/arguments.ts";
import { type Command, UsageError } from "../../src/cli/command.ts";
import { demo } from "../../src/cli/commands/demo.ts";

const command: Command = {
  name: "walk",
  summary: "walks",
  usage: "F --limit METRES",
  options: {
    limit: { takes: "text", what: "metres" },
    out: { takes: "text", what: "a file" },
    strict: { takes: "nothing", what: "strictly" },
    past: { takes: "text", repeats: true, what: "a place" },
  },
  run: async () => 0,
};
const read = (...words: string[]) => readArguments(command, words);

describe("the words after a command", () => {
  it("are options with their values, in any order, and what belongs to none", () => {
    const args = read("a", "--limit", "800", "--strict", "--out=-x-", "b");
    expect(args.rest).toEqual(["a", "b"]);
    expect(args.text("out")).toBe("-x-");
    expect(args.number("limit")).toBe(800);
    expect([args.given("strict"), args.given("out"), args.given("json")]).toEqual([true, true, false]);
  });

  it("are given again where they repeat, in their order", () => {
    const args = read("--past", "a", "--limit", "5", "--past=b", "--past", "a");
    expect(args.texts("past")).toEqual(["a", "b", "a"]);
    expect(args.given("past")).toBe(true);
    expect([read().texts("past"), read().given("past")]).toEqual([[], false]);
    expect(() => read("--past", "a", "--past", "")).toThrow("--past needs a value.");
  });

  it("may be a number below zero, which the range judges", () => {
    expect(read("--limit", "-5").number("limit")).toBe(-5);
    expect(read("--limit=-.5").number("limit")).toBe(-0.5);
    expect(() => read("--limit", "-5").number("limit", { min: 0 })).toThrow(
      "--limit takes a number of at least 0, not -5.",
    );
  });

  it.each([
    ["an option nobody knows", ["--lmit", "5"], "there is no option --lmit. Usage: quan walk F"],
    ["a member of every object", ["--constructor"], "there is no option --constructor."],
    ["a short option", ["-l"], "there is no option -l."],
    ["a value too few at the end", ["--out"], "--out needs a value. Usage"],
    ["an empty value", ["--out", ""], "--out needs a value. Usage"],
    [
      "an option for a value",
      ["--out", "--strict"],
      "--out needs a value before --strict; write --out=--strict if that is the value.",
    ],
    ["a value too many", ["--strict=3"], "--strict takes no value."],
    ["an option twice", ["--out", "a", "--out=b"], "--out is given twice. Give it once."],
  ])("are refused with one sentence where there is %s", (_, words, sentence) => {
    expect(() => read(...words)).toThrow(UsageError);
    expect(() => read(...words)).toThrow(sentence);
    expect(() => read(...words)).not.toThrow(/\n/);
  });

  it.each(["", " ", "x", "0x10", "1e999", "Infinity", "NaN", "1,5", "1_000", "--5"])(
    "give no number where they say %j",
    (text) => {
      expect(() => read(`--limit=${text}`).number("limit")).toThrow(
        /^--limit (takes a number|needs a value)/,
      );
    },
  );

  it("give whole numbers where they must be whole", () => {
    const whole = (text: string) => read("--limit", text).number("limit", { min: 1, max: 64, whole: true });
    expect([whole("1"), whole("64"), whole("2.0"), whole("1e1")]).toEqual([1, 64, 2, 10]);
    expect(() => whole("1.5")).toThrow('--limit takes a whole number, not "1.5".');
    expect(() => whole("65")).toThrow("--limit takes a whole number from 1 to 64, not 65.");
    expect(() => read("--limit", "9007199254740993").number("limit", { whole: true })).toThrow(
      /whole number/,
    );
  });

  it("give back every finite number as it was written", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(read("--limit", String(value)).number("limit") === value).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it("name one file, or none", () => {
    expect(theOne("file", read("a"), command)).toBe("a");
    for (const words of [[], ["a", "b"], [""]]) {
      expect(() => theOne("file", read(...words), command)).toThrow("give one file. Usage: quan walk F");
    }
    expect(() => nothingElse(read("--strict", "a"), command)).toThrow('"a" belongs to no option.');
    expect(() => nothingElse(read("--strict"), command)).not.toThrow();
  });
});

it("refuses half a seed before a city is drawn", async () => {
  const args = readArguments(demo, ["--out", "x.quan", "--seed", "1.5"]);
  await expect(demo.run(args, {} as never)).rejects.toThrow("--seed takes a whole number");
});
