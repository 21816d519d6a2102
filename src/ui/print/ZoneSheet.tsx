import type { ComponentProps } from "react";
import { ZoneEvidencePanel } from "../evidence/ZoneEvidencePanel.tsx";
import { useWords } from "../words.ts";
import type { SheetDrawing } from "./drawing.ts";
import { useFitting } from "./fitting.ts";
import { Sheet, type SheetBasis } from "./Sheet.tsx";
import { SheetMap } from "./SheetMap.tsx";

export interface ZoneSheetFacts
  extends Omit<ComponentProps<typeof ZoneEvidencePanel>, "onFacility" | "onArea" | "onMethod" | "most"> {
  readonly name: string;
  /** Street, new or existing, people. */
  readonly aside: string;
  readonly drawing: SheetDrawing | undefined;
}

/** A 小区 on one page: where it lies, its verdict, and clause, arithmetic and as many facilities of every line as fit. */
export function ZoneSheet({ of, basis }: { readonly of: ZoneSheetFacts; readonly basis: SheetBasis }) {
  const { t } = useWords();
  const { name, aside, drawing, ...evidence } = of;
  const [most, inside] = useFitting(MOST_LISTED, LEAST_LISTED);
  return (
    <Sheet basis={basis} title={name} aside={aside}>
      {drawing && <SheetMap of={drawing} label={t("print.mapOf", { name })} />}
      <div ref={inside}>
        <ZoneEvidencePanel {...evidence} onFacility={() => undefined} most={most} />
      </div>
    </Sheet>
  );
}

/** Facilities of one list: as many as fit on the page, within reason. */
const MOST_LISTED = 24;
const LEAST_LISTED = 2;
