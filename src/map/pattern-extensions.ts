import { type Layer, LayerExtension } from "@deck.gl/core";

/**
 * Patterns that tell classes apart without colour. Each adds one number per row, 0 or 1, to a layer of the drawing
 * library, and thins the pixels of rows that have it. Screen pixels, so a pattern keeps its grain at every zoom.
 */

export interface HatchProps<Row> {
  readonly getHatch: (row: Row) => number;
}

/** What shaders that hatch declare, and how they do it. */
export const HATCHING_OUT = "out float vHatch;\nout float vGrain;\n";
export const HATCHED_IN = "in float vHatch;\nin float vGrain;\n";
export const HATCHING = `
  if (vHatch > 0.5) {
    float along = mod(gl_FragCoord.x + gl_FragCoord.y, 7.0 * vGrain);
    color.a *= along < 2.0 * vGrain ? 1.0 : 0.18;
  }
`;

/** Diagonal hatching of marks: 待补资料. */
export class HatchExtension extends LayerExtension {
  static override extensionName = "HatchExtension";
  static override defaultProps = { getHatch: { type: "accessor", value: 0 } };

  override initializeState(this: Layer) {
    this.getAttributeManager()?.add({ hatch: { size: 1, stepMode: "dynamic", accessor: "getHatch" } });
  }

  override getShaders() {
    return {
      inject: {
        "vs:#decl": `in float hatch;\n${HATCHING_OUT}`,
        "vs:#main-end": "vHatch = hatch;\nvGrain = project.devicePixelRatio;\n",
        "fs:#decl": HATCHED_IN,
        "fs:DECKGL_FILTER_COLOR": HATCHING,
      },
    };
  }
}

export interface DotProps<Row> {
  readonly getDot: (row: Row) => number;
}

/** Dotted lines: 估算. */
export class DotExtension extends LayerExtension {
  static override extensionName = "DotExtension";
  static override defaultProps = { getDot: { type: "accessor", value: 0 } };

  override initializeState(this: Layer) {
    this.getAttributeManager()?.addInstanced({ dotted: { size: 1, accessor: "getDot" } });
  }

  override getShaders() {
    return {
      inject: {
        "vs:#decl": "in float dotted;\nout float vDot;\n",
        "vs:#main-end": "vDot = dotted;\n",
        "fs:#decl": "in float vDot;\n",
        "fs:DECKGL_FILTER_COLOR": `
          if (vDot > 0.5 && mod(geometry.uv.y, 4.0) > 2.0) discard;
        `,
      },
    };
  }
}
