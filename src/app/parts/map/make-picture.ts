import { createElement, type ReactElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { withDensity } from "../../../io/export/png-density.ts";
import type { MapContent } from "../../../map/columns.ts";
import type { Bounds } from "../../../map/framing.ts";
import { pageView } from "../../../map/page-view.ts";
import { mapPicture } from "../../../map/picture.ts";
import type { MapPicture } from "../../../map/read-picture.ts";
import { VectorMap } from "../../../map/VectorMap.tsx";
import { CHINESE_FONTS } from "../../../ui/look/theme.ts";
import { DrawnPage } from "../../../ui/map-tools/picture/DrawnPage.tsx";
import { canvasMeasure, drawPicture } from "../../../ui/map-tools/picture/draw.ts";
import { mapBox, type PictureWords, pictureMarks } from "../../../ui/map-tools/picture/layout.ts";
import { PAGES, type PageName } from "../../../ui/map-tools/picture/pages.ts";
import { PALETTE } from "./picture-content.ts";

/** The map for a page, alone. */
export function drawMap(
  content: MapContent,
  bounds: Bounds,
  name: PageName,
  pixelRatio: number,
  signal: AbortSignal,
): Promise<MapPicture> {
  const { width, height } = mapBox(PAGES[name]);
  return mapPicture(content, {
    ...{ bounds, pixelRatio, font: CHINESE_FONTS, signal },
    ...{ width: Math.round(width), height: Math.round(height) },
  });
}

/** The page with the map and all words, on a canvas that takes its size. */
export function compose(
  canvas: HTMLCanvasElement,
  map: MapPicture,
  name: PageName,
  pixelRatio: number,
  words: PictureWords,
): void {
  const page = PAGES[name];
  canvas.width = Math.round(page.width * pixelRatio);
  canvas.height = Math.round(page.height * pixelRatio);
  drawPicture(
    canvas,
    { ...page, ground: PALETTE.raised },
    { drawing: map.canvas, box: mapBox(page) },
    pictureMarks(page, words, map.metresPerPixel, PALETTE, measure),
  );
}

const measure = canvasMeasure();

/** The page as a file, as fine as it is printed. Rejects where the machine cannot make one as large. */
export async function pictureFile(
  content: MapContent,
  bounds: Bounds,
  name: PageName,
  words: PictureWords,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { pixelRatio, dotsPerInch } = PAGES[name];
  const map = await drawMap(content, bounds, name, pixelRatio, signal);
  const canvas = document.createElement("canvas");
  compose(canvas, map, name, pixelRatio, words);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the picture is too large");
  return withDensity(new Uint8Array(await blob.arrayBuffer()), dotsPerInch);
}

/** The page as a drawing of lines, areas and letters, to be worked on further; without a basemap, which is none. */
export function drawingFile(
  content: MapContent,
  bounds: Bounds,
  name: PageName,
  words: PictureWords,
): Uint8Array {
  const page = PAGES[name];
  const view = pageView(bounds, mapBox(page));
  const marks = pictureMarks(page, words, view.metresPerPixel, PALETTE, measure);
  const map = createElement(VectorMap, { content, view });
  return written(createElement(DrawnPage, { page: { ...page, ground: PALETTE.raised }, marks, map }));
}

function written(drawing: ReactElement): Uint8Array {
  const host = document.createElement("div");
  const root = createRoot(host);
  flushSync(() => root.render(drawing));
  const text = host.firstChild ? new XMLSerializer().serializeToString(host.firstChild) : "";
  root.unmount();
  return new TextEncoder().encode(text.replace(UNWRITABLE, ""));
}

/** What XML has no sign for. */
const UNWRITABLE = /[^\t\n\r -\uFFFD\u{10000}-\u{10FFFF}]/gu;
