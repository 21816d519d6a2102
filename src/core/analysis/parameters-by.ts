import type { PackId } from "../base/ids.ts";
import { packById, type Standards } from "../standards/standards.ts";
import { type Choices, DEFAULT_PARAMETERS, type Parameters } from "./parameters.ts";

/**
 * The parameters of an analysis by what a user has set. The circle and what is done where clauses differ follow the
 * standards that all zones are judged by, if the user or else the document names any, until they are set themselves.
 */
export function parametersBy(choices: Choices, standards: Standards, ofDocument?: PackId): Parameters {
  const id = choices.pack ?? ofDocument;
  const pack = id === undefined ? undefined : packById(standards, id);
  return {
    ...DEFAULT_PARAMETERS,
    ...(pack && { limits: pack.circle.limits, detour: pack.circle.detour, conflict: pack.conflictPolicy }),
    ...choices,
  };
}
