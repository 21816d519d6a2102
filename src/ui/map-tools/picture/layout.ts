import { formatMetres } from "../../../i18n/numbers.ts";
import type { Palette } from "../../look/palette.ts";
import { scaleBar } from "../../print/drawing.ts";
import { type LegendEntry, legendMarks } from "./legend.ts";
import type { Box, Mark, Measure, TextMark } from "./marks.ts";

/** What stands on the picture of a map. */
export interface PictureWords {
  readonly title: string;
  /** What is shaded. */
  readonly subtitle: string;
  /** What the figures are not: invented, estimated, out of force. */
  readonly reserves: readonly string[];
  readonly legend: { readonly title: string; readonly entries: readonly LegendEntry[] };
  /** Date of the data, walks, number of the result, who made the ground. */
  readonly small: readonly string[];
  /** The number of the map's approval, or that it has none. */
  readonly approval: string;
  readonly north: string;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** The place of the map on a page: the same whatever is written around it. */
export function mapBox({ width, height }: PageSize): Box {
  return { x: MARGIN, y: HEAD, width: width - 2 * MARGIN, height: height - HEAD - FOOT };
}

/** Everything on the page but the map itself. `metresPerUnit`: on the ground, for one unit of the page. */
export function pictureMarks(
  page: PageSize,
  words: PictureWords,
  metresPerUnit: number,
  palette: Palette,
  measure: Measure,
): readonly Mark[] {
  const box = mapBox(page);
  const { ink, quiet, line } = palette;
  const wide = box.width;
  const text = (text: string, y: number, size: number, colour: string, bold = false): TextMark => ({
    ...{ kind: "text", text: cut(text, size, bold, wide, measure), x: MARGIN, y, size, colour, bold },
  });
  const small = lines(words.small, SMALL, wide, measure);
  const foot = page.height - FOOT;
  return [
    text(words.title, MARGIN + 20, 22, ink, true),
    text(words.subtitle, MARGIN + 42, 14, ink),
    text(words.reserves.join(" · "), MARGIN + 62, 12, palette.verdicts.fail.edge),
    { kind: "box", ...box, edge: line },
    ...legendMarks(words.legend, box, palette, measure),
    ...scaleMarks(box, metresPerUnit, palette, measure),
    ...northMarks(box, words.north, palette),
    text(words.approval, foot + 22, 13, ink, true),
    ...small.map((one, at) => text(one, foot + 40 + 16 * at, SMALL, quiet)),
  ];
}

const MARGIN = 24;
const HEAD = 96;
const FOOT = 76;
const SMALL = 11;
const SMALL_LINES = 2;

function scaleMarks(
  box: Box,
  metresPerUnit: number,
  { raised, ink }: Palette,
  measure: Measure,
): readonly Mark[] {
  const metres = scaleBar(5 * 140 * metresPerUnit);
  const length = metres / metresPerUnit;
  const label = formatMetres(metres);
  const panel = { width: Math.max(length, measure(label, 12, false)) + 24, height: 38 };
  const [x, y] = [box.x + 12, box.y + box.height - 12 - panel.height];
  const [left, right, base] = [x + 12, x + 12 + length, y + 28];
  return [
    { kind: "box", x, y, ...panel, fill: raised, opacity: 0.92 },
    { kind: "text", text: label, x: left, y: y + 17, size: 12, colour: ink },
    {
      ...{ kind: "line", colour: ink, width: 1.5 },
      points: [
        [left, base - 5],
        [left, base],
        [right, base],
        [right, base - 5],
      ],
    },
  ];
}

function northMarks(box: Box, north: string, { raised, ink }: Palette): readonly Mark[] {
  const [x, y] = [box.x + box.width - 52, box.y + 12];
  const middle = x + 20;
  return [
    { kind: "box", x, y, width: 40, height: 52, fill: raised, opacity: 0.92 },
    {
      ...{ kind: "polygon", fill: ink },
      points: [
        [middle, y + 8],
        [middle + 8, y + 30],
        [middle, y + 25],
        [middle - 8, y + 30],
      ],
    },
    { kind: "text", text: north, x: middle, y: y + 45, size: 12, bold: true, colour: ink, align: "center" },
  ];
}

/** Parts set one after the other in lines of at most a width. What has no room in the last line is cut. */
function lines(parts: readonly string[], size: number, width: number, measure: Measure): readonly string[] {
  const set: string[] = [];
  for (const part of parts) {
    const last = set.at(-1);
    const longer = last === undefined ? part : `${last} · ${part}`;
    const fits = measure(longer, size, false) <= width;
    if (last !== undefined && (fits || set.length === SMALL_LINES)) set[set.length - 1] = longer;
    else set.push(part);
  }
  return set;
}

function cut(text: string, size: number, bold: boolean, width: number, measure: Measure): string {
  if (measure(text, size, bold) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && measure(`${letters.join("")}…`, size, bold) > width) letters.pop();
  return `${letters.join("")}…`;
}
