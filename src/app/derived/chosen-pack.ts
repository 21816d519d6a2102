import type { ProjectView } from "../../../workers/protocol.ts";
import type { Parameters } from "../../core/analysis/parameters.ts";
import type { PackId } from "../../core/base/ids.ts";
import { packById, type Standards, withCustomPacks } from "../../core/standards/standards.ts";

/**
 * The parameters that hold: a pack of the user's own is chosen only while the document has it. Undoing its making gives
 * the zones back to their places, redoing it to the pack.
 */
export function parametersInForce(
  parameters: Parameters,
  view: Pick<ProjectView, "customPacks"> | undefined,
  shipped: Standards,
): Parameters {
  const { pack, ...others } = parameters;
  if (pack === undefined) return parameters;
  return packById(withCustomPacks(shipped, view?.customPacks ?? []), pack) === undefined
    ? others
    : parameters;
}

/** The pack that all zones are judged by, if one is chosen: on the screen, else in the document. */
export function chosenPack(
  parameters: Parameters,
  view: Pick<ProjectView, "customPacks" | "pack"> | undefined,
  shipped: Standards,
): PackId | undefined {
  return parametersInForce(parameters, view, shipped).pack ?? view?.pack;
}
