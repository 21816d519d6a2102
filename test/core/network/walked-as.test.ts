import { describe, expect, it } from "vitest";
import type { Tags } from "../../../src/core/network/street-map.ts";
import { bars, walkedAs } from "../../../src/core/network/walked-as.ts";
import type { ProfileId } from "../../../src/core/standards/rule-pack.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";

const PROFILES = shippedWalkProfiles();
const IN_ORDER = ["elderly", "carer_with_infant", "adult"] as const;
const NEVER = Number.POSITIVE_INFINITY;

/** `highway=steps conveying=yes` as tags. */
function tags(words: string): Tags {
  return Object.fromEntries(words.split(" ").map((word) => word.split("=") as [string, string]));
}

/** What each of the three finds: a factor both ways, a pair of them, or why nobody may. */
function found(words: string, id: ProfileId) {
  const { forth, back, whyNot } = walkedAs(tags(words), PROFILES[id]);
  if (whyNot !== undefined) {
    expect([forth, back]).toEqual([NEVER, NEVER]);
    return whyNot;
  }
  return forth === back ? forth : [forth, back];
}

describe("who may walk where", () => {
  it.each([
    ["highway=unclassified;tertiary", 1],
    ["highway=service access=customers;private", "private"],
    // A city's streets carry no sidewalk tag as a rule.
    ["highway=residential", 1],
    ["highway=primary", 1],
    ["highway=primary sidewalk=no", 1],
    ["highway=primary sidewalk=separate", 1],
    ["highway=primary sidewalk=separate foot=use_sidepath", "foot-forbidden"],
    ["highway=living_street access=destination", 1],
    ["highway=tertiary tunnel=yes layer=-1", 1],
    ["highway=unclassified bridge=yes", 1],
    // Trunk: walked in cities, but not where it is an expressway.
    ["highway=trunk", 1],
    ["highway=trunk bridge=yes", 1],
    ["highway=trunk bridge=viaduct", "car-only"],
    ["highway=trunk bridge=viaduct sidewalk=right", 1],
    ["highway=trunk name=三环西路高架", "car-only"],
    ["highway=trunk_link name=江海高架路;G312", "car-only"],
    ["highway=trunk name=三环西路高架 foot=yes", 1],
    ["highway=primary name=延安高架路 sidewalk=both", 1],
    ["highway=trunk name=三环西路", 1],
    ["highway=residential name=高架桥巷", 1],
    ["highway=trunk_link tunnel=yes", "car-only"],
    ["highway=trunk motorroad=yes", "car-only"],
    ["highway=trunk foot=no", "foot-forbidden"],
    ["highway=primary motorroad=yes", "car-only"],
    ["highway=motorway", "motorway"],
    ["highway=motorway_link", "motorway"],
    ["highway=motorway foot=yes", 1],
    // Private ground.
    ["highway=service service=driveway", 1],
    ["highway=service service=parking_aisle", 1],
    ["highway=service access=private", "private"],
    ["highway=service access=private foot=permissive", 1],
    ["highway=residential access=customers", "private"],
    ["highway=footway access=no", "private"],
    // Ways of others and ways that are none.
    ["highway=cycleway", 1],
    ["highway=cycleway foot=no", "foot-forbidden"],
    ["highway=track tracktype=grade4", 1],
    ["highway=corridor indoor=yes", 1],
    ["highway=pedestrian area=yes", 1],
    ["railway=platform", 1],
    ["highway=busway", "others-only"],
    ["highway=construction construction=primary", "not-built"],
    ["highway=proposed foot=yes", "not-built"],
    ["route=ferry foot=yes", "ferry"],
    ["railway=rail", "no-street"],
    ["barrier=wall", "no-street"],
    ["highway=street_lamp", "no-street"],
    ["name=解放路", "no-street"],
    // One way for cars is nothing to people on foot.
    ["highway=residential oneway=yes", 1],
    ["highway=footway oneway=yes", 1],
    ["highway=footway oneway:foot=yes", [1, NEVER]],
    ["highway=path oneway:foot=-1", [NEVER, 1]],
    ["highway=pedestrian foot:backward=no", [1, NEVER]],
    ["highway=path foot:backward=no foot:forward=no", "foot-forbidden"],
    ["highway=footway conveying=forward", [1, NEVER]],
    ["highway=footway conveying=yes oneway=-1", [NEVER, 1]],
    ["highway=footway conveying=reversible", 1],
  ])("%s: all alike, %s", (words, expected) => {
    for (const id of IN_ORDER) expect(found(words, id), id).toEqual(expected);
  });

  it.each([
    ["highway=steps", 3, "steps", 1.5],
    ["highway=steps ramp=yes", 3, 2, 1.5],
    ["highway=steps ramp=yes ramp:stroller=no", 3, "steps", 1.5],
    ["highway=steps ramp:wheelchair=yes", 1.5, 1.25, 1.5],
    ["highway=steps foot=yes", 3, "steps", 1.5],
    ["highway=steps access=private", "private", "steps", "private"],
    ["highway=steps conveying=forward", [2, NEVER], "escalator", [1.5, NEVER]],
    ["highway=path sac_scale=mountain_hiking", "rough", "rough", 1],
    ["highway=footway stroller=no", 1, "rough", 1],
  ])("%s: elderly %s, carer %s, adult %s", (words, ...expected) => {
    expect(IN_ORDER.map((id) => found(words, id))).toEqual(expected);
  });
});

describe("what stands at a node", () => {
  it.each([
    ["barrier=gate", false, false, false],
    ["barrier=gate access=private", true, true, true],
    ["barrier=gate access=private foot=yes", false, false, false],
    ["barrier=gate foot=no", true, true, true],
    ["barrier=lift_gate", false, false, false],
    ["barrier=gate locked=yes", true, true, true],
    ["barrier=bollard", false, false, false],
    ["barrier=wall", true, true, true],
    ["barrier=fence", true, true, true],
    ["barrier=fence entrance=yes", false, false, false],
    ["barrier=toll_booth", false, false, false],
    ["barrier=stile", true, true, false],
    ["barrier=turnstile", false, true, false],
    ["barrier=turnstile stroller=yes", false, false, false],
    ["highway=crossing", false, false, false],
  ])("%s bars elderly %s, carer %s, adult %s", (words, ...expected) => {
    expect(IN_ORDER.map((id) => bars(tags(words), PROFILES[id]))).toEqual(expected);
  });
});
