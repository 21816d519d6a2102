import type { ComponentProps } from "react";
import { ZoneEvidencePanel } from "../evidence/ZoneEvidencePanel.tsx";
import { useWords } from "../words.ts";
import type { SheetDrawing } from "./drawing.ts";
import { Sheet, type SheetBasis } from "./Sheet.tsx";
import { SheetMap } from "./SheetMap.tsx";

export interface ZoneSheetFacts
  extends Omit<ComponentProps<typeof ZoneEvidencePanel>, "onFacility" | "onMethod" | "brief"> {
  readonly name: string;
  /** Street, new or existing, people. */
  readonly aside: string;
  readonly drawing: SheetDrawing | undefined;
}

/** A 小区 on one page: where it lies, its verdict, and clause, arithmetic and facilities of every line. */
export function ZoneSheet({ of, basis }: { readonly of: ZoneSheetFacts; readonly basis: SheetBasis }) {
  const { t } = useWords();
  const { name, aside, drawing, ...evidence } = of;
  return (
    <Sheet basis={basis} title={name} aside={aside}>
      {drawing && <SheetMap of={drawing} label={t("print.mapOf", { name })} />}
      <ZoneEvidencePanel {...evidence} onFacility={() => undefined} brief />
    </Sheet>
  );
}
