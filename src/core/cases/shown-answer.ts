import { type Exact, roundUp, toNumber } from "../base/decimal.ts";
import type { Plain } from "../base/digest.ts";
import type { Metres } from "../base/units.ts";
import type { StockWarning } from "../standards/judge-process.ts";
import type { Line } from "../standards/judgement.ts";
import type { CaseAnswer, CaseWarning } from "./answer-case.ts";

/** Words for the warnings of an answer, in the language of the documents. */
export type WarningText = (code: StockWarning["code"] | CaseWarning, year: number | undefined) => string;

/** An answer as `quan judge` prints it: plain numbers, null for what cannot be said, lines by rule id. */
export function shownAnswer(answer: CaseAnswer, textOf: WarningText): { readonly [key: string]: Plain } {
  switch (answer.kind) {
    case "judgement": {
      const { judgement, pack, settings, uncounted, warnings } = answer;
      const { secondReading, phases, groups, remarks } = judgement;
      return {
        pack: pack.id,
        packVersion: pack.version,
        packStatus: pack.status,
        validTo: pack.validTo ?? null,
        conflictPolicy: settings.conflict,
        year: settings.year ?? null,
        overlays: settings.overlays,
        countStatuses: settings.countStatuses,
        scenario: settings.scenario,
        lines: judgement.lines.map(shownLine),
        groups: groups.map(({ group, members, verdict }) => ({ group, members, verdict })),
        overall: judgement.overall,
        estimated: judgement.estimated,
        sensitive: secondReading !== undefined,
        secondReading,
        phases: phases?.map(({ no, overall }) => ({ no, overall })),
        remarks,
        notCounted: uncounted.map(({ facility, metric, why }) => ({ facility, metric, why })),
        warnings: warnings.map((code) => textOf(code, undefined)),
        warningCodes: warnings,
      };
    }
    case "stock": {
      const { eligible, missing, transitionEnds, warnings } = answer.finding;
      return {
        eligible: eligible ?? null,
        missing,
        transitionEnds: transitionEnds ?? null,
        warnings: warnings.map(({ code, year }) => textOf(code, year)),
        warningCodes: warnings.map(({ code }) => code),
      };
    }
    case "deadline": {
      const { due, daysLeft, state } = answer.finding;
      return { due: due ?? null, daysLeft: daysLeft ?? null, state };
    }
    case "walk": {
      const { metres, covered, estimated, limit } = answer;
      const walkM = metres ? shownWalk(toNumber(metres), limit, covered === false) : null;
      return { walkM, limitM: limit, covered: covered ?? null, estimated };
    }
  }
}

function shownLine(line: Line): Plain {
  const { rule, verdict, severity, unit, threshold, base, required, whole } = line;
  const { actual, sure, shortage, needed, notes } = line;
  return {
    ruleId: rule,
    required: shown(required, whole ? roundUp : toNumber),
    actual: shown(actual, toNumber),
    verdict,
    shortage: shown(shortage, whole ? roundUp : toNumber),
    severity,
    unit,
    threshold: threshold ?? null,
    ...(sure && { sure: toNumber(sure) }),
    base: base && {
      name: base.name,
      per: base.per,
      value: shown(base.value, toNumber),
      band: base.band && [toNumber(base.band.low), toNumber(base.band.high)],
    },
    estimated: line.estimated,
    needed: needed && {
      base: needed.base,
      atMost: Number(needed.atMost.numerator / needed.atMost.denominator),
    },
    notes,
  };
}

/** A walk that is longer than the limit by less than a number can say is shown as a number just above it. */
function shownWalk(metres: Metres, limit: Metres, isLonger: boolean): Metres {
  return isLonger && metres <= limit ? limit * (1 + Number.EPSILON) : metres;
}

function shown(value: Exact | undefined, as: (value: Exact) => number): number | null {
  return value === undefined ? null : as(value);
}
