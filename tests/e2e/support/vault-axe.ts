import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the screen as it is, one line per place; all its rules, best practices too. */
export async function axeFindings(window: Page): Promise<string[]> {
  // Legacy mode: Electron's window can't open the blank page that axe otherwise uses for frames.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`))
}
