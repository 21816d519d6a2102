/** A part of a problem in whole numbers of any size: zones want, facilities hold. Rows are those of the part. */
export interface WideNetwork {
  readonly wants: readonly bigint[];
  readonly holds: readonly bigint[];
  /** By zone of the part: its links, as rows of facilities of the part, none twice. */
  readonly links: readonly Uint32Array[];
}

export interface WideFlow {
  /** By zone and link. */
  readonly amounts: readonly (readonly bigint[])[];
  /** By zone, by facility: 1 if a zone that lacks something could get there by handing on; nothing where none lacks. */
  readonly zonesShort: Uint8Array;
  readonly facilitiesShort: Uint8Array;
}

/**
 * A largest flow from zones to facilities, in whole numbers of any size, by shortest augmenting ways in layers (Dinic
 * 1970). Slow: for amounts that do not fit a number, and to hold faster ones against.
 */
export function wideFlow({ wants, holds, links }: WideNetwork): WideFlow {
  const lacking = wants.slice();
  const free = holds.slice();
  const amounts = links.map((of) => new Array<bigint>(of.length).fill(0n));
  const served = servedBy(links, holds.length);
  const zoneLayer = new Int32Array(wants.length);
  const facilityLayer = new Int32Array(holds.length);

  /** Layers of what can be reached from zones that lack something; whether anything free is among it. */
  function layer(): boolean {
    zoneLayer.fill(-1);
    facilityLayer.fill(-1);
    let front = [...lacking.keys()].filter((zone) => (lacking[zone] as bigint) > 0n);
    for (const zone of front) zoneLayer[zone] = 0;
    let found = false;
    for (let depth = 1; front.length > 0 && !found; depth += 2) {
      const next: number[] = [];
      const reached: number[] = [];
      for (const zone of front) {
        for (const facility of links[zone] as Uint32Array) {
          if (facilityLayer[facility] !== -1) continue;
          facilityLayer[facility] = depth;
          reached.push(facility);
          found ||= (free[facility] as bigint) > 0n;
        }
      }
      for (const facility of found ? [] : reached) {
        for (const { zone, link } of served[facility] as readonly Served[]) {
          if (zoneLayer[zone] !== -1 || amounts[zone]?.[link] === 0n) continue;
          zoneLayer[zone] = depth + 1;
          next.push(zone);
        }
      }
      front = next;
    }
    return found;
  }

  const nextLink = new Uint32Array(wants.length);
  const nextServed = new Uint32Array(holds.length);

  /** Sends at most `most` on from a zone, one layer at a time; how much went. */
  function send(zone: number, most: bigint): bigint {
    const of = links[zone] as Uint32Array;
    for (; (nextLink[zone] as number) < of.length; nextLink[zone] = (nextLink[zone] as number) + 1) {
      const link = nextLink[zone] as number;
      const facility = of[link] as number;
      if (facilityLayer[facility] !== (zoneLayer[zone] as number) + 1) continue;
      const went = throughFacility(facility, most);
      if (went === 0n) continue;
      const row = amounts[zone] as bigint[];
      row[link] = (row[link] as bigint) + went;
      return went;
    }
    return 0n;
  }

  function throughFacility(facility: number, most: bigint): bigint {
    const room = free[facility] as bigint;
    if (room > 0n) {
      const went = room < most ? room : most;
      free[facility] = room - went;
      return went;
    }
    const of = served[facility] as readonly Served[];
    for (
      ;
      (nextServed[facility] as number) < of.length;
      nextServed[facility] = (nextServed[facility] as number) + 1
    ) {
      const { zone, link } = of[nextServed[facility] as number] as Served;
      const row = amounts[zone] as bigint[];
      const held = row[link] as bigint;
      if (held === 0n || zoneLayer[zone] !== (facilityLayer[facility] as number) + 1) continue;
      const went = send(zone, held < most ? held : most);
      if (went === 0n) continue;
      row[link] = (row[link] as bigint) - went;
      return went;
    }
    return 0n;
  }

  while (layer()) {
    nextLink.fill(0);
    nextServed.fill(0);
    for (let zone = 0; zone < wants.length; zone++) {
      if (zoneLayer[zone] !== 0) continue;
      for (let went = 1n; went > 0n && (lacking[zone] as bigint) > 0n; ) {
        went = send(zone, lacking[zone] as bigint);
        lacking[zone] = (lacking[zone] as bigint) - went;
      }
    }
  }
  return {
    amounts,
    zonesShort: Uint8Array.from(zoneLayer, (depth) => (depth >= 0 ? 1 : 0)),
    facilitiesShort: Uint8Array.from(facilityLayer, (depth) => (depth >= 0 ? 1 : 0)),
  };
}

interface Served {
  readonly zone: number;
  readonly link: number;
}

function servedBy(links: WideNetwork["links"], facilityCount: number): readonly (readonly Served[])[] {
  const served = Array.from({ length: facilityCount }, (): Served[] => []);
  links.forEach((of, zone) => {
    for (const [link, facility] of of.entries()) served[facility]?.push({ zone, link });
  });
  return served;
}
