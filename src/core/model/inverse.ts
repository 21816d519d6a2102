import type { Patch, RowChange } from "./patch.ts";

/** The patch that takes this one back: every row's before and after exchanged. Its own inverse's inverse. */
export function inverse(patch: Patch): Patch {
  const { facilities, zones, units, sites, streets, settings } = patch;
  return {
    ...(facilities && { facilities: facilities.map(exchanged) }),
    ...(zones && { zones: zones.map(exchanged) }),
    ...(units && { units: units.map(exchanged) }),
    ...(sites && { sites: sites.map(exchanged) }),
    ...(streets && { streets: exchanged(streets) }),
    ...(settings && { settings: exchanged(settings) }),
  };
}

function exchanged<Row>({ before, after }: RowChange<Row>): RowChange<Row> {
  return { ...(after !== undefined && { before: after }), ...(before !== undefined && { after: before }) };
}
