import type { DemoSpec } from "./spec.ts";
import type { StreetLine } from "./street-grid.ts";

/** What a street is called; a street of no grid line has no name. */
export function streetNames(spec: DemoSpec): (line: StreetLine) => string | undefined {
  const { roads } = spec.words;
  return (line) => {
    if (!line.named) return undefined;
    const { axis, index } = line.named;
    if (axis === "lakeside") return "环湖路";
    if (index >= 999) return index > 1000 ? "滨河北路" : "滨河南路";
    const road =
      roads[
        (axis === "y" ? index * 2 + 1 : axis === "x" ? index * 2 : roads.length - 1 - index) % roads.length
      ];
    return `${road}${axis === "y" ? "路" : axis === "x" ? "大道" : "街"}`;
  };
}
