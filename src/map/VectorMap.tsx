import type { SVGAttributes } from "react";
import type { MapContent } from "./columns.ts";
import {
  aroundFeatures,
  changedStreets,
  markedAreas,
  strayPoints,
  unitAreas,
  unitBoundaries,
  unitPoints,
  zonePoints,
} from "./features.ts";
import { type PageView, rounded } from "./page-view.ts";
import { pathOf, pathOfRow, pointOf } from "./svg-paths.ts";

interface Props {
  readonly content: MapContent;
  readonly view: PageView;
}

/** All that a map shows but its basemap, as lines, areas and letters of an SVG; the box of the page cuts it off. */
export function VectorMap({ content, view }: Props) {
  const { city, colours, unitPaint } = content;
  const { x, y, width, height } = view.box;
  return (
    <g clipPath="url(#map-box)">
      <clipPath id="map-box">
        <rect {...{ x, y, width, height }} />
      </clipPath>
      <pattern id="map-hatch" width={6} height={6} patternUnits="userSpaceOnUse">
        <path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke={colours.ink} strokeWidth={1} />
      </pattern>
      <rect {...{ x, y, width, height }} fill={colours.ground} />
      <ShadedUnits content={content} view={view} />
      <Backdrop content={content} view={view} />
      <WalkedGround content={content} view={view} />
      <Line
        of={unitBoundaries(city.units.filter(({ level }) => level === "street" || level === "town")).features}
        view={view}
        stroke={colours.backdrop.boundary}
        strokeWidth={1}
        strokeDasharray="4 2"
      />
      {!unitPaint && <Zones content={content} view={view} />}
      {!unitPaint && <Services content={content} view={view} />}
      {!unitPaint && <Facilities content={content} view={view} />}
      <Marks content={content} view={view} />
      <PlanMarks content={content} view={view} />
      <Names content={content} view={view} />
    </g>
  );
}

function Backdrop({ content: { city, colours }, view }: Props) {
  const of = colours.backdrop;
  const kinds = (kind: string, rank?: string) =>
    city.backdrop.features.filter(
      ({ properties }) => properties?.kind === kind && (rank === undefined || properties.rank === rank),
    );
  // As wide as on the ground, but never a hair and never a field.
  const wide = (metres: number, least: number) =>
    rounded(Math.max(least, Math.min(14, metres / view.metresPerPixel)));
  const round = { strokeLinecap: "round", strokeLinejoin: "round" } as const;
  return (
    <g>
      <Area of={kinds("green")} view={view} fill={of.green} />
      <Area of={kinds("water")} view={view} fill={of.water} />
      <Line
        of={kinds("street", "lane")}
        view={view}
        {...round}
        stroke={of.street}
        strokeWidth={wide(5, 0.3)}
      />
      <Line
        of={kinds("street", "secondary")}
        view={view}
        {...round}
        stroke={of.street}
        strokeWidth={wide(9, 0.6)}
      />
      <Line
        of={kinds("street", "main")}
        view={view}
        {...round}
        stroke={of.streetMain}
        strokeWidth={wide(16, 1.2)}
      />
      <Line of={kinds("railway")} view={view} stroke={of.rail} strokeWidth={1.5} strokeDasharray="8 5" />
    </g>
  );
}

function ShadedUnits({ content: { city, unitPaint }, view }: Props) {
  if (!unitPaint) return null;
  return (
    <g opacity={unitPaint.opacity}>
      {unitAreas(city.units).features.map((unit, i) => {
        const fill = unitPaint.fills.get(String(unit.properties?.id));
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
        return fill === undefined ? null : <Area key={i} of={[unit]} view={view} fill={fill} />;
      })}
    </g>
  );
}

function WalkedGround({ content: { walkArea, unitPaint, colours }, view }: Props) {
  if (!walkArea || unitPaint) return null;
  const r = rounded(walkArea.metres / view.metresPerPixel);
  return (
    <g fill={colours.walkArea} opacity={0.5}>
      {walkArea.positions.map(([lng, lat]) => (
        <circle key={`${lng} ${lat}`} cx={view.x(lng)} cy={view.y(lat)} r={r} />
      ))}
    </g>
  );
}

function Zones({ content: { city, paint, focus, colours }, view }: Props) {
  const { lng, lat, shapes } = city.zones;
  const chosen = new Set([focus.zone, ...(focus.picked ?? []), ...(focus.area?.zones ?? [])]);
  const listed = new Set(focus.areas);
  return <g>{Array.from(lng.keys(), (row) => zone(row))}</g>;

  function zone(row: number) {
    const d = pathOfRow(shapes, row, view);
    const [cx, cy] = [view.x(lng[row] ?? Number.NaN), view.y(lat[row] ?? Number.NaN)];
    if (d === "" && Number.isNaN(cx)) return null;
    const edge =
      chosen.has(row) || listed.has(row)
        ? { stroke: colours.ink, strokeWidth: chosen.has(row) ? 2.5 : 1 }
        : {
            ...colourOf(paint.edges, row, "stroke"),
            ...{ strokeWidth: 1, ...(paint.dotted[row] === 1 && { strokeDasharray: "2 2" }) },
          };
    const shape = (how: SVGAttributes<SVGElement>) =>
      d === "" ? <circle {...how} cx={cx} cy={cy} r={4} /> : <path {...how} d={d} fillRule="evenodd" />;
    return (
      <g key={row}>
        {shape({ ...colourOf(paint.fills, row, "fill"), ...edge })}
        {paint.hatched[row] === 1 && shape({ fill: "url(#map-hatch)" })}
      </g>
    );
  }
}

function colourOf(colours: Uint8Array, row: number, of: "fill" | "stroke") {
  const [r = 0, g = 0, b = 0, a = 0] = colours.subarray(4 * row, 4 * row + 4);
  return { [of]: `rgb(${r},${g},${b})`, [`${of}Opacity`]: rounded(a / 255) };
}

/** Squares for the elderly, circles for childcare, diamonds for both; hollow where not in use yet. */
function Services({ content: { services, colours }, view }: Props) {
  return services.map(({ zone, facility, subject, width }, i) => {
    const ends = {
      x1: view.x(zone.lng),
      y1: view.y(zone.lat),
      x2: view.x(facility.lng),
      y2: view.y(facility.lat),
    };
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
      <g key={i} strokeLinecap="round">
        <line {...ends} stroke={colours.ground} strokeWidth={width + 2} />
        <line {...ends} stroke={colours.subjects[subject]} strokeWidth={width} />
        <circle cx={ends.x1} cy={ends.y1} r={width / 2 + 2} fill={colours.subjects[subject]} />
      </g>
    );
  });
}

function Facilities({ content: { facilities: of, focus, colours }, view }: Props) {
  return <g strokeWidth={1.5}>{Array.from(of.lng.keys(), (row) => facility(row))}</g>;

  function facility(row: number) {
    const [x, y] = [view.x(of.lng[row] ?? Number.NaN), view.y(of.lat[row] ?? Number.NaN)];
    if (Number.isNaN(x) || Number.isNaN(y)) return null;
    const subject = of.subjects[row] ?? "community";
    const colour = colours.subjects[subject];
    const size = row === focus.facility ? 7 : 4.5;
    const paint = { fill: of.hollow[row] ? colours.ground : colour, stroke: colour };
    if (subject === "childcare") return <circle key={row} cx={x} cy={y} r={size} {...paint} />;
    const turned = subject === "community" && { transform: `rotate(45 ${x} ${y})` };
    const corner = { x: rounded(x - size), y: rounded(y - size), width: 2 * size, height: 2 * size };
    return <rect key={row} {...corner} {...paint} {...turned} />;
  }
}

/** Places of a plan where something is done, with their numbers. */
function PlanMarks({ content: { plan = [], colours }, view }: Props) {
  return plan.map(({ lng, lat, number }) => {
    if (number === undefined) return null;
    const [x, y] = [view.x(lng), view.y(lat)];
    return (
      <g key={number}>
        <circle cx={x} cy={y} r={8} fill={colours.accent} stroke={colours.ground} strokeWidth={1.5} />
        <text x={x} y={y + 4} textAnchor="middle" fontSize={11} fill={colours.ground}>
          {number}
        </text>
      </g>
    );
  });
}

/** What is chosen and marked, and what is drawn around it. */
function Marks({
  content: { city, facilities, focus, around, strays, streetChanges, colours },
  view,
}: Props) {
  const { accent, ground, ink } = colours;
  const { features } = aroundFeatures(around);
  const changed = changedStreets(streetChanges).features;
  const changedOf = (part: string) => changed.filter(({ properties }) => properties?.part === part);
  const partsOf = (part: string) => features.filter(({ properties }) => properties?.part === part);
  const chosen = unitBoundaries(city.units.filter(({ id }) => id === focus.unit)).features;
  return (
    <g>
      <Area
        of={markedAreas(city.units, focus.marked ?? []).features}
        view={view}
        {...{ fill: ink, fillOpacity: 0.14, stroke: ink, strokeWidth: 2, strokeDasharray: "4 3" }}
      />
      <Line of={chosen} view={view} stroke={ink} strokeWidth={2} />
      <Area of={[...partsOf("limit"), ...partsOf("area")]} view={view} fill={accent} fillOpacity={0.1} />
      <Line of={partsOf("ring")} view={view} stroke={ink} strokeWidth={1} strokeDasharray="2 3" />
      <Line of={partsOf("limit")} view={view} stroke={accent} strokeWidth={2} />
      <Line of={partsOf("street")} view={view} stroke={accent} strokeWidth={2.5} strokeLinecap="round" />
      <Line of={changedOf("closed")} view={view} stroke={ground} strokeWidth={7} />
      <Line of={changedOf("closed")} view={view} stroke={ink} strokeWidth={3} strokeDasharray="6 4.5" />
      <Line
        of={[...changedOf("added"), ...changedOf("opened")]}
        view={view}
        stroke={accent}
        strokeWidth={4}
      />
      {changedOf("cross").map((each, i) => {
        const { x, y } = pointOf(each, view);
        const size = 6;
        const d = `M${x - size} ${y - size}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`;
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
        return <path key={i} d={d} fill="none" stroke={ink} strokeWidth={2.5} />;
      })}
      {[...(focus.area?.facilities ?? [])].map((row) => {
        const [x, y] = [view.x(facilities.lng[row] ?? Number.NaN), view.y(facilities.lat[row] ?? Number.NaN)];
        if (Number.isNaN(x) || Number.isNaN(y)) return null;
        return <circle key={row} cx={x} cy={y} r={9} fill="none" stroke={ink} strokeWidth={1.5} />;
      })}
      <Line of={partsOf("straight")} view={view} stroke={ink} strokeWidth={2} strokeDasharray="6 4" />
      {[...partsOf("barred"), ...strayPoints(strays).features].map((each, i) => {
        const { x, y } = pointOf(each, view);
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
        return <circle key={i} cx={x} cy={y} r={7} fill="none" stroke={ink} strokeWidth={2} />;
      })}
      {partsOf("label").map((each) => (
        <Name
          key={String(each.properties?.name)}
          of={each}
          content={colours}
          view={view}
          size={12}
          above={6}
        />
      ))}
    </g>
  );
}

/** Names of 街道, with what they lack where they are shaded; of zones, where they are large enough to be read. */
function Names({ content: { city, unitPaint, colours }, view }: Props) {
  const close = view.metresPerPixel < METRES_OF_ZONE_NAMES;
  return (
    <g>
      {(close ? zonePoints(city.zones).features : []).map((each, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
        <Name key={i} of={each} content={colours} view={view} size={11} />
      ))}
      {unitPoints(city.units).features.map((each) => {
        const id = String(each.properties?.id);
        return (
          <Name key={id} of={each} content={colours} view={view} size={13} below={unitPaint?.lines.get(id)} />
        );
      })}
    </g>
  );
}

/** On the screen they come at zoom 14.5. */
const METRES_OF_ZONE_NAMES = 2.8;

interface NameProps {
  readonly of: GeoJSON.Feature;
  readonly content: MapContent["colours"];
  readonly view: PageView;
  readonly size: number;
  readonly above?: number;
  readonly below?: string | undefined;
}

/** What a point is called, and a line below it; nothing beyond the box. */
function Name({ of, content: { ink, ground }, view, size, above = 0, below }: NameProps) {
  const { x, y } = pointOf(of, view);
  const { box } = view;
  if (x < box.x || x > box.x + box.width || y < box.y || y > box.y + box.height) return null;
  const how = {
    fill: ink,
    stroke: ground,
    strokeWidth: 3,
    paintOrder: "stroke",
    textAnchor: "middle",
  } as const;
  return (
    <g {...how} fontSize={size} strokeLinejoin="round">
      <text x={x} y={rounded(y - above)}>
        {String(of.properties?.name)}
      </text>
      {below !== undefined && (
        <text x={x} y={rounded(y + 1.2 * size)}>
          {below}
        </text>
      )}
    </g>
  );
}

interface ShapeProps extends SVGAttributes<SVGPathElement> {
  readonly of: readonly GeoJSON.Feature[];
  readonly view: PageView;
}

function Area({ of, view, ...how }: ShapeProps) {
  return of.length === 0 ? null : <path {...how} d={pathOf(of, view)} fillRule="evenodd" />;
}

function Line({ of, view, ...how }: ShapeProps) {
  return of.length === 0 ? null : <path {...how} d={pathOf(of, view)} fill="none" />;
}
