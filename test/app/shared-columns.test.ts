import { describe, expect, it } from "vitest";
import { sharingColumns } from "../../src/app/derived/shared-columns.ts";
import type { ProjectView } from "../../workers/protocol.ts";

function view(lng: number): ProjectView {
  const none = {
    rowStarts: Uint32Array.of(0, 0),
    polygonStarts: Uint32Array.of(0),
    ringStarts: Uint32Array.of(0),
    positions: new Float64Array(),
  };
  return {
    name: `place ${lng}`,
    origin: "imported",
    zones: {
      ...{
        ids: ["z"],
        names: ["东园"],
        streets: [""],
        communities: [""],
        districts: [""],
        status: [undefined],
        checks: new Uint8Array(1),
      },
      ...{ households: Float64Array.of(Number.NaN), residents: Float64Array.of(2800) },
      ...{ elderly60: Float64Array.of(420), under3: Float64Array.of(70) },
      ...{ lng: Float64Array.of(117), lat: Float64Array.of(34), shapes: none },
    },
    facilities: {
      ...{ ids: ["f"], names: [""], kinds: ["E_MEAL"], statuses: ["built"], checks: new Uint8Array(1) },
      ...{ lng: Float64Array.of(lng), lat: Float64Array.of(34) },
      ...{
        elderlyArea: Float64Array.of(120),
        childcareArea: Float64Array.of(Number.NaN),
        slots: Float64Array.of(Number.NaN),
      },
    },
    sites: { ids: [], names: [], lng: new Float64Array(), lat: new Float64Array(), stated: [] },
    invented: 0,
    units: [],
    backdrop: { type: "FeatureCollection", features: [] },
    ways: 0,
    streetChanges: [],
    packs: ["xuzhou-2022"],
    customPacks: [],
  };
}

describe("a view after an edit", () => {
  it("keeps the tables that did not change, NaN included, and takes over the one that did", () => {
    const before = view(117.1);
    const after = view(117.2);
    const shared = sharingColumns(after, before);
    expect(shared.zones).toBe(before.zones);
    expect(shared.backdrop).toBe(before.backdrop);
    expect(shared.facilities).toBe(after.facilities);
    expect(shared.name).toBe("place 117.2");
  });

  it("shares nothing with a longer or shorter table", () => {
    const before = view(117.1);
    const after = view(117.1);
    const longer = { ...after, zones: { ...after.zones, ids: ["z", "y"] } };
    const shorter = { ...after, zones: { ...after.zones, ids: [] } };
    expect(sharingColumns(longer, before).zones).toBe(longer.zones);
    expect(sharingColumns(shorter, before).zones).toBe(shorter.zones);
  });
});
