import fc from "fast-check";
import { expect, test } from "vitest";
import { NOT_ALLOCATED } from "../../../src/core/analysis/allocation-findings.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline, update } from "../../../src/core/analysis/pipeline.ts";
import { type Exact, plus, times, toNumber, ZERO } from "../../../src/core/base/decimal.ts";
import type { Outcome } from "../../../src/core/base/outcome.ts";
import { finish, type Work } from "../../../src/core/base/work.ts";
import { CARE_SUBJECTS } from "../../../src/core/model/facility-kind.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { type EffectSide, effectOf, isFelt, type MetricEffect } from "../../../src/core/scenario/effect.ts";
import { VERDICTS } from "../../../src/core/standards/verdict.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { randomlyEdited, randomProject } from "../../builders/random-project.ts";

const CHOICES: readonly Partial<Parameters>[] = [
  { supply: "fair" },
  { supply: "fair", offsite: "circle-and-community", pack: "sucheng-2023" },
  { supply: "fair", detour: 1, limits: { elderly: 1500, carer_with_infant: 1500, adult: 1500 } },
  { supply: "onsite" },
  { supply: "catchment" },
];

const made = (work: Work<Outcome<Pipeline>>) => value(finish(work));
const sideOf = ({ project: { zones }, results }: Pipeline): EffectSide => ({ zones, results });

/** Some facilities state neither rooms nor slots: what they hold is in doubt. */
function withDoubts(project: Project, seed: number): Project {
  const facilities = project.facilities.map((facility, row) => {
    if ((row * 7 + seed) % 3 !== 0) return facility;
    const { slots: _, ...rest } = facility;
    return { ...rest, areas: [] };
  });
  return { ...project, facilities };
}

/** What an analysis says of zones by one metric, row by row and certificate by certificate. */
function told({ project: { zones }, results }: Pipeline, metric: MetricEffect["metric"]) {
  const columns = results.zones.byMetric.find((each) => each.metric === metric);
  const allocation = results.allocations?.find((each) => each.metric === metric);
  const served = new Map<string, readonly [need: number, served: number]>();
  const lacks = new Map<string, number>();
  let [missing, certain, known] = [0, 0, 0];
  zones.forEach(({ id }, row) => {
    const level = allocation?.zones.levelOf[row] ?? NOT_ALLOCATED;
    const need = allocation?.zones.needs[row];
    if (level !== NOT_ALLOCATED && need !== undefined) {
      const share = allocation?.levels[level] as Exact;
      served.set(id, [toNumber(need), toNumber(times(need, share))]);
    } else {
      const [asked, there] = [columns?.required[row] ?? Number.NaN, columns?.provided[row] ?? Number.NaN];
      served.set(id, [asked, Math.min(asked, there)]);
    }
    const lack = columns?.missing[row] ?? Number.NaN;
    lacks.set(id, lack);
    if (Number.isNaN(lack)) return;
    known++;
    const [all, perhaps] = [lack, columns?.perhaps[row] ?? 0].map((amount) => Math.round(amount * 1e6));
    missing += all as number;
    certain += lack > 0 ? (all as number) - (perhaps as number) : 0;
  });
  let [areas, sure]: [Exact, Exact] = [ZERO, ZERO];
  for (const each of allocation?.certificates ?? []) {
    if (!each.maximal) continue;
    areas = plus(areas, each.missing);
    sure = plus(sure, each.certain as Exact);
  }
  const sums = known > 0 ? [missing / 1e6, certain / 1e6] : [Number.NaN, Number.NaN];
  const found = allocation !== undefined;
  return { served, lacks, sums, ...(found && { areas: toNumber(areas), sure: toNumber(sure) }) };
}

function verdictsOf({ project: { zones }, results }: Pipeline): Map<string, string> {
  return new Map(
    zones.flatMap(({ id }, row) =>
      CARE_SUBJECTS.map((subject) => [
        `${id} ${subject}`,
        VERDICTS[results.zones.bySubject[subject].verdict[row] as number] as string,
      ]),
    ),
  );
}

/** Shares of people within a walk; NaN where nobody is counted. */
function coveredIn(people: Pipeline["results"]["headline"]["people"]): Map<string, number> {
  return new Map(people.map(({ subject, covered: { covered, total } }) => [subject, covered / total]));
}

/** Zones of both sides that `is` holds for, by id. */
function among(before: Told, after: Told, is: (was: number, now: number) => boolean): string[] {
  return [...after.lacks]
    .filter(([id, now]) => before.lacks.has(id) && is(before.lacks.get(id) as number, now))
    .map(([id]) => id)
    .sort();
}

type Told = ReturnType<typeof told>;

let [judgeable, doubtful, certainAlone, felt, none] = [0, 0, 0, 0, 0];

test(
  "the effect is the difference of two analyses from scratch",
  () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.nat(CHOICES.length - 1),
        fc.array(fc.nat(1e6), { minLength: 1, maxLength: 3 }),
        (seed, choice, edits) => {
          const parameters: Parameters = { ...DEFAULT_PARAMETERS, ...CHOICES[choice] };
          const standards = shippedStandards();
          const project = withDoubts(randomProject(seed, 16, 20), seed);
          const next = edits.reduce(randomlyEdited, project);
          const open = made(openPipeline(project, standards, parameters));
          const effect = effectOf(sideOf(open), sideOf(made(update(open, { project: next }))), 1000);

          const before = made(openPipeline(structuredClone(project), standards, parameters));
          const after = made(openPipeline(structuredClone(next), standards, parameters));
          for (const one of effect.metrics) {
            const [was, is] = [told(before, one.metric), told(after, one.metric)];
            expect([one.inAll.missing.before, one.inAll.certain.before]).toEqual(was.sums);
            expect([one.inAll.missing.after, one.inAll.certain.after]).toEqual(is.sums);
            if (was.areas !== undefined && is.areas !== undefined) {
              expect(one.missing).toEqual({ of: "areas", before: was.areas, after: is.areas });
              expect(one.certain).toEqual({ before: was.sure, after: is.sure });
            } else {
              expect(one.missing).toEqual({ of: "all", ...one.inAll.missing });
              expect(one.certain).toEqual(one.inAll.certain);
            }
            const [now, noMore] = [
              among(was, is, (old, lack) => Number.isNaN(old) && !Number.isNaN(lack)),
              among(was, is, (old, lack) => !Number.isNaN(old) && Number.isNaN(lack)),
            ];
            expect(one.judgeable.map(({ id }) => id)).toEqual(now);
            expect(one.doubtful.map(({ id }) => id)).toEqual(noMore);
            for (const { id, missing } of one.judgeable) expect(missing).toBe(is.lacks.get(id));
            for (const { id, missing } of one.doubtful) expect(missing).toBe(was.lacks.get(id));
            const changed = [...new Set([...was.served.keys(), ...is.served.keys()])].filter((id) => {
              const [old, fresh] = [was.served.get(id), is.served.get(id)];
              return ![0, 1].every((at) => Object.is(old?.[at] ?? Number.NaN, fresh?.[at] ?? Number.NaN));
            });
            const groups = [one.losing, one.gaining, one.otherwise];
            expect(groups.flatMap(({ first }) => first.map(({ zone }) => zone)).sort()).toEqual(
              changed.sort(),
            );
            if (!isFelt(one)) {
              expect(changed.length + now.length + noMore.length).toBe(0);
              expect([...was.sums, was.areas, was.sure]).toEqual([...is.sums, is.areas, is.sure]);
            }
            judgeable += now.length;
            doubtful += noMore.length;
            if (changed.length === 0 && one.certain.before !== one.certain.after) certainAlone++;
            if (isFelt(one)) felt++;
            else none++;
          }
          const [covered, now] = [before, after].map(({ results }) => coveredIn(results.headline.people));
          expect(effect.people.map(({ subject }) => subject)).toEqual(
            CARE_SUBJECTS.filter((subject) => !Object.is(covered?.get(subject), now?.get(subject))),
          );
          const [were, are] = [verdictsOf(before), verdictsOf(after)];
          const turned = [...are].filter(([key, now]) => were.has(key) && were.get(key) !== now);
          const alike = effect.turned
            .filter(({ subject, before: old }) => subject !== undefined && old !== undefined)
            .flatMap(({ subject, after: now, first }) => first.map(({ id }) => [`${id} ${subject}`, now]));
          expect(alike.sort()).toEqual(turned.sort());
          for (const { zones, first } of effect.turned) expect(zones).toBe(first.length);
        },
      ),
      { seed: 6, numRuns: process.env["QUAN_LONG"] ? 2000 : 60 },
    );
    // All of that was met.
    for (const met of [judgeable, doubtful, certainAlone, felt, none]) expect(met).toBeGreaterThan(0);
  },
  process.env["QUAN_LONG"] ? 1_800_000 : 240_000,
);
