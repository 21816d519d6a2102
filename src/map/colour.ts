import type { Colour } from "./zone-layers.ts";

/** `#rrggbb` and an opacity from 0 to 1 as four bytes. */
export function bytesOf(hex: string, opacity = 1): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, Math.round(255 * opacity)];
}
