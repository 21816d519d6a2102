import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { TIERS } from "../../core/deficit/territory.ts";
import type { Polygon } from "../../core/geo/lng-lat.ts";
import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import type { ResidentialZone } from "../../core/model/residential-zone.ts";
import { VERDICTS } from "../../core/standards/verdict.ts";
import { listedBlocks } from "./json-array.ts";

/** The zones for a map, a line each: verdicts, what is missing, and the units they lie in. In pieces. */
export function zonesGeoJson(pipeline: Pipeline): Generator<string> {
  const lines = function* () {
    for (const [row, zone] of pipeline.project.zones.entries()) {
      yield JSON.stringify(featureOf(pipeline, zone, row));
    }
  };
  return listedBlocks(`{"type":"FeatureCollection","features":[\n`, lines(), "\n]}\n");
}

function featureOf({ results, territory, judgements }: Pipeline, zone: ResidentialZone, row: number): object {
  return {
    type: "Feature",
    id: zone.id,
    properties: {
      id: zone.id,
      name: zone.name ?? null,
      status: zone.status ?? null,
      households: zone.households ?? null,
      residents: zone.residents ?? null,
      verdict: judgements.value[row]?.overall ?? null,
      ...Object.fromEntries(
        results.zones.byMetric.map(({ metric, missing }) => [`missing_${metric}`, finite(missing[row])]),
      ),
      ...Object.fromEntries(
        CARE_SUBJECTS.map((subject) => [
          `verdict_${subject}`,
          VERDICTS[results.zones.bySubject[subject].verdict[row] ?? 0] ?? null,
        ]),
      ),
      units: unitsOf(territory.value.zonePaths[row] ?? []),
    },
    geometry: geometryOf(zone),
  };
}

function unitsOf(path: Pipeline["territory"]["value"]["zonePaths"][number]): Record<string, string> {
  const units: Record<string, string> = {};
  for (let tier = 0; tier < TIERS; tier++) {
    const unit = path[tier];
    if (unit !== undefined) units[unit.level] = unit.unit;
  }
  return units;
}

function geometryOf({ shape, at }: ResidentialZone): object | null {
  if (shape !== undefined) return { type: "MultiPolygon", coordinates: shape.map(closedRings) };
  return at === undefined ? null : { type: "Point", coordinates: [at.lng, at.lat] };
}

function closedRings(polygon: Polygon): number[][][] {
  return polygon.map((ring) => {
    const positions = ring.map(({ lng, lat }) => [lng, lat]);
    return positions[0] ? [...positions, positions[0]] : positions;
  });
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
