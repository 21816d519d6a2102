import type { ProjectView } from "../../../workers/protocol.ts";
import type { Choices, Parameters } from "../../core/analysis/parameters.ts";
import { parametersBy } from "../../core/analysis/parameters-by.ts";
import type { PackId } from "../../core/base/ids.ts";
import { packById, type Standards, withCustomPacks } from "../../core/standards/standards.ts";

type Document = Pick<ProjectView, "customPacks" | "pack">;

/**
 * The choices that hold: a pack of the user's own is chosen only while the document has it. Undoing its making gives
 * the zones back to their places, redoing it to the pack.
 */
export function choicesInForce(choices: Choices, view: Document | undefined, shipped: Standards): Choices {
  const { pack, ...others } = choices;
  if (pack === undefined) return choices;
  return packById(known(view, shipped), pack) === undefined ? others : choices;
}

export function parametersInForce(
  choices: Choices,
  view: Document | undefined,
  shipped: Standards,
): Parameters {
  return parametersBy(choicesInForce(choices, view, shipped), known(view, shipped), view?.pack);
}

/** The pack that all zones are judged by, if one is chosen: on the screen, else in the document. */
export function chosenPack(
  choices: Choices,
  view: Document | undefined,
  shipped: Standards,
): PackId | undefined {
  return choicesInForce(choices, view, shipped).pack ?? view?.pack;
}

function known(view: Document | undefined, shipped: Standards): Standards {
  return withCustomPacks(shipped, view?.customPacks ?? []);
}
