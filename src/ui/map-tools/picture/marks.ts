import type { Subject } from "../../../core/model/facility-kind.ts";

/** Something written or drawn on the picture, in its units from the upper left corner. Later marks lie over earlier. */
export type Mark = TextMark | BoxMark | GlyphMark | LineMark | PolygonMark;

export interface TextMark {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: string;
  readonly align?: "left" | "center" | "right";
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BoxMark extends Box {
  readonly kind: "box";
  readonly fill?: string;
  readonly opacity?: number;
  readonly edge?: string;
  readonly hatch?: string;
}

export interface GlyphMark {
  readonly kind: "glyph";
  readonly subject: Subject;
  readonly hollow: boolean;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly ground: string;
}

export interface LineMark {
  readonly kind: "line";
  readonly points: readonly Point[];
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export interface PolygonMark {
  readonly kind: "polygon";
  readonly points: readonly Point[];
  readonly fill: string;
}

export type Point = readonly [x: number, y: number];

/** Width of a text. */
export type Measure = (text: string, size: number, bold: boolean) => number;
