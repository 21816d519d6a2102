import type { Locator, Page } from "@playwright/test";
import { expect, foldLegend, headline, openCity, openTab, rows } from "./planner-page.ts";

/** A demo city, and one of its facilities that is full, in the middle of the map if there is one. */
export async function openFull(page: Page): Promise<void> {
  await openCity(page, "huaibei");
  await openTab(page, "设施");
  await foldLegend(page);
  await page.getByRole("searchbox").fill("文亭社区居家养老服务中心");
  await rows(page).first().click();
  await page.getByRole("searchbox").fill("");
}

export const facility = (page: Page): Locator => page.getByRole("complementary", { name: "设施" });

/** What an edit would do to the zones around, by what it is called. */
export const effect = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });

/** What zones lose or gain, and what 片区 lack for certain before and after, as the sentence tells. */
export async function told(panel: Locator): Promise<{ changed: number; before: string; after: string }> {
  const sentence = panel.getByText(/个小区(?:少|多)得/);
  await expect(sentence).toBeVisible();
  const said = (await sentence.textContent()) ?? "";
  const lack = String.raw`由 ([\d,]+)\s*m² [升降]至 ([\d,]+)\s*m²`;
  const [, changed = said, before = "", after = ""] =
    new RegExp(`得 ([\\d,.]+)\\s*m²；片区缺口${lack}`).exec(said) ?? [];
  const sure = new RegExp(`其中确定缺的${lack}`).exec(said);
  const amount = Number(changed.replaceAll(",", ""));
  return { changed: amount, before: sure?.[1] ?? before, after: sure?.[2] ?? after };
}

/** What 片区 lack for certain by the headline. */
export async function lacking(page: Page): Promise<string | undefined> {
  return /无论如何分配都缺 ([\d,]+)\s*m²（\d+\s个片区）/.exec(
    (await headline(page).textContent()) ?? "",
  )?.[1];
}
