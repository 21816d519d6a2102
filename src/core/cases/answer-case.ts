import type { Exact } from "../base/decimal.ts";
import type { PackId } from "../base/ids.ts";
import { issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { FacilityStatus } from "../model/facility.ts";
import {
  type DeadlineFinding,
  judgeDeadline,
  judgeStockApplication,
  type StockFinding,
} from "../standards/judge-process.ts";
import { judgeWalk } from "../standards/judge-reach.ts";
import type { Judgement } from "../standards/judgement.ts";
import { appliesTo, overlaid } from "../standards/overlay.ts";
import type { ConflictPolicy, RulePack } from "../standards/rule-pack.ts";
import { packById, type Standards } from "../standards/standards.ts";
import type { Case, CaseSettings, ProcessInput, ReachInput } from "./case.ts";
import { judgeCircleCase } from "./circle-case.ts";
import { judgeEstateCase } from "./estate-case.ts";
import { isScenario, type Uncounted } from "./estate-supply.ts";
import { judgeFacilityCase } from "./facility-case.ts";
import { stated } from "./stated.ts";
import { judgeUnitCase } from "./unit-case.ts";

export type CaseAnswer =
  | {
      readonly kind: "judgement";
      readonly pack: RulePack;
      readonly judgement: Judgement;
      readonly settings: CaseJudging;
      readonly uncounted: readonly Uncounted[];
      readonly warnings: readonly CaseWarning[];
    }
  | { readonly kind: "stock"; readonly finding: StockFinding }
  | { readonly kind: "deadline"; readonly finding: DeadlineFinding }
  | {
      readonly kind: "walk";
      readonly metres: Exact | undefined;
      readonly covered: boolean | undefined;
      readonly estimated: boolean;
      readonly limit: number;
    };

/** `kind-not-stated`: counts were taken as of each rule's own kind, and the rules speak of several. */
export type CaseWarning = "kind-not-stated";

/** How a case is judged; printed with the answer. */
export interface CaseJudging {
  readonly conflict: ConflictPolicy;
  readonly year?: number;
  readonly scenario: boolean;
  readonly overlays: readonly PackId[];
  readonly countStatuses?: readonly FacilityStatus[];
}

/** What judging gave at one level. */
export interface CaseJudgement {
  readonly judgement: Judgement;
  readonly uncounted?: readonly Uncounted[];
  readonly warnings?: readonly CaseWarning[];
}

/** A case → its answer. Refused where the pack or an overlay is unknown, or only a walk could do without a pack. */
export function answerCase(asked: Case, standards: Standards): Outcome<CaseAnswer> {
  const pack = packById(standards, asked.pack);
  if (pack === undefined && asked.pack !== "any") {
    const known = standards.packs.map(({ id }) => id);
    return refused(issue("case.unknown-pack", "error", { pack: asked.pack, known }));
  }
  if (asked.level === "reach") return answerWalk(asked.input, pack);
  if (pack === undefined) return refused(issue("case.pack-needed", "error", { level: asked.level }));
  if (asked.level === "process") return done(answerProcess(asked.input, pack));
  const chosen = asked.input.settings.overlays ?? [];
  const unknown = chosen.find(
    (id) => !standards.overlays.some((each) => each.id === id && appliesTo(each, pack)),
  );
  if (unknown !== undefined) {
    const known = standards.overlays.filter((each) => appliesTo(each, pack)).map(({ id }) => id);
    const facts = { overlay: unknown, pack: pack.id };
    return refused(
      known.length > 0
        ? issue("case.unknown-overlay", "error", { ...facts, known })
        : issue("case.no-overlay", "error", facts),
    );
  }
  const settings = judgingOf(asked.input.settings, asked.input.year, pack, chosen);
  const found = judged(asked, overlaid(pack, standards.overlays, chosen), settings);
  if (!found.ok) return found;
  const { judgement, uncounted = [], warnings = [] } = found.value;
  return done({ kind: "judgement", pack, judgement, settings, uncounted, warnings });
}

function judged(
  asked: Exclude<Case, { level: "reach" | "process" }>,
  pack: RulePack,
  settings: CaseJudging,
): Outcome<CaseJudgement> {
  switch (asked.level) {
    case "estate":
      return judgeEstateCase(asked.input, pack, settings);
    case "facility":
      return done(judgeFacilityCase(asked.input, pack, settings));
    case "circle":
      return done(judgeCircleCase(asked.input, pack, settings));
    case "community":
    case "village":
    case "street":
    case "district":
    case "city":
      return done(judgeUnitCase(asked.level, asked.input, pack, settings));
  }
}

function judgingOf(
  settings: CaseSettings,
  year: number | undefined,
  pack: RulePack,
  overlays: readonly PackId[],
): CaseJudging {
  return {
    conflict: settings.conflictPolicy ?? pack.conflictPolicy,
    scenario: isScenario(settings, pack),
    overlays,
    ...(year !== undefined && { year }),
    ...(settings.countStatuses && { countStatuses: settings.countStatuses }),
  };
}

function answerProcess(input: ProcessInput, pack: RulePack): CaseAnswer {
  const { asOf, applicationDate, remediationStartDate, ...rest } = input;
  if (remediationStartDate === undefined) {
    return {
      kind: "stock",
      finding: judgeStockApplication(pack, stated({ asOf, applicationDate, ...rest })),
    };
  }
  const on = asOf ?? applicationDate ?? undefined;
  return { kind: "deadline", finding: judgeDeadline(pack, remediationStartDate ?? undefined, on) };
}

function answerWalk(input: ReachInput, pack: RulePack | undefined): Outcome<CaseAnswer> {
  const { straightM, networkM, detour, profile, networkLimitM } = input;
  const limits = pack?.circle.limits ?? DEFAULT_LIMITS;
  const limit = networkLimitM ?? (profile === undefined ? undefined : limits[profile]);
  if (limit === undefined) return refused(issue("case.limit-needed", "error", {}));
  const walk = judgeWalk({
    ...stated({ straight: straightM, network: networkM }),
    detour: detour ?? pack?.circle.detour ?? DEFAULT_DETOUR,
    limit,
  });
  return done({ kind: "walk", ...walk, limit });
}

const DEFAULT_LIMITS = { elderly: 800, carer_with_infant: 900, adult: 1000 };
const DEFAULT_DETOUR = 1.3;
