import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { launchDemo } from './support/demo.ts'
import { expect, test } from './support/office.ts'

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8')
const demo = (name: string) => JSON.parse(read(`resources/demo/${name}.json`)) as Record<string, Record<string, string>[]>

/** Every screen of the window, also one that is added later. */
const routes = [...read('renderer/app/router.tsx').matchAll(/path: '(\/[^']*)'/gu)].map(([, path]) => path ?? '').filter((path) => path !== '/help')

/** People of the demo office by the words that name them. Names that are plain words elsewhere too can't be told from those. */
const names = [
  ...demo('counselling').cases?.map(({ alias }) => alias) ?? [],
  ...demo('contacts').people?.map(({ familyName }) => familyName) ?? [],
  ...demo('case-work').identities?.map(({ familyName }) => familyName) ?? [],
].filter((name): name is string => name !== undefined && name !== '')

/** Names that can be read on the page: as text, in a field or as the hint of an element, neither blurred nor of the current client. */
function readable(window: Page, words: readonly string[]): Promise<string[]> {
  return window.evaluate((wanted) => {
    const pattern = new RegExp(`(?<![\\p{L}])(?:${wanted.join('|')})(?![\\p{L}])`, 'u')
    const found: string[] = []
    const shown = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getBoundingClientRect().width > 1
    const covered = (element: Element): boolean => {
      for (let current: Element | null = element; current; current = current.parentElement) {
        if (getComputedStyle(current).filter.includes('blur') || current.classList.contains('personal-current')) return true
      }
      return false
    }
    const note = (kind: string, element: Element, text: string): void => {
      if (pattern.test(text) && shown(element) && !covered(element)) found.push(`${kind}: ${text.trim().slice(0, 80)} <${element.tagName.toLowerCase()} class="${element.className}">`)
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) if (text.parentElement) note('text', text.parentElement, text.nodeValue ?? '')
    for (const element of document.querySelectorAll('[title]')) note('title', element, element.getAttribute('title') ?? '')
    for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) note('field', field, field.value)
    return found
  }, [...words])
}

/** The same without the field that the test itself types into. */
async function besideTyped(window: Page): Promise<string[]> {
  return (await readable(window, names)).filter((line) => !line.startsWith('field'))
}

async function go(window: Page, path: string): Promise<void> {
  await window.evaluate((hash) => { location.hash = hash }, path)
  await window.waitForLoadState('networkidle')
  await expect(window.locator('main')).not.toBeEmpty()
  // What a screen reads comes in several steps; the last of them is what a visitor sees.
  await expect.poll(async () => {
    const before = await window.locator('main').innerText()
    await window.evaluate(() => new Promise((done) => setTimeout(done, 150)))
    return before === await window.locator('main').innerText()
  }).toBe(true)
}

test('in visitor mode no screen, dialog, notice or hint lets a name be read', async () => {
  const { app, window } = await launchDemo()
  await expect(window.getByRole('link', { name: /^Beratung/ })).toBeVisible({ timeout: 60_000 })

  await test.step('without it the names are there to be found', async () => {
    await go(window, '/counselling')
    expect(await readable(window, names)).not.toEqual([])
  })
  await window.keyboard.press('Control+.')

  await test.step('every screen', async () => {
    const found: Record<string, string[]> = {}
    for (const path of routes) {
      await go(window, path)
      const here = await readable(window, names)
      if (here.length > 0) found[path] = here
      // As every screen is visited here: what is hidden from sight only must not scroll the window around it.
      if (await window.evaluate(() => [...document.querySelectorAll('*:has(main)')].some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight))) found[path] = [...here, 'scrolls around its content']
    }
    expect(found).toEqual({})
  })

  await test.step('search, quick line and choosing a case', async () => {
    await go(window, '/counselling')
    await window.keyboard.press('Control+k')
    for (const query of ['Linde', 'Muster', 'B-20']) {
      await window.getByLabel('Suchbegriff').fill(query)
      await expect(window.locator('.mantine-Spotlight-action').first()).toBeVisible()
      expect(await besideTyped(window)).toEqual([])
    }
    await window.keyboard.press('Escape')
    await window.keyboard.press('F3')
    await window.getByLabel('Schnelleintrag').fill('tel 20min Aufenthalt @Li')
    await expect(window.getByText('Aufenthalt', { exact: false }).first()).toBeVisible()
    expect(await besideTyped(window)).toEqual([])
    await window.keyboard.press('Escape')
    await go(window, '/counselling/deadlines')
    await window.getByRole('button', { name: 'Neue Frist' }).click()
    await window.getByRole('combobox', { name: 'Fall' }).click()
    await expect(window.getByRole('option').nth(3)).toBeVisible()
    expect(await readable(window, names)).toEqual([])
    await window.getByRole('option').nth(3).click()
    expect(await readable(window, names)).toEqual([])
    await window.keyboard.press('Escape')
  })

  await test.step('the client at the desk stays readable, others beside do not', async () => {
    await go(window, '/counselling')
    await window.getByRole('row', { name: /Linde/ }).first().click()
    await expect(window.getByRole('heading', { name: /Linde/ })).toBeVisible()
    // The course comes after the head of the record, and names who a letter went to.
    await expect(window.getByText(/^BS-\d{4}-\d+ · /u).first()).toBeVisible()
    expect(await readable(window, names)).toEqual([])
    await expect(window.getByRole('heading', { name: /Linde/ }).locator('.personal-current')).toHaveCSS('filter', 'none')
    await expect(window.getByRole('row', { name: /Kranich/ }).first().locator('.personal').first()).toHaveCSS('filter', /blur/)
  })

  await test.step('the title of the window', async () => {
    const titles = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.getTitle()))
    for (const title of [...titles, await window.title()]) for (const name of names) expect(title).not.toContain(name)
  })
})
