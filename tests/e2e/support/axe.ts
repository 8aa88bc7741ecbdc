import axeCore, { type AxeResults, type RunOptions } from 'axe-core'
import { expect, type Page } from '@playwright/test'

/** Rules whose answer depends on the colours only: what the other colour scheme has to show again. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Details are gathered for violations only, which halves the time that a long list takes. Nothing of ours lies in a frame. */
const everything: RunOptions = { resultTypes: ['violations'], elementRef: false, preload: false, iframes: false }

/** The global that axe puts into a document which it was loaded into. */
type WithAxe = { axe?: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } }

/**
 * Asks axe in the document itself. Axe is loaded once per document instead of once per question, as its package for
 * Playwright would: half of what a question costs.
 */
async function findings(window: Page, options: RunOptions): Promise<string[]> {
  const found = await ask(window, options)
  if (found.length === 0) return found
  // Menus and hints leave by a clock of their own that no animation tells of. What is wrong stays wrong.
  await window.waitForTimeout(500)
  return ask(window, options)
}

async function ask(window: Page, options: RunOptions): Promise<string[]> {
  await settled(window)
  if (!(await window.evaluate(() => 'axe' in globalThis))) await window.evaluate(axeCore.source)
  const { violations } = await window.evaluate(async (asked) => {
    const { axe } = globalThis as WithAxe
    if (!axe) throw new Error('axe is not in this document.')
    const answer = await axe.run(document, asked)
    return { violations: answer.violations.map(({ id, nodes }) => ({ id, places: nodes.map((node) => node.html) })) }
  }, options)
  return violations.flatMap(({ id, places }) => places.map((place) => `${id}: ${place}`))
}

/** Waits until colours and places have arrived where they move to: what is half-way there has no contrast to speak of. */
async function settled(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    // The first frame applies what just changed, the second begins the movements that follow from it.
    await frame()
    await frame()
    const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
    // One that is held by the library never ends; what it left half-way is found and told.
    const patience = new Promise((resolve) => setTimeout(resolve, 3_000))
    await Promise.race([patience, Promise.allSettled(ending.map(({ finished }) => finished))])
  })
}

/** What axe finds on the screen as it is, one line per place; all its rules, best practices too. */
export async function axeFindings(window: Page): Promise<string[]> {
  return findings(window, everything)
}

/** Fails with the places that axe finds on the screen as it is. */
export async function expectAccessible(window: Page): Promise<void> {
  expect(await axeFindings(window)).toEqual([])
}

/** The same with dark colours first and light ones after, which stay; structure is looked at once. */
export async function expectAccessibleInBothSchemes(window: Page): Promise<void> {
  await window.emulateMedia({ colorScheme: 'dark' })
  const dark = await findings(window, { ...everything, runOnly: colourRules })
  await window.emulateMedia({ colorScheme: 'light' })
  expect(dark).toEqual([])
  await expectAccessible(window)
}
