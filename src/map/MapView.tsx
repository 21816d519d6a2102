import { useEffect, useRef } from "react";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Polygon } from "../core/geo/lng-lat.ts";
import { createCityMap } from "./city-map.ts";
import type { MapContent } from "./columns.ts";
import type { Covered } from "./framing.ts";
import type { CityMap, MapEvents, OutlineAsked } from "./map-contract.ts";
import type { Place } from "./pin.ts";

export interface MapViewProps extends MapEvents, MapContent {
  readonly label: string;
  readonly font: string;
  readonly still: boolean;
  readonly asking: boolean;
  readonly pin: Place | undefined;
  readonly outlineAsked: OutlineAsked | undefined;
  readonly outline: readonly Polygon[] | undefined;
  readonly covered: (map: HTMLElement) => Covered;
  readonly onReady: (map: CityMap) => void;
}

/** The map as a component: every property is passed on as it changes, nothing is drawn twice. */
export function MapView(props: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<CityMap>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!container.current) return;
    const { colours, label, font, still } = latest.current;
    const made = createCityMap({
      ...{ container: container.current, colours, label, font, still },
      events: () => latest.current,
      covered: (at) => latest.current.covered(at),
    });
    map.current = made;
    latest.current.onReady(made);
    return () => {
      map.current = undefined;
      made.remove();
    };
  }, []);

  const { colours, city, facilities, paint, unitPaint, focus, around, walkArea, services, strays, basemap } =
    props;
  const { streetChanges, plan } = props;
  const { asking, pin, outlineAsked, outline } = props;
  useEffect(() => map.current?.setColours(colours), [colours]);
  useEffect(() => map.current?.setCity(city), [city]);
  useEffect(() => map.current?.setFacilities(facilities), [facilities]);
  useEffect(() => map.current?.setPaint(paint), [paint]);
  useEffect(() => map.current?.setUnitPaint(unitPaint), [unitPaint]);
  useEffect(() => map.current?.setFocus(focus), [focus]);
  useEffect(() => map.current?.setAround(around), [around]);
  useEffect(() => map.current?.setWalkArea(walkArea), [walkArea]);
  useEffect(() => map.current?.setServices(services), [services]);
  useEffect(() => map.current?.setStrays(strays), [strays]);
  useEffect(() => map.current?.setStreetChanges(streetChanges), [streetChanges]);
  useEffect(() => map.current?.setPlan(plan), [plan]);
  useEffect(() => map.current?.setAsking(asking), [asking]);
  useEffect(() => map.current?.setPin(pin), [pin]);
  useEffect(() => map.current?.setOutline(outline), [outline]);
  useEffect(() => map.current?.setOutlineAsked(outlineAsked), [outlineAsked]);
  useEffect(() => map.current?.setBasemap(basemap), [basemap]);

  return <div ref={container} className="map-sheet" />;
}
