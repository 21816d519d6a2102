/**
 * What an allocation says of itself, as plain figures. Zones and facilities are rows; each list says in which file it
 * stands and what its rows are called there. Amounts are m² or slots.
 */
export interface AllocationFigures {
  readonly zones: {
    readonly file: string;
    readonly names: readonly string[];
    readonly needs: ArrayLike<number>;
    readonly served: ArrayLike<number>;
    readonly shares: ArrayLike<number>;
  };
  readonly facilities: {
    readonly file: string;
    readonly names: readonly string[];
    readonly capacities: ArrayLike<number>;
    readonly loads: ArrayLike<number>;
  };
  /** By link, in any order, none twice: a row of zones, a row of facilities, and what flows along it, often 0. */
  readonly links: {
    /** Where the amounts stand. */
    readonly file: string;
    readonly zones: Uint32Array;
    readonly facilities: Uint32Array;
    readonly amounts: Float64Array;
  };
  readonly certificates: {
    readonly file: string;
    readonly rows: readonly CertificateFigures[];
  };
  /** 0 where needs and what is held are written in full, so that all else is known to its last digit; else `NOISE`. */
  readonly noise?: 0;
}

export interface CertificateFigures {
  /** Rows. */
  readonly zones: readonly number[];
  readonly facilities: readonly number[];
  readonly need: number;
  readonly capacity: number;
  readonly missing: number;
  readonly share: number;
  readonly maximal: boolean;
}
