import type { Page } from "@playwright/test";
import { expect } from "./planner-page.ts";

/** The dialog of the browser cannot be seen by a test: the sheets stay until it says that it is closed. */
export async function holdPrinting(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printing", "");
    window.addEventListener("afterprint", (event) => {
      if (document.documentElement.hasAttribute("data-printing")) event.stopImmediatePropagation();
    });
  });
}

export const sheets = (page: Page) => page.locator(".sheet");

/** Waits until something is to be printed. */
export const isPrinting = (page: Page): Promise<void> =>
  expect(page.locator("html")).toHaveAttribute("data-printing", "");

export async function closePrinting(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.removeAttribute("data-printing");
    window.dispatchEvent(new Event("afterprint"));
  });
}
