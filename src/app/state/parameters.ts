import { useMemo } from "react";
import type { Parameters } from "../../core/analysis/parameters.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { parametersInForce } from "../derived/chosen-pack.ts";
import { useDocument } from "./document.ts";

/** The parameters that results are worked out by. */
export function useParameters(): Parameters {
  const choices = useDocument((document) => document.choices);
  const view = useDocument((document) => document.view);
  return useMemo(() => parametersInForce(choices, view, shippedStandards()), [choices, view]);
}

export function parametersNow(): Parameters {
  const { choices, view } = useDocument.getState();
  return parametersInForce(choices, view, shippedStandards());
}
