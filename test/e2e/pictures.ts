import type { Page } from "@playwright/test";

export type Rgb = readonly [red: number, green: number, blue: number];

/** A square PNG of one colour, as the browser encodes it. */
export async function picture(page: Page, colour: Rgb): Promise<Buffer<ArrayBuffer>> {
  const url = await page.evaluate(([red, green, blue]) => {
    const canvas = document.createElement("canvas");
    canvas.width = 256;
    canvas.height = 256;
    const pen = canvas.getContext("2d");
    if (pen) pen.fillStyle = `rgb(${red} ${green} ${blue})`;
    pen?.fillRect(0, 0, 256, 256);
    return canvas.toDataURL("image/png");
  }, colour);
  return Buffer.from(url.split(",")[1] ?? "", "base64");
}

/** The colours of a part of a PNG, by pixel from its upper left corner. */
export function coloursOf(
  page: Page,
  png: Uint8Array,
  part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<readonly Rgb[]> {
  const url = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  return page.evaluate(
    async ({ url, part }) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const pen = canvas.getContext("2d");
      pen?.drawImage(image, 0, 0);
      const bytes = pen?.getImageData(part.x, part.y, part.width, part.height).data ?? [];
      return Array.from(
        { length: bytes.length / 4 },
        (_, at) => [bytes[4 * at] ?? 0, bytes[4 * at + 1] ?? 0, bytes[4 * at + 2] ?? 0] as const,
      );
    },
    { url, part },
  );
}

export async function colourAt(page: Page, png: Uint8Array, x: number, y: number): Promise<Rgb> {
  const [colour] = await coloursOf(page, png, { x, y, width: 1, height: 1 });
  return colour ?? [0, 0, 0];
}
