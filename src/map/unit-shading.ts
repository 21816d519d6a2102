import type { ExpressionSpecification, PointLike, Map as Sheet } from "maplibre-gl";
import type { UnitPaint } from "./columns.ts";
import { NO_COLOUR, UNDER_LABELS, UNIT_AREAS } from "./style.ts";

/** Shades 街道 on a loaded sheet and writes a line below their names; `undefined`: no longer. */
export function shadeUnits(sheet: Sheet, paint: UnitPaint | undefined): void {
  const { fills, lines, opacity } = paint ?? { fills: NONE, lines: NONE, opacity: 0 };
  sheet.setPaintProperty(UNIT_AREAS, "fill-color", byId(fills, NO_COLOUR));
  sheet.setPaintProperty(UNIT_AREAS, "fill-opacity", opacity);
  const name = ["get", "name"] as ExpressionSpecification;
  const below = new Map([...lines].map(([id, line]) => [id, `\n${line}`]));
  sheet.setLayoutProperty(UNDER_LABELS, "text-field", ["concat", name, byId(below, "")]);
}

/** The id of the 街道 whose ground lies below a pixel. */
export function unitAt(sheet: Sheet, point: PointLike): string | undefined {
  const [found] = sheet.queryRenderedFeatures(point, { layers: [UNIT_AREAS] });
  return found && String(found.properties.id);
}

const NONE: ReadonlyMap<string, string> = new Map();

function byId(values: ReadonlyMap<string, string>, otherwise: string): ExpressionSpecification | string {
  if (values.size === 0) return otherwise;
  return ["match", ["get", "id"], ...[...values].flat(), otherwise] as unknown as ExpressionSpecification;
}
