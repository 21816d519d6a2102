import type { AdminCode, PackId } from "../base/ids.ts";
import type { Day } from "../base/units.ts";
import type { CareSubject, FacilityKind } from "../model/facility-kind.ts";

/** Projects that a document lists (项目清单), as facts of it. */
export interface ProjectList {
  /** Key of the document in the pack. */
  readonly document: string;
  readonly pack: PackId;
  /** What the document calls the list. */
  readonly list: string;
  readonly date?: Day;
  readonly projects: readonly KnownProject[];
}

export interface KnownProject {
  readonly id: string;
  readonly name: string;
  /** Its number in the list. */
  readonly item: string;
  readonly subject: CareSubject;
  readonly work: "new" | "rebuild" | "extend" | "rebuild-extend" | "lease" | "service";
  readonly from?: number;
  /** The year in which it is to be done. */
  readonly to: number;
  /** Words of the list: no place that anybody could measure from. */
  readonly place?: string;
  readonly adminCode?: AdminCode;
  /** m² of the whole building; to `totalAreaTo` where two numbers are given. */
  readonly totalArea?: number;
  readonly totalAreaTo?: number;
  readonly childcareArea?: number;
  readonly landArea?: number;
  readonly slots?: number;
  readonly beds?: number;
  /** 万元. */
  readonly cost?: number;
  /** Our reading of what it will be; without one it is no place of care. */
  readonly kind?: FacilityKind;
  readonly doubt?: ProjectDoubt;
}

export type ProjectDoubt = "cost" | "use" | "part" | "apartments" | "hospital" | "no-care";
