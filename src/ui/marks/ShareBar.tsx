import { formatShare } from "../../i18n/numbers.ts";
import { PALETTES, shareClass } from "../look/palette.ts";
import "./marks.css";

/** A share as number and bar, coloured by the scale of the map. */
export function ShareBar({ share, decimals = 0 }: { share: number; decimals?: number }) {
  const colour = PALETTES.light.shares[shareClass(share)];
  return (
    <span className="share">
      <span aria-hidden="true" className="share-track">
        <span style={{ width: `${Math.min(1, share) * 100}%`, background: colour }} />
      </span>
      <span className="share-number">{formatShare(share, decimals)}</span>
    </span>
  );
}
