import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What keeps a person out, once everything has come to rest: half-way through fading in, any text is pale. */
export async function serious(page: Page): Promise<string[]> {
  await page.waitForFunction(() => {
    const moving = document.getAnimations().some((each) => {
      const endless = each.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
      return each.playState === "running" && !endless;
    });
    return !moving && document.querySelector("[class*='-enter'], [class*='-appear']") === null;
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
