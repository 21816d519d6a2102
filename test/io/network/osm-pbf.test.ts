import fc from "fast-check";
import { zlibSync } from "fflate";
import type { PbfWriter } from "pbf";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { readOsmPbf } from "../../../src/io/network/osm-pbf.ts";
import {
  blob,
  blobOf,
  joined,
  message,
  osmPbf,
  type PlainNode,
  type PlainThing,
  type PlainWay,
  type Writing,
} from "../../builders/osm-pbf-file.ts";
import { value } from "../../builders/outcomes.ts";
import { plainStreets } from "../../oracles/plain-streets.ts";

const RUNS = process.env.QUAN_LONG ? 10_000 : 300;
const MAPS = process.env.QUAN_LONG ? 10_000 : 150;

const read = (bytes: Uint8Array, most?: number) => finish(readOsmPbf(bytes, "streets.osm.pbf", most));
const told = (bytes: Uint8Array, most?: number) => {
  const { ok, issues } = read(bytes, most);
  return { ok, issues: issues.map(({ code, facts }) => [code, facts]) };
};

const NODES: readonly PlainNode[] = [
  { id: 1, east: 117_200_000, north: 34_250_000 },
  { id: 2, east: 117_201_000, north: 34_250_000, tags: { barrier: "gate", access: "private" } },
  { id: 3, east: 117_202_000, north: 34_250_000 },
  { id: 4, east: 117_203_000, north: 34_250_000 },
  { id: 5, east: 117_204_000, north: 34_250_000 },
];
const street = (id: number, ...through: number[]): PlainWay => ({
  ...{ id, through },
  tags: { highway: "residential" },
});

/** A file that another program wrote: four nodes, of which one belongs to no way, a street, a building and a ferry. */
const FROM_OSMIUM =
  "AAAADQoJT1NNSGVhZGVyGEsQPxpHeJxT4vMvzg1OzkjNTdQNM9AzU+JySc0rTvXLT0kt1hIMzi8q0QupLEiNL8lIzYv3dGli5M0vzs0szdU31DM01TMAAINCFAUAAAAMCgdPU01EYXRhGJcBEJUBGpEBeJzj0udiAEKW4oz8Ai7mytRiLvakxKKizNQiLpb0xJJULrbE5OTUYqBwQVFmGVBAKEkogYuP78vx9QtUmf583/PnZDeLlhwXCyMQCLEwAIEUmFQCk1osTEDSSaDh8OVjTHt3MM2bwzh/4+JeVi+BBx337nLcv8K8bg7j2pZtuwWDuJiYGRhYWNnYGRgAABsp5AAAAAwKB09TTURhdGEYuQEQxwEaswF4nOMK4mLgYs/ITM8oT6zkYslLzE3lYs1JzEst5uIuSi3OTEnNK8lMzOHifLF88bMp+15sX8/FaATUwpFUmpmTkpmXzsVcCVTLWpRfWgLUmZZaVFQpVCilysEtxMzIxCzFzMLKpsTFwSTAIMGgwKDB7sTddGL9AlWmr8eBpJQWB48QI4cUIyeKEhG+T/vfzHnfzfL3+54/J7tZPoPVynDwCjFySTFyo6hl4/sCkgUAbQU3fw==";

describe("streets of OpenStreetMap", () => {
  it("are read as another program wrote them, their numbers beyond 2^32 too", () => {
    const map = value(read(Uint8Array.from(atob(FROM_OSMIUM), (each) => each.charCodeAt(0))));
    // By number: 7, 5000000001, 5000000002. The building's node 9000000000000 is no street's.
    expect([...map.lng]).toEqual([117.203, 117.2, 117.2010007]);
    expect([...map.lat]).toEqual([34.252, 34.2500001, 34.251]);
    expect([...map.starts]).toEqual([0, 3, 5]);
    expect([...map.nodes]).toEqual([1, 2, 0, 0, 1]);
    expect([...map.tags].map((row) => map.tagSets[row])).toEqual([
      { highway: "residential", name: "解放路" },
      { route: "ferry" },
    ]);
    expect([...map.barriers]).toEqual([[2, { access: "private", barrier: "gate" }]]);
  });

  it("are cut where the file lacks a node, and it is said how many were", () => {
    // 1–2, then 9 is missing, then 3 alone, 9 again, then 4–5; and 8 beside 5 leaves nothing of the second way.
    const outcome = read(
      osmPbf([...NODES, street(20, 1, 2, 9, 3, 9, 4, 5), street(21, 5, 8), street(22, 1, 5)]),
    );
    const map = value(outcome);
    expect([...map.starts]).toEqual([0, 2, 4, 6]);
    // Node 3 is left out: no part goes through it.
    expect([...map.nodes]).toEqual([0, 1, 2, 3, 0, 3]);
    expect(outcome.issues.map(({ code, facts }) => [code, facts])).toEqual([
      ["network.missing-nodes", { ways: 2, nodes: 2 }],
    ]);
  });

  it("that are tagged alike share their tags, in whatever order they say them", () => {
    const [one, other] = [
      { highway: "path", foot: "yes" },
      { foot: "yes", highway: "path" },
    ];
    const ways = [one, other].map((tags, i) => ({ id: 20 + i, through: [1, 2], tags }));
    const { tags, tagSets } = value(read(osmPbf([...NODES, ...ways])));
    expect([[...tags], tagSets]).toEqual([[0, 0], [one]]);
  });

  it("are left out if they have no length, and told if two of their nodes are more than 10 km apart", () => {
    const beside = { id: 6, east: 117_200_000, north: 34_250_000 };
    // 0.1° of latitude: 11,094 m.
    const far = { id: 7, east: 117_200_000, north: 34_350_000 };
    const ferry = { id: 23, through: [6, 7], tags: { route: "ferry" } };
    const outcome = read(
      osmPbf([...NODES, beside, far, street(20, 1, 6, 1), street(21, 3), street(22, 2, 1, 7), ferry]),
    );
    expect([...value(outcome).starts]).toEqual([0, 3, 5]);
    expect(outcome.issues.map(({ code, at, facts }) => [code, at.id, facts])).toEqual([
      ["network.zero-length", "way/20", {}],
      ["network.zero-length", "way/21", {}],
      ["network.long-edge", "way/22", { km: 11.1 }],
    ]);
  });

  it("come with what bars people on the ground, which is told; a file of nothing else has no streets", () => {
    const river = { id: 30, through: [1, 2], tags: { waterway: "river", name: "河" } };
    const viaduct = { id: 31, through: [1, 2], tags: { railway: "rail", bridge: "viaduct" } };
    const wall = { id: 32, through: [2, 3], tags: { barrier: "wall", height: "2" } };
    const outcome = read(osmPbf([...NODES, river, viaduct, wall, street(33, 2, 3)]));
    expect(value(outcome).tagSets).toEqual([
      { name: "河", waterway: "river" },
      { barrier: "wall" },
      { highway: "residential" },
    ]);
    expect(outcome.issues.map(({ code, facts }) => [code, facts])).toEqual([
      ["network.barriers-kept", { lines: 2 }],
    ]);
    const alone = read(osmPbf([...NODES, river, wall]));
    expect(alone.issues.map(({ code }) => code)).toEqual(["network.no-streets", "network.barriers-kept"]);
  });

  it("know the heights that are said of their nodes, and no other", () => {
    const said = ["12.5", "30 m", "about 7"];
    const nodes = NODES.slice(0, 3).map((node, i) => ({
      ...(node as PlainNode),
      tags: { ele: said[i] ?? "" },
    }));
    const { heights, barriers } = value(read(osmPbf([...nodes, street(20, 1, 2, 3)])));
    expect([...(heights ?? [])]).toEqual([12.5, 30, Number.NaN]);
    expect(barriers.size).toBe(0);
    expect("heights" in value(read(osmPbf([...NODES, street(20, 1, 2, 3)])))).toBe(false);
  });

  it("leave out what nobody walks along, and what is said of other things", () => {
    const river = { id: 30, through: [1, 2], tags: { waterway: "stream", name: "河" } };
    const lane = {
      id: 31,
      through: [1, 2],
      tags: { highway: "service", lanes: "2", "sidewalk:left": "yes" },
    };
    const stop = { ...(NODES[2] as PlainNode), tags: { highway: "bus_stop", wheelchair: "yes" } };
    const map = value(read(osmPbf([...NODES.slice(0, 2), stop, river, lane, street(32, 2, 3)])));
    expect(map.tagSets).toEqual([{ highway: "service", "sidewalk:left": "yes" }, { highway: "residential" }]);
    expect([...map.barriers.keys()]).toEqual([1]);
  });
});

describe("a file that cannot be used", () => {
  const sound = osmPbf([...NODES, street(20, 1, 2, 3)]);
  const refusal = (code: string, facts = {}) => ({ ok: false, issues: [[code, facts]] });

  it("is refused with the reason", () => {
    const head = osmPbf([]);
    expect(told(new Uint8Array())).toEqual(refusal("file.empty"));
    expect(told(new TextEncoder().encode('<?xml version="1.0"?><osm></osm>'))).toEqual(
      refusal("network.no-pbf"),
    );
    expect(told(blob("OSMData", new Uint8Array()))).toEqual(refusal("network.no-pbf"));
    expect(told(sound.subarray(0, -1))).toEqual(refusal("file.damaged"));
    expect(told(joined([sound, Uint8Array.of(0)]))).toEqual(refusal("file.damaged"));
    expect(told(head)).toEqual(refusal("network.no-streets"));
    expect(
      told(osmPbf([street(20, 1, 2)], { required: ["OsmSchema-V0.6", "HistoricalInformation"] })),
    ).toEqual(refusal("network.unknown-feature", { feature: "HistoricalInformation" }));
    expect(told(sound, 2)).toEqual(refusal("network.too-large", { most: 2 }));
    expect(told(sound, 3).ok).toBe(true);
  });

  it("is refused where a part is packed otherwise, says another size, or more than the format allows", () => {
    const head = osmPbf([]);
    const part = (size: number, field: number, raw: Uint8Array = new Uint8Array(40)) =>
      blobOf(
        "OSMData",
        message((pbf) => {
          pbf.writeVarintField(2, size);
          pbf.writeBytesField(field, zlibSync(raw));
        }),
      );
    expect(told(joined([head, part(40, 6)]))).toEqual(refusal("network.packing", { packing: "lz4" }));
    expect(told(joined([head, part(39, 3)]))).toEqual(refusal("file.damaged"));
    expect(told(joined([head, part(41, 3)]))).toEqual(refusal("file.damaged"));
    // What it holds is nothing to us, but sound.
    const large = message((pbf) => pbf.writeBytesField(99, new Uint8Array(32 * 1024 * 1024)));
    expect(told(joined([head, part(large.length, 3, large)]))).toEqual(refusal("file.damaged"));
    const small = message((pbf) => pbf.writeBytesField(99, new Uint8Array(40)));
    expect(told(joined([head, part(small.length, 3, small)]))).toEqual(refusal("network.no-streets"));
  });

  it("is refused where a node that is wanted is nowhere on earth, or a text that is named is not there", () => {
    const nowhere = { id: 1, east: 117_000_000, north: 91_000_000 };
    expect(told(osmPbf([nowhere, NODES[1] as PlainNode, street(20, 1, 2)]))).toEqual(refusal("file.damaged"));
    const way = message((pbf) => {
      pbf.writePackedVarint(2, [7]);
      pbf.writePackedVarint(3, [8]);
    });
    const block = message((pbf) =>
      pbf.writeBytesField(
        2,
        message((group) => group.writeBytesField(3, way)),
      ),
    );
    expect(told(joined([osmPbf([]), blob("OSMData", block)]))).toEqual(refusal("file.damaged"));
  });

  it("is refused where a message reaches beyond the one around it, or beyond the file", () => {
    const data = (write: (pbf: PbfWriter) => void) =>
      told(joined([osmPbf([]), blob("OSMData", message(write))]));
    // A group of three bytes, whose only way would end behind it.
    const group = Uint8Array.of(0x1a, 2, 0x08);
    const reaching = (pbf: PbfWriter) => {
      pbf.writeBytesField(2, group);
      pbf.writeVarintField(17, 100);
    };
    expect(data(reaching)).toEqual(refusal("file.damaged"));
    const head = message((pbf) => {
      pbf.writeStringField(1, "OSMOther");
      pbf.writeVarintField(3, 3);
    });
    expect(told(joined([sound, Uint8Array.of(0, 0, 0, head.length), head, Uint8Array.of(1, 2)]))).toEqual(
      refusal("file.damaged"),
    );
  });

  it("is refused where coordinates have no steps, or are more or fewer than the nodes", () => {
    const data = (write: (pbf: PbfWriter) => void) =>
      told(joined([osmPbf([]), blob("OSMData", message(write))]));
    expect(data((pbf) => pbf.writeVarintField(17, 0))).toEqual(refusal("file.damaged"));
    const nodes = (lats: number[], lngs: number[]) => (pbf: PbfWriter) => {
      const dense = message((inner) => {
        inner.writePackedSVarint(1, [1, 1]);
        inner.writePackedSVarint(8, lats);
        inner.writePackedSVarint(9, lngs);
      });
      pbf.writeBytesField(
        2,
        message((group) => group.writeBytesField(2, dense)),
      );
    };
    expect(data(nodes([1, 1], [1, 1]))).toEqual(refusal("network.no-streets"));
    expect(data(nodes([1, 1, 1], [1, 1]))).toEqual(refusal("file.damaged"));
    expect(data(nodes([1, 1], [1]))).toEqual(refusal("file.damaged"));
  });

  it("is used without the parts of an unknown kind, and says so", () => {
    const bytes = joined([sound, blob("OSMOther", new Uint8Array(3))]);
    expect(told(bytes)).toEqual({ ok: true, issues: [["network.parts-unread", { parts: 1 }]] });
  });
});

const word = fc.constantFrom("yes", "no", "private", "解放路", "");
const wayTags = fc
  .record({ access: word, foot: word, name: word, layer: word, "sidewalk:both": word }, { requiredKeys: [] })
  .chain((more) =>
    fc
      .constantFrom({ highway: "footway" }, { highway: "steps" }, { route: "ferry" })
      .map((kind) => ({ ...more, ...kind })),
  );

/** Nodes by numbers far apart, ways through them and through some that are not there, and things that are no streets. */
const streets = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2 ** 32, max: 2 ** 51 })), {
    minLength: 2,
    maxLength: 30,
  })
  .chain((ids) =>
    fc.record({
      nodes: fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            east: fc.integer({ min: -180_000_000, max: 180_000_000 }),
            north: fc.integer({ min: -90_000_000, max: 90_000_000 }),
            ...(id % 3 === 0 && { tags: fc.record({ barrier: word, foot: word }) }),
          }),
        ),
      ) as fc.Arbitrary<PlainNode[]>,
      ways: fc.uniqueArray(
        fc.record({
          id: fc.integer({ min: 1, max: 2 ** 40 }),
          through: fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 12 }),
          tags: wayTags,
        }),
        { minLength: 1, maxLength: 12, selector: ({ id }) => id },
      ),
      isThere: fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length }),
      isWhole: fc.boolean(),
      other: fc.record({
        id: fc.integer({ min: 1, max: 1000 }),
        through: fc.constant(ids),
        tags: fc.constant({ building: "yes", name: "楼" }),
      }),
    }),
  );

const writing: fc.Arbitrary<Writing> = fc.record({
  dense: fc.boolean(),
  zlib: fc.boolean(),
  step: fc.constantFrom(1, 100, 1000),
  from: fc.integer({ min: -90_000_000, max: 90_000_000 }),
  perBlock: fc.integer({ min: 1, max: 20 }),
  reversed: fc.boolean(),
  authors: fc.boolean(),
});

it("a map that is written is the map that is read, however it is written and in any order", () => {
  fc.assert(
    fc.property(
      streets.chain((drawn) => {
        const nodes = drawn.nodes.filter((_, i) => drawn.isWhole || drawn.isThere[i]);
        const things: PlainThing[] = [...nodes, ...drawn.ways, drawn.other];
        const order = fc.shuffledSubarray(things, { minLength: things.length });
        return fc.record({ nodes: fc.constant(nodes), ways: fc.constant(drawn.ways), order });
      }),
      writing,
      ({ nodes, ways, order }, how) => {
        const expected = plainStreets(nodes, ways);
        const outcome = read(osmPbf(order, how));
        if (expected.tags.length === 0) expect(outcome.ok).toBe(false);
        else expect(value(outcome)).toEqual(expected);
      },
    ),
    { numRuns: MAPS, seed: 5 },
  );
});

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const damage = fc.oneof(
  share.map((at) => (bytes: Uint8Array) => bytes.slice(0, Math.floor(at * bytes.length))),
  fc
    .array(fc.tuple(share, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 })
    .map((places) => (bytes: Uint8Array) => {
      const changed = bytes.slice();
      for (const [at, by] of places) {
        const place = Math.floor(at * bytes.length);
        changed[place] = (changed[place] as number) ^ by;
      }
      return changed;
    }),
);

describe("a damaged file", () => {
  const things = [
    ...Array.from({ length: 60 }, (_, i) => ({
      id: i * 7 + 1,
      east: i * 1000,
      north: -i,
      ...(i % 9 === 0 && { tags: { barrier: "gate" } }),
    })),
    ...Array.from({ length: 12 }, (_, i) => street(i + 1, 1, i * 7 + 1, i * 14 + 1, 197)),
  ];

  it("is refused or read, and a map that is read holds together", () => {
    fc.assert(
      fc.property(writing, damage, (how, harm) => {
        const outcome = read(harm(osmPbf(things, how)));
        if (!outcome.ok) expect(outcome.issues.length).toBeGreaterThan(0);
        else {
          const { lng, lat, starts, nodes, tags, tagSets } = outcome.value;
          expect(lat.length).toBe(lng.length);
          expect(starts.length).toBe(tags.length + 1);
          expect(starts.at(-1)).toBe(nodes.length);
          expect(nodes.every((node) => node < lng.length)).toBe(true);
          expect(tags.every((row) => row < tagSets.length)).toBe(true);
          expect([...lng, ...lat].every((degrees) => Math.abs(degrees) <= 180)).toBe(true);
        }
      }),
      { numRuns: RUNS, seed: 5 },
    );
  });

  it("that is packed is never read as another map", () => {
    const sound = osmPbf(things, { perBlock: 30 });
    const whole = value(read(sound));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: sound.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const changed = sound.slice();
          changed[at] = (changed[at] as number) ^ by;
          const outcome = read(changed);
          if (outcome.ok && outcome.issues.length === 0) expect(outcome.value).toEqual(whole);
        },
      ),
      { numRuns: RUNS, seed: 5 },
    );
  });
});
