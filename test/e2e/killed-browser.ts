import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Browser, chromium, type Page } from "@playwright/test";
import { withoutWebgl } from "./planner-page.ts";

/** A browser of its own process, which keeps what it keeps in a folder, and can be killed like one that crashes. */
export interface OwnBrowser {
  readonly page: Page;
  /** Ends all its processes at once, without a word to them; resolves when they are gone. */
  kill(): Promise<void>;
}

export async function ownBrowser(home: string, flags: readonly string[] = []): Promise<OwnBrowser> {
  const process = spawn(
    chromiumPath(),
    [
      ...["--headless=new", "--no-sandbox", "--remote-debugging-port=0", `--user-data-dir=${home}`],
      ...["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"],
      ...["--disable-component-update", "--lang=zh-CN", "--window-size=1440,900", ...flags],
      "about:blank",
    ],
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const browser = await chromium.connectOverCDP(await addressOf(process));
  const [context] = browser.contexts();
  if (!context) throw new Error("the browser has no window");
  const page = context.pages()[0] ?? (await context.newPage());
  await withoutWebgl(page);
  return { page, kill: () => killed(process, browser) };
}

async function killed(process: ChildProcess, browser: Browser): Promise<void> {
  const gone = once(process, "exit");
  // The whole group: what it has started goes with it.
  if (process.pid !== undefined) globalThis.process.kill(-process.pid, "SIGKILL");
  await gone;
  await browser.close().catch(() => {});
}

function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    stderr?.on("data", (piece: Buffer) => {
      said += piece.toString();
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    stderr?.on("end", () => reject(new Error(`the browser did not start: ${said}`)));
  });
}

function chromiumPath(): string {
  return globalThis.process.env.QUAN_CHROMIUM ?? chromium.executablePath();
}
