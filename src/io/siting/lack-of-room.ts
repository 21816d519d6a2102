import type { HindranceOfRoom } from "../../core/siting/capacitated/hindrance-of-room.ts";
import { someNamed } from "./some-named.ts";

interface Asked {
  readonly customers: readonly string[];
  /** ` within 300 m`, or nothing. */
  readonly within: string;
  readonly isSplit: boolean;
  readonly share: number;
  /** Of sites that are open, if that is asked for. */
  readonly count: number | undefined;
}

/** Why what sites hold is not enough, and what would help. */
export function lackOfRoom(
  why: HindranceOfRoom,
  { customers, within, isSplit, share, count }: Asked,
): string {
  const sites = count === 1 ? "1 site" : `${count} sites`;
  switch (why.is) {
    case "too-large": {
      const others =
        why.customers === 1
          ? ""
          : ` So it is with ${why.customers - 1} more, which need less beyond what is there.`;
      return `The customer ${customers[why.customer]} needs ${why.need}, and no site that it reaches${within} holds more than ${why.holds}.${others} Give --split, or more capacity.`;
    }
    case "short-of-room": {
      const lost = why.customers.map((customer) => customers[customer] as string);
      const [need, reach] = lost.length === 1 ? ["needs", "it reaches"] : ["need", "they reach"];
      return `${someNamed("customer", lost)} ${need} ${why.need}, and the sites that ${reach}${within} hold ${why.holds} together, ${why.missing} too little. Give that much more capacity there, or more sites.`;
    }
    case "too-little-room":
      return `${why.need} is needed, and ${sites} can hold ${why.holds} at most, ${why.missing} too little. Raise --p to ${why.enough} at least, or give that much more capacity.`;
    case "share-out-of-reach":
      return `No more than ${why.share} of the weight is with customers that a site can serve${within}. Lower --target-share to that, or raise --limit.`;
    case "cannot-fit": {
      const who = share < 1 ? `${share} of the weight` : "everybody";
      const whole = isSplit ? "" : " whole";
      const from = count === undefined ? "" : ` from ${sites}`;
      const ways = [
        ...(why.inParts === true ? ["give --split"] : []),
        ...(why.enough === undefined ? [] : [`raise --p to ${why.enough}, which is enough`]),
      ];
      const way =
        ways.length === 0 ? "Give more capacity, or a higher --limit" : `To do so, ${ways.join("; or ")}`;
      return `There is no way to serve ${who}${whole}${from}${within}, though the capacities add up to enough. ${way}.`;
    }
  }
}
