import { useRef, useState } from "react";
import type { AnalysisView } from "../../../workers/protocol.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import type { PackTrialState } from "../../ui/standards/PackTrial.tsx";
import { parametersInForce } from "../derived/chosen-pack.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";

/**
 * Two standards worked out on the open document when asked for. Another pair begins anew, and so do other results: every
 * edit makes such, also one of standards that are not in use.
 */
export function usePackTrial(left: string, right: string | undefined) {
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const [made, setMade] = useState<Asked & { readonly is: PackTrialState }>();
  const asked: Asked = { left, right, results };
  const latest = useRef(asked);
  latest.current = asked;
  if (right === undefined || results === undefined || stale) return undefined;
  const onTrial = () => {
    const { choices, view } = useDocument.getState();
    const by = (pack: string) => parametersInForce({ ...choices, pack }, view, shippedStandards());
    setMade({ ...asked, is: "working" });
    void desk.call("trial", { before: by(left), after: by(right) }).then((answer) => {
      if (!isSame(latest.current, asked)) return;
      if (answer.state !== "done") return setMade({ ...asked, is: "failed" });
      const { comparison, units } = answer.output;
      const unitOf = new Map(units.map(({ metric, unit }) => [metric, unit]));
      setMade({ ...asked, is: { comparison, unitOf: (metric) => unitOf.get(metric) ?? "m2" } });
    });
  };
  return { of: made && isSame(made, asked) ? made.is : undefined, onTrial };
}

interface Asked {
  readonly left: string;
  readonly right: string | undefined;
  readonly results: AnalysisView | undefined;
}

function isSame(a: Asked, b: Asked): boolean {
  return a.left === b.left && a.right === b.right && a.results === b.results;
}
