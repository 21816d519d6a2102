import { useRef, useState } from "react";
import { shippedStandards } from "../../io/standards/shipped.ts";
import type { PackTrialState } from "../../ui/standards/PackTrial.tsx";
import { parametersInForce } from "../derived/chosen-pack.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";

/** Two standards worked out on the open document when asked for; another pair, or other results, begin anew. */
export function usePackTrial(left: string, right: string | undefined) {
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const [made, setMade] = useState<{ readonly of: string; readonly is: PackTrialState }>();
  const key = `${left} ${right} ${results?.key}`;
  const latest = useRef(key);
  latest.current = key;
  if (right === undefined || results === undefined || stale) return undefined;
  const onTrial = () => {
    const { choices, view } = useDocument.getState();
    const by = (pack: string) => parametersInForce({ ...choices, pack }, view, shippedStandards());
    setMade({ of: key, is: "working" });
    void desk.call("trial", { before: by(left), after: by(right) }).then((answer) => {
      if (latest.current !== key) return;
      if (answer.state !== "done") return setMade({ of: key, is: "failed" });
      const { comparison, units } = answer.output;
      const unitOf = new Map(units.map(({ metric, unit }) => [metric, unit]));
      setMade({ of: key, is: { comparison, unitOf: (metric) => unitOf.get(metric) ?? "m2" } });
    });
  };
  return { of: made?.of === key ? made.is : undefined, onTrial };
}
