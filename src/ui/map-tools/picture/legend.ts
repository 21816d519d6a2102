import type { Subject } from "../../../core/model/facility-kind.ts";
import type { Palette } from "../../look/palette.ts";
import type { Box, Mark, Measure, Point } from "./marks.ts";
import { wrapped } from "./wrapped.ts";

/** What one sign of the map means. */
export interface LegendEntry {
  readonly text: string;
  /** Nothing where the words stand for themselves. */
  readonly sign?:
    | { readonly kind: "area"; readonly fill: string; readonly edge: string; readonly hatched?: boolean }
    | {
        readonly kind: "line";
        readonly colour: string;
        readonly width: number;
        readonly dash?: readonly number[];
      }
    | { readonly kind: "facility"; readonly subject: Subject; readonly hollow?: boolean };
}

/** The legend in the lower right corner of the map. */
export function legendMarks(
  { title, entries }: { readonly title: string; readonly entries: readonly LegendEntry[] },
  map: Box,
  palette: Palette,
  measure: Measure,
): readonly Mark[] {
  const set = entries.map(({ text, sign }) => ({ sign, lines: wrapped(text, TEXT, WIDEST, measure) }));
  const widths = set.flatMap(({ lines, sign }) =>
    lines.map((line) => (sign ? SIGN : 0) + measure(line, TEXT, false)),
  );
  const width = Math.max(measure(title, TITLE, true), ...widths) + 2 * PADDING;
  const rows = set.reduce((sum, { lines }) => sum + lines.length, 0);
  const height = 2 * PADDING + 16 + LINE * rows;
  const [x, y] = [map.x + map.width - 12 - width, map.y + map.height - 12 - height];
  const { ink } = palette;
  let row = 0;
  return [
    { kind: "box", x, y, width, height, fill: palette.raised, edge: palette.line },
    { kind: "text", text: title, x: x + PADDING, y: y + PADDING + 11, size: TITLE, bold: true, colour: ink },
    ...set.flatMap(({ sign, lines }): Mark[] => {
      const middle = y + PADDING + 16 + LINE * (row + 0.5) + 2;
      row += lines.length;
      return [
        ...(sign ? signMarks(sign, x + PADDING, middle, palette) : []),
        ...lines.map(
          (text, at): Mark => ({
            ...{ kind: "text", text, size: TEXT, colour: ink },
            ...{ x: x + PADDING + (sign ? SIGN : 0), y: middle + 4 + LINE * at },
          }),
        ),
      ];
    }),
  ];
}

const PADDING = 12;
const LINE = 20;
const TITLE = 13;
const TEXT = 12;
/** Room for the sign before the words, and for the words. */
const SIGN = 28;
const WIDEST = 220;

function signMarks(
  sign: NonNullable<LegendEntry["sign"]>,
  x: number,
  y: number,
  palette: Palette,
): readonly Mark[] {
  switch (sign.kind) {
    case "area": {
      const { fill, edge, hatched } = sign;
      const box: Mark = { kind: "box", x, y: y - 6, width: 18, height: 12, fill, opacity: 0.75, edge };
      return [hatched ? { ...box, hatch: palette.raised } : box];
    }
    case "line": {
      const points: readonly Point[] = [
        [x, y],
        [x + 18, y],
      ];
      return [{ ...sign, points }];
    }
    case "facility": {
      const { subject, hollow = false } = sign;
      const colour = palette.subjects[subject];
      return [{ kind: "glyph", subject, hollow, x: x + 9, y, colour, ground: palette.raised }];
    }
  }
}
