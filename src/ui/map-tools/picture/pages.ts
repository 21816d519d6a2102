import type { PageSize } from "./layout.ts";

/** Pages a picture can be made for. Their units are those of a screen, `pixelRatio` dots wide each. */
export const PAGE_NAMES = ["slide", "a4Landscape", "a4Portrait", "a3Landscape"] as const;
export type PageName = (typeof PAGE_NAMES)[number];

export const PAGES: Readonly<Record<PageName, Page>> = {
  slide: page(1920, 1080, 144),
  a4Landscape: page(3508, 2480, 300),
  a4Portrait: page(2480, 3508, 300),
  a3Landscape: page(4961, 3508, 300),
};

interface Page extends PageSize {
  readonly pixelRatio: number;
  readonly dotsPerInch: number;
}

function page(pixelsWide: number, pixelsHigh: number, dotsPerInch: number): Page {
  const pixelRatio = dotsPerInch / 96;
  return { width: pixelsWide / pixelRatio, height: pixelsHigh / pixelRatio, pixelRatio, dotsPerInch };
}
