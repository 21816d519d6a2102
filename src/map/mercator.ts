/** Web Mercator of a latitude, in degrees as wide as those of longitude. */
export function mercator(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
}

/** The latitude of it. */
export function latitudeAt(degrees: number): number {
  return (Math.atan(Math.exp((degrees * Math.PI) / 180)) * 360) / Math.PI - 90;
}

/** Degrees of longitude of a pixel. */
export function degreesPerPixel(zoom: number): number {
  return 360 / (512 * 2 ** zoom);
}
