import { utf8 } from "./bytes.ts";

export const placemark = (name: string, geometry: string) =>
  `<Placemark><name>${name}</name><ExtendedData><Data name="户数"><value>300</value></Data><Data name="状态"><value>既有</value></Data></ExtendedData>${geometry}</Placemark>`;
export const AT = "<Point><coordinates>117.2,34.26,0</coordinates></Point>";
export const KML_AREA = (x: number) =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>${x},34.26 ${x + 0.001},34.26 ${x + 0.001},34.261 ${x},34.26</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
export const kml = (body: string) =>
  utf8(
    `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`,
  );
export const LINK =
  "<NetworkLink><name>更多</name><Link><href>http://example.invalid/a.kml</href></Link></NetworkLink>";
