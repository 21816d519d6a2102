import { arithmeticOf } from "../../../core/analysis/arithmetic.ts";
import { alteredIn } from "../../../core/analysis/evidence-of.ts";
import type { Pipeline } from "../../../core/analysis/pipeline.ts";
import type { PackInUse } from "../../../core/analysis/zone-packs.ts";
import type { RuleId } from "../../../core/base/ids.ts";
import { present } from "../../../core/base/invariant.ts";
import { deficitOf } from "../../../core/deficit/deficit.ts";
import type { Judgement, Line } from "../../../core/standards/judgement.ts";
import type { Metric, Rule } from "../../../core/standards/rule.ts";
import type { Cell } from "../csv.ts";
import type { ExportWords } from "../export-words.ts";
import { shownPerhaps, shownProvided, shownRequired } from "../shown-amounts.ts";
import type { ExportColumn, ExportDatum, ExportTable } from "./export-table.ts";
import { MARKS } from "./marks.ts";
import { placeIn } from "./shifted-place.ts";

/**
 * A row per zone and rule: what is asked for, there and missing, and on what grounds: document, clause and the line of
 * arithmetic. Rules that ask nothing of a zone are no rows.
 */
export function deficitTable(pipeline: Pipeline, words: ExportWords, datum: ExportDatum): ExportTable {
  const { project, territory, judgements } = pipeline;
  const packs = pipeline.packs.value;
  const said = packs.packs.map((pack) => groundsIn(pack, pipeline, words));
  return {
    name: "deficits",
    columns: COLUMNS.map(([column, format]): ExportColumn => ({ heading: words.columns[column], format })),
    length: judgements.value.reduce((sum, { lines }) => sum + lines.length, 0),
    *rows() {
      for (const [row, zone] of project.zones.entries()) {
        const grounds = said[packs.of[row] ?? said.length];
        const judgement = present(judgements.value[row], "every zone is judged");
        const path = territory.value.zonePaths[row] ?? [];
        const street = path[1]?.name ?? zone.street;
        const at = zone.at ?? zone.shape?.[0]?.[0][0];
        const place = placeIn(datum, { ...(at && { at }) });
        for (const line of grounds ? judgement.lines : []) {
          yield {
            cells: [
              ...[zone.id, zone.name, street, path[0]?.name ?? zone.community],
              ...cellsOf(line, judgement, present(grounds, "a judged zone has a pack"), words),
              ...[packs.borrowed[row] === 1 ? words.yes : words.no],
            ],
            ...(place && { place }),
            ...(street !== undefined && { street }),
          };
        }
      }
    },
  };
}

const COLUMNS = [
  ["judgedId", "text"],
  ["judgedName", "text"],
  ["inStreet", "text"],
  ["inCommunity", "text"],
  ["metric", "text"],
  ["required", "mixed"],
  ["provided", "mixed"],
  ["missing", "mixed"],
  ["perhaps", "mixed"],
  ["share", "share"],
  ["unit", "text"],
  ["verdict", "text"],
  ["grounds", "long"],
  ["severity", "text"],
  ["estimated", "text"],
  ["sensitive", "text"],
  ["notes", "text"],
  ["rule", "text"],
  ["standard", "text"],
  ["documentStatus", "text"],
  ["borrowed", "text"],
] as const;

/** What a pack says of each of its rules. */
interface Grounds {
  readonly ruleOf: (id: RuleId) => Rule;
  readonly standard: string;
  readonly clausesOf: (rule: Rule) => string;
  readonly statusOf: (rule: Rule) => string;
}

function groundsIn({ pack, plain, rules }: PackInUse, pipeline: Pipeline, words: ExportWords): Grounds {
  const { language } = words;
  const { semicolon, bracketed, titled } = MARKS[language];
  const altered = alteredIn(plain, pipeline);
  const documents = new Map(pack.documents.map((document) => [document.key, document]));
  const title = pack.title[language];
  const named = (key: string) => documents.get(key)?.title[language] ?? key;
  // The clause of a rule that was changed does not speak for its number.
  const own = words.packStatus.custom;
  return {
    ruleOf: (id) => present(rules.get(id), "a line comes from a rule of its pack"),
    standard: pack.custom === undefined ? title : `${title}${bracketed(own)}`,
    clausesOf: ({ id, clauses }) =>
      altered.has(id)
        ? own
        : clauses.map(({ document, clause }) => `${titled(named(document))}${clause}`).join(semicolon),
    statusOf: ({ id, clauses }) => {
      const statuses = clauses.flatMap(({ document }) => documents.get(document)?.status ?? []);
      const said = [...new Set(statuses)].map((status) => words.documentStatus[status]);
      return altered.has(id) ? own : said.join(semicolon);
    },
  };
}

function cellsOf(line: Line, { secondReading }: Judgement, grounds: Grounds, words: ExportWords): Cell[] {
  const { semicolon, colon } = MARKS[words.language];
  const rule = grounds.ruleOf(line.rule);
  const deficit = deficitOf(line);
  const parts = [grounds.clausesOf(rule), arithmeticOf(line, rule)].filter((part) => part !== "");
  return [
    isMetric(rule.metric, words) ? words.metric[rule.metric] : rule.title[words.language],
    shownRequired(line),
    shownProvided(line),
    deficit?.missing,
    shownPerhaps(line),
    deficit?.share,
    words.unit[line.unit],
    words.verdict[line.verdict],
    parts.join(colon),
    words.severity[line.severity],
    line.estimated ? words.yes : words.no,
    secondReading === undefined ? words.no : words.yes,
    line.notes.map((note) => words.note[note]).join(semicolon) || undefined,
    line.rule,
    grounds.standard,
    grounds.statusOf(rule),
  ];
}

function isMetric(metric: string, words: ExportWords): metric is Metric {
  return Object.hasOwn(words.metric, metric);
}
