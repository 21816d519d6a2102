import type { Locator, Page } from "@playwright/test";
import { expect, openCity } from "./planner-page.ts";

export const find = (page: Page): Locator => page.getByRole("button", { name: /^(?:重新)?求方案$/ });
export const made = (page: Page): Locator => page.getByRole("region", { name: "方案", exact: true });
export const measures = (page: Page): Locator => page.getByRole("grid", { name: "措施" }).locator("tbody tr");
/** What a plan builds, which alone can stand elsewhere. */
export const built = (page: Page): Locator => measures(page).filter({ hasText: "新建" }).first();
export const accept = (page: Page): Locator => page.getByRole("button", { name: "采用方案" });
export const site = (page: Page): Locator => page.getByRole("complementary", { name: "候选点" });
export const moneyField = (page: Page): Locator => page.getByRole("spinbutton", { name: "预算" });
export const solvers = (page: Page): number =>
  page.workers().filter((each) => each.url().includes("solver")).length;

/** The tab of plans, and what is missing in it. */
export async function openPlans(page: Page, city = "xuzhou", more = ""): Promise<void> {
  await openCity(page, city, `${more}#tab=plans`);
  await expect(page.locator(".plans > [aria-busy='false']").first()).toBeVisible();
  await expect(page.locator(".plan-progress")).toBeHidden();
}

export const question = (page: Page): Locator => page.getByRole("region", { name: "要做到什么" });

/** Unfolds the question of a plan that is there. */
export async function openQuestion(page: Page): Promise<void> {
  const change = page.getByRole("button", { name: "改一改" });
  if (await change.isVisible()) await change.click();
  await expect(question(page)).toBeVisible();
}

/** Asks for what a budget does, which is found at once. */
export async function findFor(page: Page, budget: string): Promise<void> {
  await openQuestion(page);
  await page.getByRole("radio", { name: /手里有多少钱/ }).check();
  await moneyField(page).fill(budget);
  await moneyField(page).press("Tab");
  await find(page).click();
  await expect(page.locator(".plan-progress")).toBeHidden();
  await expect(made(page)).toHaveAttribute("aria-busy", "false");
}
