import type { Deed } from "./document.ts";

/** What a journal says was done to a document, one step after another. */
export type Step =
  | { readonly kind: "do"; readonly deed: Deed }
  /** Of files that were taken in, which stand beside the step. */
  | { readonly kind: "take-in" }
  /** Of what was done last since the journal began. */
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  /** Of what was done before the journal began: what taking it back changes. */
  | { readonly kind: "take-back"; readonly deed: Deed };

/** What was done and taken back, as a journal knows it. */
export interface Trail {
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
  /** So many of what was done were done before the journal began. */
  readonly before: number;
}

export interface Followed {
  readonly steps: readonly { readonly step: Step; readonly deed: Deed }[];
  /** The first step says anew what the last one in the journal said. */
  readonly amends: boolean;
  readonly trail: Trail;
}

/**
 * The steps from what a journal knows to what is done now. Deeds are known by identity. `opposite`: what takes a deed
 * back; `takenIn`: whether it is that of files.
 */
export function stepsTo(
  trail: Trail,
  now: { readonly done: readonly Deed[]; readonly undone: readonly Deed[] },
  { opposite, takenIn }: { opposite(deed: Deed): Deed; takenIn(deed: Deed): boolean },
): Followed {
  let common = 0;
  while (common < trail.done.length && trail.done[common] === now.done[common]) common += 1;
  const gone = trail.done.slice(common);
  const added = now.done.slice(common);
  if (amended(trail, gone, added)) {
    const [deed] = added as [Deed];
    return {
      steps: [{ step: { kind: "do", deed }, deed }],
      amends: true,
      trail: { done: now.done, undone: [], before: trail.before },
    };
  }
  const steps: { readonly step: Step; readonly deed: Deed }[] = [];
  let { before } = trail;
  let undone = [...trail.undone];
  for (const [i, deed] of gone.reverse().entries()) {
    const at = trail.done.length - 1 - i;
    if (at >= before) {
      steps.push({ step: { kind: "undo" }, deed });
      undone.push(deed);
    } else {
      steps.push({ step: { kind: "take-back", deed: opposite(deed) }, deed });
      before = at;
      undone = [];
    }
  }
  for (const deed of added) {
    if (undone.at(-1) === deed) {
      steps.push({ step: { kind: "redo" }, deed });
      undone.pop();
    } else {
      steps.push({ step: takenIn(deed) ? { kind: "take-in" } : { kind: "do", deed }, deed });
      undone = [];
    }
  }
  return { steps, amends: false, trail: { done: now.done, undone, before } };
}

/** Parameters that are typed on: one deed took the place of another that is in the journal, without a change of rows. */
function amended(trail: Trail, gone: readonly Deed[], added: readonly Deed[]): boolean {
  const [old, fresh] = [gone[0], added[0]];
  return (
    gone.length === 1 &&
    added.length === 1 &&
    trail.done.length > trail.before &&
    trail.undone.length === 0 &&
    old?.patch === undefined &&
    fresh?.patch === undefined
  );
}
