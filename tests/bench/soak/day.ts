import type { Page } from '@playwright/test'
import { choose, expectOverview } from '../../e2e/support/steps.ts'

/** What an office does again and again on a long day, through the window. Each part leaves something behind. */

/** The day's first round: the case that all counselling of the day belongs to. */
export async function beginDay(window: Page): Promise<void> {
  await window.keyboard.press('Control+3')
  await window.getByRole('button', { name: 'Neue ratsuchende Person' }).first().click()
  await window.getByLabel('Alias', { exact: true }).fill('Zirbelkiefer')
  await window.getByRole('button', { name: 'Anlegen' }).click()
  await window.getByRole('button', { name: 'Neue Beratung' }).waitFor()
}

/** One round: open, counsel, write, search, plan, look around. */
export async function workRound(window: Page, round: number): Promise<void> {
  const name = `Verein Nummer ${round}`
  await addContact(window, name)
  await writeLetter(window, round)
  await counsel(window, round)
  await search(window, name)
  await plan(window, round)
  for (const area of [/^Kalender/, /^Veranstaltungen/, /^Aufgaben/, /^Papierkorb/, /^Übersicht/]) {
    await window.getByRole('link', { name: area }).first().click()
    await window.getByRole('heading', { name: area }).first().waitFor()
  }
  await expectOverview(window)
}

async function addContact(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+2')
  await window.getByRole('button', { name: 'Neuer Kontakt' }).first().click()
  await window.getByLabel('Name der Organisation').fill(name)
  await window.getByRole('button', { name: 'Speichern', exact: true }).click()
  await window.getByRole('heading', { name, level: 2 }).waitFor()
}

async function counsel(window: Page, round: number): Promise<void> {
  await window.keyboard.press('Control+3')
  await window.getByRole('row', { name: /Zirbelkiefer/ }).click()
  await window.getByRole('button', { name: 'Neue Beratung' }).click()
  await choose(window, 'Kanal', 'telefonisch')
  await window.getByLabel('Dauer').fill('20')
  await choose(window, 'Thema', 'Mietrecht/Kündigung')
  await choose(window, 'Ergebnis', 'informiert')
  const note = `Gespräch Nummer ${round}: Kündigung der Wohnung besprochen, Widerspruchsfrist notiert.`
  await window.getByLabel('Notiz', { exact: true }).fill(note)
  await window.getByRole('button', { name: 'Beratung speichern' }).click()
  await window.getByText(note).first().waitFor()
}

/** To the contact that is open. */
async function writeLetter(window: Page, round: number): Promise<void> {
  await window.keyboard.press('F5')
  await window.getByLabel('Betreff', { exact: true }).fill(`Gemeinsame Sprechstunde ${round}`)
  await window.getByRole('textbox', { name: 'Text', exact: true }).click()
  await window.keyboard.type('ich schlage den vierten Dienstag im Monat als gemeinsamen Termin vor und bitte um Antwort.')
  await window.getByText(/^Gespeichert \d/).waitFor()
}

async function search(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+k')
  await window.getByLabel('Suchbegriff').fill(name)
  await window.locator('.mantine-Spotlight-action').filter({ hasText: name }).first().click()
  await window.getByRole('heading', { name }).first().waitFor()
}

async function plan(window: Page, round: number): Promise<void> {
  await window.getByRole('link', { name: /^Übersicht/ }).first().click()
  await expectOverview(window)
  await window.keyboard.press('F4')
  const dialog = window.getByRole('dialog', { name: 'Neue Aufgabe' })
  await dialog.getByLabel('Was ist zu tun?').fill(`Stühle zählen, zum ${round}. Mal`)
  await dialog.getByLabel('Wann?').fill('in 2 Wochen')
  await dialog.getByLabel('Was ist zu tun?').press('Enter')
  await dialog.waitFor({ state: 'hidden' })
}
