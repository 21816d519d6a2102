import { useEffect, useRef } from "react";
import "maplibre-gl/dist/maplibre-gl.css";
import { createCityMap } from "./city-map.ts";
import type { CityColumns, FacilityMarks, MapColours, ZonePaint } from "./columns.ts";
import type { MapEvents, MapOptions } from "./map-contract.ts";

interface Side {
  readonly paint: ZonePaint;
  readonly facilities: FacilityMarks;
}

interface Props extends Pick<MapOptions, "font" | "still"> {
  readonly colours: MapColours;
  readonly city: CityColumns;
  readonly left: Side;
  readonly right: Side;
  /** How much of the width shows the left one, 0 to 1. */
  readonly divide: number;
  readonly labels: Readonly<Record<"left" | "right", string>>;
  readonly onZone: (row: number) => void;
}

/** One city drawn twice, one over the other, moved as one and cut at a line: to be compared by moving that. */
export function SwipeMap(props: Props) {
  const { colours, city, left, right, divide } = props;
  const containers = { left: useRef<HTMLDivElement>(null), right: useRef<HTMLDivElement>(null) };
  const maps = useRef<Readonly<Record<"left" | "right", ReturnType<typeof createCityMap>>>>(undefined);
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the containers stay what they are
  useEffect(() => {
    const [west, east] = [containers.left.current, containers.right.current];
    if (!west || !east) return;
    const { colours, font, still, labels } = latest.current;
    const events = (): MapEvents => ({ ...NOBODY, onZone: (row) => latest.current.onZone(row) });
    const covered = () => NOTHING_OVER;
    const both = {
      left: createCityMap({ container: west, colours, label: labels.left, font, still, events, covered }),
      right: createCityMap({ container: east, colours, label: labels.right, font, still, events, covered }),
    };
    both.left.onCamera(both.right.follow);
    both.right.onCamera(both.left.follow);
    maps.current = both;
    return () => {
      maps.current = undefined;
      both.left.remove();
      both.right.remove();
    };
  }, []);

  useEffect(() => {
    for (const map of Object.values(maps.current ?? {})) map.setColours(colours);
  }, [colours]);
  useEffect(() => {
    for (const map of Object.values(maps.current ?? {})) map.setCity(city);
  }, [city]);
  useEffect(() => show(maps.current?.left, left), [left]);
  useEffect(() => show(maps.current?.right, right), [right]);

  const cut = `${Math.round(divide * 1000) / 10}%`;
  return (
    <div className="swipe-maps">
      <div ref={containers.right} />
      <div ref={containers.left} style={{ clipPath: `inset(0 calc(100% - ${cut}) 0 0)` }} />
    </div>
  );
}

function show(map: ReturnType<typeof createCityMap> | undefined, { paint, facilities }: Side): void {
  map?.setFacilities(facilities);
  map?.setPaint(paint);
}

const NOTHING_OVER = { top: 0, left: 0, right: 0, bottom: 0 };
const nothing = () => {};
const NOBODY: MapEvents = {
  ...{ onZone: nothing, onUnit: nothing, onFacility: nothing, onNothing: nothing, onPlace: nothing },
  ...{ onHover: nothing, onSketch: nothing, onOutline: nothing, onMove: nothing, onAim: nothing },
  ...{ onDrawn: nothing, onBasemap: nothing },
};
