import type { FacilityKind } from "../model/facility-kind.ts";
import type { KindChoice } from "./rule.ts";
import type { CountedKinds } from "./rule-pack.ts";

/** What a facility must be to answer one part of a choice: of a kind in `kinds`, or of one in `inclusive` and 普惠. */
export interface KindTest {
  readonly kinds: ReadonlySet<FacilityKind>;
  readonly inclusive: ReadonlySet<FacilityKind>;
}

/** The choice with its kind sets written out: one test for each thing that must be there. */
export function writtenOut(choice: KindChoice, sets: CountedKinds["kindSets"]): readonly KindTest[] {
  return choice.allOf.map((alternatives) => {
    const kinds = new Set<FacilityKind>();
    const inclusive = new Set<FacilityKind>();
    for (const name of alternatives) {
      if (name === "E_ANY_COMMUNITY" || name === "C_ANY" || name === "C_INCLUSIVE") {
        const set = sets[name];
        for (const kind of set.kinds) (set.inclusive === true ? inclusive : kinds).add(kind);
      } else {
        kinds.add(name);
      }
    }
    return { kinds, inclusive };
  });
}

/** Whether a facility answers the test. Without a word about 普惠 it is not taken for inclusive. */
export function answers(test: KindTest, facility: Answering): boolean {
  return test.kinds.has(facility.kind) || (facility.inclusive === true && test.inclusive.has(facility.kind));
}

/** Whether it answers the test, or would if it were inclusive, which nobody says. */
export function mayAnswer(test: KindTest, facility: Answering): boolean {
  return answers(test, facility) || (facility.inclusive === undefined && test.inclusive.has(facility.kind));
}

interface Answering {
  readonly kind: FacilityKind;
  readonly inclusive?: boolean;
}
