import { Button } from "antd";
import type { Issue } from "../../core/base/issue.ts";
import type { WorkStep } from "../../core/base/work.ts";
import type { Effect } from "../../core/scenario/effect.ts";
import { ProgressLine } from "../frame/ProgressLine.tsx";
import { useWords } from "../words.ts";
import { EffectTold } from "./EffectTold.tsx";
import "./evidence.css";

/** What an edit does to the zones, as far as it is known; absent until somebody asks. */
export type EffectState =
  | { readonly is: "working"; readonly step: WorkStep | undefined }
  | { readonly is: "failed" }
  | { readonly is: "refused"; readonly issues: readonly Issue[] }
  | { readonly is: "found"; readonly effect: Effect }
  | undefined;

interface Props {
  readonly title: string;
  readonly of: EffectState;
  readonly onAsk: () => void;
  readonly onCancel: () => void;
  /** Absent where nothing may be left for a zone. */
  readonly onZone?: ((id: string) => void) | undefined;
  /** Why nothing may change. */
  readonly reason?: string | undefined;
}

/** 对周边的影响: who would get more and who less by an edit that is not made yet. */
export function EffectPanel({ title, of, onAsk, onCancel, onZone, reason }: Props) {
  const { t } = useWords();
  return (
    <section className="effect" aria-label={title}>
      <h3>{title}</h3>
      {of?.is !== "found" && (
        <p>
          <Button onClick={onAsk} loading={of?.is === "working"}>
            {t("effect.ask")}
          </Button>{" "}
          {of === undefined && <span className="remark">{t("effect.help")}</span>}
        </p>
      )}
      {of?.is === "working" && <ProgressLine step={of.step} onCancel={onCancel} />}
      <EffectTold of={of} onZone={onZone} reason={reason} />
    </section>
  );
}
