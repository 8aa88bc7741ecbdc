import { expect, test } from '@playwright/test'
import { createOffice, lock, unlock } from '../support/steps.ts'
import { shareOffice } from '../support/shared-office.ts'

/**
 * Not an attack but the other side of the content security policy: every screen works under it. A violation, an error or
 * a warning in the console or an uncaught exception fails.
 */

const office = shareOffice()

test('no screen breaks the content security policy', async () => {
  const { window } = office()
  const complaints: string[] = []
  window.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  window.on('pageerror', (error) => complaints.push(`exception: ${error.stack}`))
  // A library that tries something and takes a refusal silently shows here only.
  await window.addInitScript(`
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error('violation of', effectiveDirective, blockedURI, sourceFile, lineNumber))
  `)
  await window.reload()
  await createOffice(window)

  await test.step('every area', async () => {
    const links = window.getByRole('navigation', { name: 'Bereiche' }).getByRole('link')
    for (const link of await links.all()) {
      await link.click()
      await expect(link).toHaveAttribute('aria-current', 'page')
      await expect(window.locator('main')).not.toBeEmpty()
    }
  })
  await test.step('every section of the settings', async () => {
    await window.getByRole('link', { name: /^Einstellungen/ }).click()
    const sections = window.locator('main nav').getByRole('link')
    await expect(sections).not.toHaveCount(0)
    for (const section of await sections.all()) await section.click()
  })
  await test.step('a contact with selects, tags, tabs and import', async () => {
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await window.getByRole('button', { name: 'Importieren', exact: true }).click()
    await expect(window.getByRole('heading', { name: 'Importieren' })).toBeVisible()
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await window.keyboard.press('Control+n')
    await window.getByLabel('Name der Organisation').fill('Jobcenter')
    await window.getByRole('textbox', { name: 'Art', exact: true }).or(window.getByRole('combobox', { name: 'Art', exact: true })).first().click()
    await window.keyboard.press('Escape')
    await window.getByRole('button', { name: 'Speichern' }).click()
    await expect(window.getByRole('article', { name: 'Jobcenter' })).toBeVisible()
    for (const tab of await window.getByRole('article', { name: 'Jobcenter' }).getByRole('tab').all()) await tab.click()
  })
  await test.step('a letter in the editor, with pasted markup', async () => {
    await window.getByRole('article', { name: 'Jobcenter' }).getByRole('button', { name: /^Schreiben/ }).click()
    const text = window.getByRole('textbox', { name: 'Text', exact: true })
    await text.click()
    await window.keyboard.type('Guten Tag ')
    await window.keyboard.press('Control+b')
    await window.keyboard.type('Herr Muster')
    await text.evaluate((editor) => {
      const data = new (globalThis as unknown as { DataTransfer: new () => { setData(type: string, text: string): void } }).DataTransfer()
      data.setData('text/html', '<p onclick="stolen=1">aus <b>Word</b><script>stolen=1</script><img src=x onerror="stolen=1"></p>')
      const { ClipboardEvent: Paste } = globalThis as unknown as { ClipboardEvent: new (type: string, init: object) => Event }
      editor.dispatchEvent(new Paste('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect(text).toContainText('aus Word')
    expect(await text.innerHTML()).not.toMatch(/style=|onclick|script|<img/)
    await expect(window.getByText(/^Gespeichert \d/)).toBeVisible()
  })
  await test.step('a consultation, dialogs and the palette', async () => {
    await window.keyboard.press('F3')
    await window.getByLabel('Schnelleintrag', { exact: true }).fill('tel 20 Wohnne jobcenter')
    await expect(window.getByText('„Wohnne“ nicht erkannt')).toBeVisible()
    await window.getByRole('button', { name: 'Ausführlich eintragen' }).click()
    await expect(window.getByRole('region', { name: 'Anonyme Beratung' })).toBeVisible()
    await window.getByRole('link', { name: /^Beratung/ }).click()
    await window.keyboard.press('Control+k')
    await expect(window.getByPlaceholder('Suchen oder Befehl eingeben')).not.toHaveCount(0)
    await window.keyboard.press('Escape')
  })
  await test.step('lock screen and back', async () => {
    await lock(window)
    await window.getByText('Passphrase vergessen').click()
    await window.reload()
    await unlock(window)
  })
  expect(complaints).toEqual([])
  expect(await window.evaluate('typeof stolen')).toBe('undefined')
})
