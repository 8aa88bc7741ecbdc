import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Rules whose answer depends on the colours only: what the other colour scheme has to show again. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Details are gathered for violations only, which halves the time that a long list takes. */
const options = { resultTypes: ['violations' as const] }

async function findings(builder: AxeBuilder): Promise<string[]> {
  // Legacy mode: Electron's window can't open the blank page that axe otherwise uses for frames.
  const { violations } = await builder.setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

/** What axe finds on the screen as it is, one line per place; all its rules, best practices too. */
export async function axeFindings(window: Page): Promise<string[]> {
  return findings(new AxeBuilder({ page: window }).options(options))
}

/** Fails with the places that axe finds on the screen as it is. */
export async function expectAccessible(window: Page): Promise<void> {
  expect(await axeFindings(window)).toEqual([])
}

/** The same with dark colours first and light ones after, which stay; structure is looked at once. */
export async function expectAccessibleInBothSchemes(window: Page): Promise<void> {
  await window.emulateMedia({ colorScheme: 'dark' })
  const dark = await findings(new AxeBuilder({ page: window }).options({ ...options, runOnly: colourRules }))
  await window.emulateMedia({ colorScheme: 'light' })
  expect(dark).toEqual([])
  await expectAccessible(window)
}
