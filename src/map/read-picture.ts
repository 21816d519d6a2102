import type { Map as Sheet } from "maplibre-gl";

/** A map as a picture. */
export interface MapPicture {
  readonly canvas: HTMLCanvasElement;
  /** On the ground in the middle, for each pixel of the screen. */
  readonly metresPerPixel: number;
}

/** What a sheet shows. Its drawing can only be read while it is being made. */
export function readPicture(sheet: Sheet): Promise<MapPicture> {
  return new Promise((resolve) => {
    sheet.once("render", () => {
      const drawing = sheet.getCanvas();
      const canvas = document.createElement("canvas");
      canvas.width = drawing.width;
      canvas.height = drawing.height;
      canvas.getContext("2d")?.drawImage(drawing, 0, 0);
      const { x, y } = sheet.project(sheet.getCenter());
      const metresPerPixel = sheet.unproject([x - 50, y]).distanceTo(sheet.unproject([x + 50, y])) / 100;
      resolve({ canvas, metresPerPixel });
    });
    sheet.triggerRepaint();
  });
}
