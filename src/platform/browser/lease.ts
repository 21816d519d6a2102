import type { Claim, Claims } from "./claims.ts";
import type { KeptValues } from "./kept-values.ts";

/** What pages tell each other: a `BroadcastChannel` is one. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: "message", hear: (event: { readonly data: unknown }) => void): void;
}

/** Calls back once after so many milliseconds, unless it is called off. */
export type Timer = (milliseconds: number, ring: () => void) => () => void;

/**
 * Claims where the browser has no locks, as on plain http: a lease that names its holder, in the store that all pages
 * share. Whoever finds a holder asks it over the channel and takes the lease of one that does not answer: a page that is
 * there answers however seldom its clock runs. `me` is another for every page.
 */
export function leasedClaims(values: KeptValues, channel: Channel, timer: Timer, me: string): Claims {
  const mine = new Map<string, () => void>();
  const hearers = new Set<(message: Message) => void>();
  channel.addEventListener("message", ({ data }) => {
    const message = data as Message;
    if (message.kind === "ask" && message.holder === me && mine.has(message.name))
      channel.postMessage({ ...message, kind: "here" } satisfies Message);
    for (const hear of [...hearers]) hear(message);
  });

  /** Who holds it now; takes it if nobody does, or only `gone`. Without a store that answers, nobody is known to. */
  function taken(name: string, gone?: string): Promise<string> {
    return new Promise((resolve) => {
      const calledOff = timer(STORE_MS, () => resolve(me));
      let holder = me;
      const settle = (is: string) => {
        calledOff();
        resolve(is);
      };
      values
        .update(key(name), (before) => {
          holder = typeof before === "string" && before !== gone ? before : me;
          return holder;
        })
        .then(
          () => settle(holder),
          () => settle(me),
        );
    });
  }

  /** Whether the holder of a lease is there. */
  function answers(name: string, holder: string): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (there: boolean) => {
        hearers.delete(hear);
        calledOff();
        resolve(there);
      };
      const hear = (message: Message) => {
        if (message.kind === "here" && message.name === name && message.holder === holder) settle(true);
      };
      const calledOff = timer(ANSWER_MS, () => settle(false));
      hearers.add(hear);
      channel.postMessage({ kind: "ask", name, holder } satisfies Message);
    });
  }

  async function freed(name: string): Promise<void> {
    await values
      .update(key(name), (before) => (before === me ? undefined : before))
      .catch(() => {})
      .then(() => channel.postMessage({ kind: "free", name, holder: me } satisfies Message));
  }

  function claim(name: string, changed: (mine: boolean) => void): Claim {
    let given: boolean | undefined;
    let over = false;
    let calledOff = () => {};
    const tell = (is: boolean) => {
      if (over || given === is) return;
      given = is;
      changed(is);
    };

    async function attempt(): Promise<void> {
      calledOff();
      let holder = await taken(name);
      if (holder !== me && !(await answers(name, holder))) holder = await taken(name, holder);
      if (over) return holder === me ? freed(name) : undefined;
      if (holder === me) mine.set(name, () => void attempt());
      else mine.delete(name);
      tell(holder === me);
      if (holder !== me) calledOff = timer(PATIENCE_MS, () => void attempt());
    }

    const hear = (message: Message) => {
      if (message.kind === "free" && message.name === name && given === false) void attempt();
    };
    hearers.add(hear);
    void attempt();
    return {
      release() {
        if (over) return;
        over = true;
        calledOff();
        hearers.delete(hear);
        if (mine.delete(name)) void freed(name);
      },
    };
  }

  return {
    claim,
    async claimed(name) {
      const [holder] = await values.get([key(name)]).catch(() => []);
      return typeof holder === "string" && (mine.has(name) || (await answers(name, holder)));
    },
    lookAgain() {
      for (const look of [...mine.values()]) look();
    },
  };
}

interface Message {
  readonly kind: "ask" | "here" | "free";
  readonly name: string;
  readonly holder: string;
}

/** A page that is calculating on its own thread answers late; most of the work is not on it. */
const ANSWER_MS = 1500;
/** A store that has not answered by then keeps nobody from their work. */
const STORE_MS = 3000;
/** How often a page that waits looks whether the holder was killed. */
const PATIENCE_MS = 3000;

function key(name: string): string {
  return `lease ${name}`;
}
