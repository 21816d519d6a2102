import { CHINESE_FONTS } from "../../look/theme.ts";
import type { PageSize } from "./layout.ts";
import type { Box, BoxMark, GlyphMark, LineMark, Mark, Measure, Point, TextMark } from "./marks.ts";

/** A page with a map and what is written around and over it. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  page: PageSize & { readonly ground: string },
  map: { readonly drawing: CanvasImageSource; readonly box: Box },
  marks: readonly Mark[],
): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.setTransform(canvas.width / page.width, 0, 0, canvas.height / page.height, 0, 0);
  pen.fillStyle = page.ground;
  pen.fillRect(0, 0, page.width, page.height);
  const { x, y, width, height } = map.box;
  pen.drawImage(map.drawing, x, y, width, height);
  for (const mark of marks) drawMark(pen, mark);
}

/** Widths as they will be drawn. */
export function canvasMeasure(): Measure {
  const pen = document.createElement("canvas").getContext("2d");
  return (text, size, bold) => {
    if (!pen) return 0;
    pen.font = fontOf(size, bold);
    return pen.measureText(text).width;
  };
}

function fontOf(size: number, bold: boolean): string {
  return `${bold ? 600 : 400} ${size}px ${CHINESE_FONTS}`;
}

function drawMark(pen: CanvasRenderingContext2D, mark: Mark): void {
  switch (mark.kind) {
    case "text":
      drawText(pen, mark);
      break;
    case "box":
      drawBox(pen, mark);
      break;
    case "glyph":
      drawGlyph(pen, mark);
      break;
    case "line":
      drawLine(pen, mark);
      break;
    case "polygon":
      trace(pen, mark.points);
      pen.fillStyle = mark.fill;
      pen.fill();
  }
}

function drawLine(pen: CanvasRenderingContext2D, { points, dash = [], colour, width }: LineMark): void {
  trace(pen, points);
  pen.setLineDash([...dash]);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
  pen.setLineDash([]);
}

function drawText(pen: CanvasRenderingContext2D, { text, x, y, size, bold, colour, align }: TextMark): void {
  pen.font = fontOf(size, bold ?? false);
  pen.textAlign = align ?? "left";
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

function drawBox(pen: CanvasRenderingContext2D, mark: BoxMark): void {
  const { x, y, width, height, fill, opacity = 1, edge, hatch } = mark;
  if (fill) {
    pen.globalAlpha = opacity;
    pen.fillStyle = fill;
    pen.fillRect(x, y, width, height);
    pen.globalAlpha = 1;
  }
  if (hatch) drawHatch(pen, mark, hatch);
  if (!edge) return;
  pen.strokeStyle = edge;
  pen.lineWidth = 1;
  pen.strokeRect(x, y, width, height);
}

function drawHatch(pen: CanvasRenderingContext2D, { x, y, width, height }: Box, colour: string): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  for (let from = x - height; from < x + width; from += 5) {
    trace(pen, [
      [from, y + height],
      [from + height, y],
    ]);
    pen.stroke();
  }
  pen.restore();
}

function drawGlyph(pen: CanvasRenderingContext2D, mark: GlyphMark): void {
  const { subject, hollow, x, y, colour, ground } = mark;
  if (subject === "childcare") {
    pen.beginPath();
    pen.arc(x, y, 5, 0, 2 * Math.PI);
  } else {
    const corners: readonly Point[] = subject === "elderly" ? SQUARE : DIAMOND;
    trace(
      pen,
      corners.map(([right, down]) => [x + right, y + down]),
    );
    pen.closePath();
  }
  pen.fillStyle = hollow ? ground : colour;
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.stroke();
}

export const SQUARE = [
  [-4.5, -4.5],
  [4.5, -4.5],
  [4.5, 4.5],
  [-4.5, 4.5],
] as const;
export const DIAMOND = [
  [0, -6],
  [6, 0],
  [0, 6],
  [-6, 0],
] as const;

function trace(pen: CanvasRenderingContext2D, points: readonly Point[]): void {
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
}
