/**
 * Who may be served by whom, filed both ways. Links are columns ordered by zone; `links` are the same ordered by facility.
 */
export interface FlowNetwork {
  /** zones + 1 */
  readonly starts: Uint32Array;
  /** By link: its facility. */
  readonly facilities: Uint32Array;
  /** facilities + 1 */
  readonly facilityStarts: Uint32Array;
  /** By place in the order of facilities: the link. */
  readonly links: Uint32Array;
  /** By place in the order of facilities: the zone of the link. */
  readonly zones: Uint32Array;
}

/** Amounts that a number holds exactly, or of any size. */
export type Amounts = Float64Array | readonly bigint[];

/** What zones want, facilities hold and links carry: whole numbers, not negative. */
export interface FlowQuestion<Of extends Amounts> {
  readonly network: FlowNetwork;
  readonly wants: Of;
  readonly holds: Of;
}

export interface LargestFlow<Of extends Amounts> {
  /** By link. */
  readonly amounts: Of;
  /** By zone, by facility: 1 if a zone that lacks something could get there by handing on; nothing where none lacks. */
  readonly zonesShort: Uint8Array;
  readonly facilitiesShort: Uint8Array;
}

/** Linear in links. */
export function flowNetwork(
  starts: Uint32Array,
  facilities: Uint32Array,
  facilityCount: number,
): FlowNetwork {
  const facilityStarts = new Uint32Array(facilityCount + 1);
  for (let link = 0; link < facilities.length; link++) {
    const after = (facilities[link] as number) + 1;
    facilityStarts[after] = (facilityStarts[after] as number) + 1;
  }
  for (let at = 0; at < facilityCount; at++) {
    facilityStarts[at + 1] = (facilityStarts[at + 1] as number) + (facilityStarts[at] as number);
  }
  const next = facilityStarts.slice();
  const links = new Uint32Array(facilities.length);
  const zones = new Uint32Array(facilities.length);
  for (let zone = 0; zone + 1 < starts.length; zone++) {
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      const facility = facilities[link] as number;
      const place = next[facility] as number;
      next[facility] = place + 1;
      links[place] = link;
      zones[place] = zone;
    }
  }
  return { starts, facilities, facilityStarts, links, zones };
}
