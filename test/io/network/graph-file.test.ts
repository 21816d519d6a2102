import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import type { WalkGraph } from "../../../src/core/network/walk-graph.ts";
import { isWalkGraph, readWalkGraph, writeWalkGraph } from "../../../src/io/network/graph-file.ts";
import { readStreets } from "../../../src/io/network/read-streets.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { randomStreets } from "../../builders/random-streets.ts";
import { streetMap } from "../../builders/street-maps.ts";

const { elderly, adult } = shippedWalkProfiles();
const runs = (few: number) => ({ seed: 1, numRuns: process.env.QUAN_LONG ? 20 * few : few });
const town = (): WalkGraph =>
  finish(
    walkGraph(
      streetMap({
        at: { a: [0, 0], b: [100, 0], c: [100, 50], d: [300, 0] },
        ways: [
          { through: ["a", "b", "d"] },
          { through: ["b", "c"], tags: { highway: "steps", "oneway:foot": "yes" } },
        ],
      }),
      elderly,
    ),
  );
const codesOf = (bytes: Uint8Array<ArrayBuffer>, profile = elderly) =>
  readWalkGraph(bytes, "town.quanwalk", profile).issues.map(({ code, at }) => `${at.file}: ${code}`);
const DAMAGED = ["town.quanwalk: file.damaged"];

/** As written, with a sum that fits what was changed. */
function changed(change: (columns: WalkGraph) => void): Uint8Array<ArrayBuffer> {
  const graph = structuredClone(town());
  change(graph);
  return writeWalkGraph(graph, elderly);
}

describe("a prepared network", () => {
  it("is read as it was written, whatever lies around its bytes", () => {
    fc.assert(
      fc.property(randomStreets({ layers: 2 }), fc.integer({ min: 0, max: 9 }), (streets, before) => {
        const graph = finish(walkGraph(streetMap(streets), elderly));
        const bytes = writeWalkGraph(graph, elderly);
        const among = new Uint8Array(bytes.length + before + 3).fill(255);
        among.set(bytes, before);
        const read = readWalkGraph(among.subarray(before, before + bytes.length), "town", elderly);
        expect(value(read)).toEqual(graph);
      }),
      runs(60),
    );
  });

  it("has the layout that is described", () => {
    const bytes = writeWalkGraph(town(), elderly);
    const numbers = new DataView(bytes.buffer);
    const word = (at: number) => numbers.getUint32(at, true);
    expect(String.fromCharCode(...bytes.subarray(0, 8))).toBe("QUANWALK");
    // a, b, c, d; a–b, b–c, b–d; two corners each.
    expect([word(8), word(12), word(16), word(20), word(28)]).toEqual([1, 4, 3, 6, 0]);
    expect(bytes.length).toBe(128 + 2 * 32 + 24 + 2 * 48 + 5 * 16 + 16 + 24 + 24 + 16);
    // Where `metres` begins: the three stretches are 100, 200 and 50 m long.
    const metres = [0, 1, 2].map((s) => Math.round(numbers.getFloat64(192 + 8 * s, true)));
    expect(metres.sort((a, b) => a - b)).toEqual([50, 100, 200]);
    expect(isWalkGraph(bytes)).toBe(true);
  });

  it("is refused where it was made for others, under other rules, or by another version", () => {
    const bytes = writeWalkGraph(town(), elderly);
    expect(readWalkGraph(bytes, "town", adult).issues).toEqual([
      {
        ...{ code: "network.graph-profile", severity: "error", at: { file: "town" } },
        facts: { made: "elderly", asked: "adult" },
      },
    ]);
    const stricter = { ...elderly, may: elderly.may.slice(1) };
    expect(codesOf(bytes, stricter)).toEqual(["town.quanwalk: network.graph-rules"]);
    const later = bytes.slice();
    later[8] = 2;
    expect(codesOf(later)).toEqual(["town.quanwalk: network.graph-version"]);
  });

  it("is refused wherever it is cut or a bit is turned", () => {
    const bytes = writeWalkGraph(town(), elderly);
    for (let length = 0; length < bytes.length; length++) {
      expect(codesOf(bytes.slice(0, length))).toEqual(DAMAGED);
    }
    expect(codesOf(new Uint8Array([...bytes, 0]))).toEqual(DAMAGED);
    for (let at = 0; at < bytes.length; at++) {
      const turned = bytes.slice();
      turned[at] = (turned[at] ?? 0) ^ (1 << (at % 8));
      expect(readWalkGraph(turned, "town", elderly).ok).toBe(false);
    }
  });

  it.each<[string, (graph: WalkGraph) => void]>([
    ["a node that is not there", ({ to }) => to.fill(4, 2)],
    ["a stretch that is not there", ({ stretches }) => stretches.fill(3, 5)],
    ["a component that is not there", ({ components }) => components.fill(4, 1, 2)],
    ["stretches of nodes out of order", ({ starts }) => starts.fill(6, 1, 2)],
    ["a shape of one corner", ({ shapeStarts }) => shapeStarts.fill(1, 1, 2)],
    ["shapes that end early", ({ shapeStarts }) => shapeStarts.fill(5, 3)],
    ["a place that is none", ({ lng }) => lng.fill(Number.NaN, 0, 1)],
    ["a corner beyond the pole", ({ shapeLat }) => shapeLat.fill(91, 0, 1)],
    ["an endless stretch", ({ metres }) => metres.fill(Infinity, 0, 1)],
    ["a metre that costs less than one", ({ back }) => back.fill(0.5, 0, 1)],
  ])("with %s is refused though its sum fits", (_, change) => {
    expect(codesOf(changed(() => undefined))).toEqual([]);
    expect(codesOf(changed(change))).toEqual(DAMAGED);
  });

  it("does not stand for streets as they were mapped", async () => {
    const file = { name: "town.quanwalk", bytes: writeWalkGraph(town(), elderly) };
    const read = await readStreets(file, {}, (work) => Promise.resolve(finish(work)));
    expect(read.ok).toBe(false);
    expect(read.issues.map(({ code }) => code)).toEqual(["network.graph-prepared"]);
  });
});
