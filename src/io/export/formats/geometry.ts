import type { Ring } from "../../../core/geo/lng-lat.ts";
import type { ExportPlace } from "../tables/export-table.ts";

/** A place as geometry of GeoJSON: rings closed. */
export function geometryOf(place: ExportPlace): GeoJSON.Point | GeoJSON.MultiPolygon {
  if (place.kind === "point") return { type: "Point", coordinates: [place.at.lng, place.at.lat] };
  return { type: "MultiPolygon", coordinates: place.shape.map((polygon) => polygon.map(closed)) };
}

function closed(ring: Ring): GeoJSON.Position[] {
  const positions = ring.map(({ lng, lat }) => [lng, lat]);
  return positions[0] ? [...positions, positions[0]] : positions;
}

/** A place as bytes that every database of places knows (WKB), little-endian. */
export function wkbOf(place: ExportPlace): Uint8Array<ArrayBuffer> {
  const geometry = geometryOf(place);
  if (geometry.type === "Point") {
    const [x = 0, y = 0] = geometry.coordinates;
    return written(1 + 4 + 16, (out) => {
      out.start(1);
      out.pair(x, y);
    });
  }
  const { coordinates } = geometry;
  const rings = coordinates.flat();
  const size = 9 + coordinates.length * 9 + rings.length * 4 + rings.flat().length * 16;
  return written(size, (out) => {
    out.start(6);
    out.count(coordinates.length);
    for (const polygon of coordinates) {
      out.start(3);
      out.count(polygon.length);
      for (const ring of polygon) {
        out.count(ring.length);
        for (const [x = 0, y = 0] of ring) out.pair(x, y);
      }
    }
  });
}

/** Least and greatest longitude, then latitude. */
export function boxOf(place: ExportPlace): readonly [number, number, number, number] {
  const points = place.kind === "point" ? [place.at] : place.shape.flat(2);
  const box: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { lng, lat } of points) {
    box[0] = Math.min(box[0], lng);
    box[1] = Math.max(box[1], lng);
    box[2] = Math.min(box[2], lat);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

interface Out {
  readonly start: (type: number) => void;
  readonly count: (count: number) => void;
  readonly pair: (x: number, y: number) => void;
}

function written(size: number, write: (out: Out) => void): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const count = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  write({
    start(type) {
      view.setUint8(at, 1);
      at += 1;
      count(type);
    },
    count,
    pair(x, y) {
      view.setFloat64(at, x, true);
      view.setFloat64(at + 8, y, true);
      at += 16;
    },
  });
  return bytes;
}
