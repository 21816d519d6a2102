import { keptValues } from "./kept-values.ts";
import { leasedClaims } from "./lease.ts";

/** Things that one page of this browser has at a time. */
export interface Claims {
  /**
   * Claims a thing until it is released or the page is gone. `changed` is told whether it is this page's: soon, and
   * whenever that changes. Those who wait get it in turn.
   */
  claim(name: string, changed: (mine: boolean) => void): Claim;
  /** Whether any page has it, this one included. */
  claimed(name: string): Promise<boolean>;
  /** After the page was still for long: whether what it had is its own yet. */
  lookAgain(): void;
}

export interface Claim {
  release(): void;
}

/** By the locks of the browser, or, where it has none because the address is not secure, by leases. */
export function claimsOfPage(page: string): Claims {
  return "locks" in navigator ? lockedClaims(navigator.locks) : leasesOfPage(page);
}

export function lockedClaims(locks: LockManager): Claims {
  return {
    claim(name, changed) {
      const abort = new AbortController();
      let letGo = () => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const tell = (mine: boolean) => {
        if (!abort.signal.aborted) changed(mine);
      };
      const mineNow = () => {
        tell(true);
        return held;
      };
      const waiting = () =>
        locks.request(name, { signal: abort.signal }, mineNow).catch(() => {
          // Released while it waited.
        });
      const atOnce = locks.request(name, { ifAvailable: true }, (lock) => {
        if (lock !== null) return mineNow();
        tell(false);
        void waiting();
        return undefined;
      });
      // A browser that forbids all storage forbids locks too: pages cannot know of each other, and keep nothing.
      atOnce.catch(() => tell(true));
      return {
        release() {
          abort.abort();
          letGo();
        },
      };
    },
    async claimed(name) {
      const { held = [] } = await locks.query().catch(() => ({ held: [] }));
      return held.some((lock) => lock.name === name);
    },
    lookAgain() {},
  };
}

function leasesOfPage(page: string): Claims {
  const timer = (milliseconds: number, ring: () => void) => {
    const set = setTimeout(ring, milliseconds);
    return () => clearTimeout(set);
  };
  const claims = leasedClaims(
    keptValues("quan-leases", "leases"),
    new BroadcastChannel("quan-leases"),
    timer,
    page,
  );
  // A page that was frozen could not answer, and may have lost what it had.
  document.addEventListener("visibilitychange", () => claims.lookAgain());
  return claims;
}
