import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Map as Sheet } from "maplibre-gl";

/**
 * Where the data layers of a map are drawn, among those of its style. They share one canvas with the map, but learn of
 * its new size later and by themselves: until then they are told how large it is, and after that all is drawn once more.
 * Their library sets the cursor with every frame: to what `cursor` says.
 */
export function dataOverlay(sheet: Sheet, cursor: () => string): MapLibreOverlay {
  return new MapLibreOverlay({
    interleaved: true,
    layers: [],
    getCursor: cursor,
    onResize: () => sheet.triggerRepaint(),
    onDeviceInitialized: ({ canvasContext }) => {
      sheet.on("resize", () => {
        const { width, height } = sheet.getCanvas();
        canvasContext?.setDrawingBufferSize(width, height);
      });
    },
  });
}
