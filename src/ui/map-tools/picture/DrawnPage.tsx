import type { ReactNode } from "react";
import { CHINESE_FONTS } from "../../look/theme.ts";
import { DIAMOND, SQUARE } from "./draw.ts";
import type { PageSize } from "./layout.ts";
import type { BoxMark, GlyphMark, Mark } from "./marks.ts";

interface Props {
  readonly page: PageSize & { readonly ground: string };
  readonly marks: readonly Mark[];
  /** Below the marks. */
  readonly map: ReactNode;
}

/** What `drawPicture` draws, as SVG: letters stay letters. */
export function DrawnPage({ page: { width, height, ground }, marks, map }: Props) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      {...{ width, height }}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={CHINESE_FONTS}
    >
      <title>{marks.find((mark) => mark.kind === "text")?.text}</title>
      <rect {...{ width, height }} fill={ground} />
      {map}
      {marks.map((mark, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
        <DrawnMark key={i} of={mark} />
      ))}
    </svg>
  );
}

function DrawnMark({ of: mark }: { readonly of: Mark }) {
  switch (mark.kind) {
    case "text": {
      const { x, y, size, bold, colour, align = "left", text } = mark;
      const textAnchor = ({ left: "start", center: "middle", right: "end" } as const)[align];
      return (
        <text {...{ x, y, textAnchor }} fontSize={size} fontWeight={bold ? 600 : 400} fill={colour}>
          {text}
        </text>
      );
    }
    case "box":
      return <DrawnBox of={mark} />;
    case "glyph":
      return <DrawnGlyph of={mark} />;
    case "line":
      return (
        <polyline
          points={mark.points.join(" ")}
          fill="none"
          stroke={mark.colour}
          strokeWidth={mark.width}
          strokeDasharray={mark.dash?.join(" ")}
        />
      );
    case "polygon":
      return <polygon points={mark.points.join(" ")} fill={mark.fill} />;
  }
}

function DrawnBox({
  of: { x, y, width, height, fill = "none", opacity, edge, hatch },
}: {
  readonly of: BoxMark;
}) {
  const steps = Array.from({ length: Math.ceil((width + height) / 5) }, (_, i) => x - height + 5 * i);
  const clip = `box-${x}-${y}`;
  return (
    <>
      <rect {...{ x, y, width, height, fill }} fillOpacity={opacity} />
      {hatch && (
        <g clipPath={`url(#${clip})`} stroke={hatch} strokeWidth={1.5}>
          <clipPath id={clip}>
            <rect {...{ x, y, width, height }} />
          </clipPath>
          {steps.map((from) => (
            <line key={from} x1={from} y1={y + height} x2={from + height} y2={y} />
          ))}
        </g>
      )}
      {edge && <rect {...{ x, y, width, height }} fill="none" stroke={edge} />}
    </>
  );
}

function DrawnGlyph({ of: { subject, hollow, x, y, colour, ground } }: { readonly of: GlyphMark }) {
  const paint = { fill: hollow ? ground : colour, stroke: colour, strokeWidth: 1.5 };
  if (subject === "childcare") return <circle cx={x} cy={y} r={5} {...paint} />;
  const corners = subject === "elderly" ? SQUARE : DIAMOND;
  return <polygon points={corners.map(([right, down]) => [x + right, y + down]).join(" ")} {...paint} />;
}
