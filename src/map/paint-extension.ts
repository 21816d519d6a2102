import { type Layer, LayerExtension, type UpdateParameters } from "@deck.gl/core";
import type { ZonePaint } from "./columns.ts";
import { HATCHED_IN, HATCHING, HATCHING_OUT } from "./pattern-extensions.ts";

export interface PaintProps {
  readonly paint: ZonePaint;
  /** The row of the paint that each polygon of the layer is of. */
  readonly paintRows: Uint32Array;
}

/**
 * Fills polygons as painted, hatching included. The paint is a small picture, two pixels a polygon, that the drawing
 * looks up: a city painted anew costs one copy of it, and no pass over the corners of its outlines.
 */
export class PaintExtension extends LayerExtension {
  static override extensionName = "PaintExtension";
  static override defaultProps = { paint: null, paintRows: null };

  override updateState(this: PaintedLayer, { props, oldProps }: UpdateParameters<PaintedLayer>) {
    if (props.paint === oldProps.paint && props.paintRows === oldProps.paintRows) return;
    this.state.painted?.destroy();
    const { data, height } = paintPixels(props);
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
        "vs:#decl": HATCHING_OUT,
        "vs:#main-end": `
          int pixel = 2 * int(rowIndexes);
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

type PaintedLayer = Layer<PaintProps> & { state: { painted?: Texture } };
type Texture = ReturnType<Layer["context"]["device"]["createTexture"]>;

/** Pixels in a line of the picture: 512 polygons. */
const WIDTH = 1024;

function paintPixels({ paint, paintRows }: PaintProps): { data: Uint8Array; height: number } {
  const height = Math.max(1, Math.ceil((2 * paintRows.length) / WIDTH));
  const words = new Uint32Array(WIDTH * height);
  const fills = new Uint32Array(paint.fills.buffer, paint.fills.byteOffset, paint.fills.length / 4);
  for (let polygon = 0; polygon < paintRows.length; polygon++) {
    const row = paintRows[polygon] ?? 0;
    words[2 * polygon] = fills[row] ?? 0;
    words[2 * polygon + 1] = paint.hatched[row] ? 255 : 0;
  }
  return { data: new Uint8Array(words.buffer), height };
}
