import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with the domain files and the policy texts: `QUAN_SHARED`, else beside the repository. */
const folder = process.env.QUAN_SHARED ?? fileURLToPath(new URL("../../../../shared", import.meta.url));

export const sharedIsThere = existsSync(join(folder, "domain", "rulepacks.json"));

if (!sharedIsThere) {
  console.log(
    "The domain files are not there: the packs are not compared with them. Set QUAN_SHARED to their folder.",
  );
}

/** A rule as the domain file writes it, as far as it is compared. */
export interface DomainRule {
  readonly id: string;
  readonly subject: string;
  readonly level: string;
  readonly type: string;
  readonly metric: string;
  readonly unit: string | null;
  readonly threshold: number | null;
  readonly severity: string;
  readonly estateStatus?: string | null;
  readonly base?: string | null;
  readonly per?: number | null;
  readonly targetByYear?: Readonly<Record<string, number | null>> | null;
  readonly conflictGroup?: string | null;
  readonly countingBasis?: string | null;
  readonly approximate?: boolean;
  readonly deadline?: { readonly years: number; readonly startStated: boolean } | null;
  readonly ambiguities?: readonly string[];
  readonly citations: readonly {
    readonly doc: string;
    readonly line?: number;
    readonly clause: string;
    readonly quote?: string;
  }[];
}

export interface DomainPack {
  readonly id: string;
  readonly version: string;
  readonly validTo: string;
  readonly conflictPolicy: string;
  readonly legalStatus: string;
  readonly jurisdiction: { readonly adcode: string };
  readonly documents: readonly { readonly key: string; readonly issued?: string | null }[];
  readonly populationCoefficient: { readonly low: number; readonly high: number };
  readonly circle: {
    readonly minutes: number;
    readonly profiles: readonly { readonly id: string; readonly networkM: number }[];
    readonly detourFactor: number;
    readonly detourRange: readonly [number, number];
    readonly elderlyRule: string | null;
    readonly childcareRule: string | null;
  };
  readonly rules: readonly DomainRule[];
}

type KindTable = Readonly<
  Record<
    string,
    {
      readonly counted: readonly string[];
      readonly secondReading?: readonly string[];
      readonly never?: readonly string[];
      readonly planReviewStageAlso?: readonly string[];
    }
  >
>;

export interface Domain {
  readonly packs: readonly DomainPack[];
  readonly overlays: readonly {
    readonly id: string;
    readonly appliesTo: readonly string[];
    readonly rules?: readonly DomainRule[];
    readonly values?: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly facilityTypes: readonly {
    readonly code: string;
    readonly zh: string;
    readonly subject: string;
    readonly level: string;
  }[];
  readonly ambiguities: Readonly<Record<string, unknown>>;
  readonly kindSets: {
    readonly E_ANY_COMMUNITY: readonly string[];
    readonly C_ANY: readonly string[];
  };
  readonly countedKinds: KindTable;
}

export function domain(): Domain {
  return JSON.parse(readFileSync(join(folder, "domain", "rulepacks.json"), "utf8")) as Domain;
}

const POLICY_FILES: Readonly<Record<string, string>> = {
  XZ: "XZ-xuzhou-plan.txt",
  XZA: "XZA-xuzhou-civil-affairs-article.txt",
  SQ: "SQ-sucheng-implementation-2023.txt",
  LYG: "LYG-lianyungang-plan-draft.txt",
  HB: "HB-huaibei-plan-draft.txt",
};

/** Lines of a policy text by document key; line 1 is at index 0. */
export function policyLines(document: string): readonly string[] {
  const file = POLICY_FILES[document];
  return file === undefined ? [] : readFileSync(join(folder, "policy", file), "utf8").split("\n");
}

export const POLICY_DOCUMENTS = Object.keys(POLICY_FILES);
