import { type Layer, LayerExtension, type UpdateParameters } from "@deck.gl/core";
import type { ZonePaint } from "./columns.ts";
import { HATCHED_IN, HATCHING, HATCHING_OUT } from "./pattern-extensions.ts";

export interface PaintProps<Row> {
  readonly paint: ZonePaint;
  /** The row of the paint that a polygon is of. */
  readonly getPaintRow: (polygon: Row) => number;
}

/**
 * Fills polygons as painted, hatching included. The paint is a small picture, two pixels a row, that the drawing looks
 * up: a city painted anew costs one copy of it, and no pass over the corners of its outlines.
 */
export class PaintExtension extends LayerExtension {
  static override extensionName = "PaintExtension";
  static override defaultProps = { paint: null, getPaintRow: { type: "accessor", value: 0 } };

  override initializeState(this: PaintedLayer) {
    this.getAttributeManager()?.add({
      paintRows: { size: 1, stepMode: "dynamic", accessor: "getPaintRow" },
    });
  }

  override updateState(this: PaintedLayer, { props, oldProps }: UpdateParameters<PaintedLayer>) {
    if (props.paint === oldProps.paint) return;
    this.state.painted?.destroy();
    const { data, height } = paintPixels(props.paint);
    this.setState({
      painted: this.context.device.createTexture({
        ...{ data, width: WIDTH, height, format: "rgba8unorm" },
        sampler: { minFilter: "nearest", magFilter: "nearest" },
      }),
    });
  }

  override draw(this: PaintedLayer) {
    this.setShaderModuleProps({ paint: { paintPixels: this.state.painted } });
  }

  override finalizeState(this: PaintedLayer) {
    this.state.painted?.destroy();
  }

  override getShaders() {
    return {
      modules: [{ name: "paint", vs: "uniform highp sampler2D paintPixels;\n" }],
      inject: {
        "vs:#decl": `in float paintRows;\n${HATCHING_OUT}`,
        "vs:#main-end": `
          int pixel = 2 * int(paintRows);
          ivec2 at = ivec2(pixel % ${WIDTH}, pixel / ${WIDTH});
          vec4 fill = texelFetch(paintPixels, at, 0);
          vColor = vec4(fill.rgb, fill.a * layer.opacity);
          vHatch = texelFetch(paintPixels, at + ivec2(1, 0), 0).r;
          vGrain = project.devicePixelRatio;
        `,
        "fs:#decl": HATCHED_IN,
        "fs:DECKGL_FILTER_COLOR": HATCHING,
      },
    };
  }
}

type PaintedLayer = Layer<Pick<PaintProps<unknown>, "paint">> & { state: { painted?: Texture } };
type Texture = ReturnType<Layer["context"]["device"]["createTexture"]>;

/** Pixels in a line of the picture: 512 rows. */
const WIDTH = 1024;

function paintPixels({ fills, hatched }: ZonePaint): { data: Uint8Array; height: number } {
  const height = Math.max(1, Math.ceil((2 * hatched.length) / WIDTH));
  const data = new Uint8Array(4 * WIDTH * height);
  for (let row = 0; row < hatched.length; row++) {
    data.set(fills.subarray(4 * row, 4 * row + 4), 8 * row);
    data[8 * row + 4] = hatched[row] ? 255 : 0;
  }
  return { data, height };
}
