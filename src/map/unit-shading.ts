import type { ExpressionSpecification, PointLike, Map as Sheet } from "maplibre-gl";
import type { UnitPaint } from "./columns.ts";
import { NO_COLOUR, UNDER_LABELS, UNIT_AREAS } from "./style.ts";

/** Shades 街道 on a loaded sheet and writes a line below their names; `undefined`: no longer. */
export function shadeUnits(sheet: Sheet, paint: UnitPaint | undefined): void {
  const { fills, lines, order, opacity } = paint ?? { fills: NONE, lines: NONE, order: [], opacity: 0 };
  sheet.setPaintProperty(UNIT_AREAS, "fill-color", byId(fills, NO_COLOUR));
  sheet.setPaintProperty(UNIT_AREAS, "fill-opacity", opacity);
  const name = ["get", "name"] as ExpressionSpecification;
  const below = new Map([...lines].map(([id, line]) => [id, `\n${line}`]));
  sheet.setLayoutProperty(UNDER_LABELS, "text-field", ["concat", name, byId(below, "")]);
  const ranks = new Map(order.map((id, rank) => [id, rank]));
  sheet.setLayoutProperty(UNDER_LABELS, "symbol-sort-key", byId(ranks, order.length));
}

/** The id of the 街道 whose ground lies below a pixel. */
export function unitAt(sheet: Sheet, point: PointLike): string | undefined {
  const [found] = sheet.queryRenderedFeatures(point, { layers: [UNIT_AREAS] });
  return found && String(found.properties.id);
}

const NONE: ReadonlyMap<string, string> = new Map();

function byId<Value extends string | number>(
  values: ReadonlyMap<string, Value>,
  otherwise: Value,
): ExpressionSpecification | Value {
  if (values.size === 0) return otherwise;
  return ["match", ["get", "id"], ...[...values].flat(), otherwise] as unknown as ExpressionSpecification;
}
