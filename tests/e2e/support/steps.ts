import { expect, type Page } from '@playwright/test'

/** What a person does at the start of a day, by the names that stand on the screen. */

export interface NewOffice {
  officeName: string
  /** The Bundesland's full German name. */
  land: string
  personName: string
  passphrase: string
}

/** An office that most tests are content with. The passphrase is long enough and means nothing. */
export const sampleOffice: NewOffice = {
  officeName: 'Integrationsbüro Musterstadt',
  land: 'Hessen',
  personName: 'Petra Beispiel',
  passphrase: 'kupfer-lampe-neun-wolken',
}

/**
 * First run, from the welcome screen to the overview: „Neues Büro anlegen" with everything filled in, the recovery key
 * proved by typing the two groups that are asked for.
 * @returns the recovery key as shown
 */
export async function createOffice(window: Page, office: Partial<NewOffice> = {}): Promise<string> {
  const { officeName, land, personName, passphrase } = { ...sampleOffice, ...office }
  await expect(window.getByRole('heading', { name: 'Willkommen im Integrationsbüro' })).toBeVisible()
  await window.getByRole('button', { name: 'Neues Büro anlegen' }).click()
  await window.getByLabel('Name der Dienststelle').fill(officeName)
  await choose(window, 'Bundesland', land)
  await window.getByLabel('Ihr Name').fill(personName)
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await window.getByLabel('Passphrase wiederholen').fill(passphrase)
  await window.getByRole('button', { name: 'Büro anlegen', exact: true }).click()
  const recoveryKey = await proveRecoveryKey(window)
  await expectOverview(window)
  return recoveryKey
}

/** Types the groups of the recovery key that the screen asks for and goes on. */
export async function proveRecoveryKey(window: Page): Promise<string> {
  await expect(window.getByRole('heading', { name: 'Wiederherstellungsschlüssel' })).toBeVisible({ timeout: 30_000 })
  const key = (await window.getByTestId('recovery-key').innerText()).trim()
  const groups = key.split(/[\s-]+/)
  for (const field of await window.getByLabel(/^Gruppe \d+$/).all()) {
    const label = (await field.getAttribute('aria-label')) ?? (await labelOf(window, await field.getAttribute('id')))
    const number = Number(/\d+/.exec(label)?.[0])
    await field.fill(groups[number - 1] ?? '')
  }
  await window.getByRole('button', { name: 'Weiter' }).click()
  return key
}

/** Unlocks the office as a person. Fails unless the overview appears. */
export async function unlock(window: Page, person: { name?: string; passphrase?: string } = {}): Promise<void> {
  await tryToUnlock(window, person)
  await expectOverview(window)
}

/** Fills in the lock screen and presses „Entsperren", whatever comes of it. */
export async function tryToUnlock(window: Page, { name, passphrase }: { name?: string; passphrase?: string }): Promise<void> {
  await expect(window.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible()
  if (name) await choose(window, 'Person', name)
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase ?? sampleOffice.passphrase)
  await window.getByRole('button', { name: 'Entsperren', exact: true }).click()
}

/** Locks by the keyboard and waits for the lock screen. */
export async function lock(window: Page): Promise<void> {
  await window.keyboard.press('Control+l')
  await expect(window.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible({ timeout: 20_000 })
}

/** Waits until the office is open. */
export async function expectOverview(window: Page): Promise<void> {
  await expect(window.getByRole('heading', { name: 'Übersicht', level: 1 })).toBeVisible({ timeout: 60_000 })
}

/** Chooses an option of a select field by its visible text. */
export async function choose(window: Page, label: string, option: string): Promise<void> {
  const field = window.getByRole('textbox', { name: label }).or(window.getByRole('combobox', { name: label })).first()
  if ((await field.inputValue()) === option) return
  await field.click()
  await window.getByRole('option', { name: option }).first().click()
}

async function labelOf(window: Page, id: string | null): Promise<string> {
  return window.locator(`label[for="${id}"]`).innerText()
}

/** Leads to another screen of „Beratung“, whose tab stands in the menu „Mehr“ where the strip is too narrow. */
export async function openCounsellingTab(window: Page, name: string): Promise<void> {
  const tab = window.getByRole('tab', { name, exact: true }).first()
  await expect(window.getByRole('tab', { name: 'Ratsuchende' })).toBeVisible()
  if (await tab.isVisible()) return tab.click()
  await window.getByRole('button', { name: 'Mehr', exact: true }).click()
  await window.getByRole('menuitem', { name, exact: true }).click()
  await expect(window.getByRole('menu')).toHaveCount(0)
}

/** Adds an assistant as the Leitung does, and stays on „Personen und Zugänge“. */
export async function addAssistant(window: Page, { name, passphrase }: { name: string; passphrase: string }): Promise<void> {
  await openPeople(window)
  await window.getByRole('button', { name: 'Person hinzufügen' }).click()
  await window.getByLabel('Name', { exact: true }).fill(name)
  await window.getByRole('radio', { name: 'Assistenz' }).check()
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await window.getByLabel('Passphrase wiederholen').fill(passphrase)
  await window.getByRole('button', { name: 'Hinzufügen', exact: true }).click()
  await expect(window.getByRole('cell', { name, exact: true })).toBeVisible()
}

/** Leads to „Personen und Zugänge“. */
export async function openPeople(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Einstellungen' }).click()
  await window.getByRole('link', { name: 'Personen und Zugänge' }).click()
  await expect(window.getByRole('heading', { name: 'Personen und Zugänge' })).toBeVisible()
}

/** The day so many days from now, as it is typed. */
export function typedDay(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return `${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}`
}

/** Types a day into a field and leaves it. */
export async function fillDay(window: Page, label: string, value: string): Promise<void> {
  const field = window.getByLabel(label, { exact: true })
  await field.fill(value)
  await field.press('Tab')
}
