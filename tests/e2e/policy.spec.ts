import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { p, wordFile } from '../../electron/office/correspondence/templates/word-file.fixture.ts'
import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { copyDemo, demoPerson } from './support/demo.ts'
import { newFolders } from './support/launch.ts'
import { expect, launchOffice, test } from './support/office.ts'
import { expectOverview, unlock } from './support/steps.ts'
import { attack } from './security/attack.ts'

/**
 * A computer on which IT has settled much and mistyped one value. What is greyed is attacked as well, by code in the page: main's own
 * procedures here, the office process in electron/office/policy.test.ts.
 */
test('what IT has settled holds, is shown as such, and a mistyped value is told', async () => {
  const folders = newFolders()
  await copyDemo(folders.vault)
  const place = join(folders.base, 'freigabe')
  const templates = join(folders.base, 'vorlagen')
  for (const folder of [place, templates]) mkdirSync(folder)
  writeFileSync(join(templates, 'Kurzbrief Amt.docx'), wordFile(p('Sehr geehrte Damen und Herren')))
  const policies = join(folders.base, 'policies.json')
  writeFileSync(policies, JSON.stringify({
    VaultPath: folders.vault, BackupPath: place, BackupHour: 12, TemplateFolder: templates, AutoLockMinutes: 2, LockOnScreenLock: false, DisableExport: ['csv', 'xlsx', 'vcf', 'zip'], AuditKeepMonths: 6, DisableClipboard: true, BackupKeepDays: 'viele', Farbe: 'rot',
  }))
  // The person's own switch names another folder.
  const { app, window } = await launchOffice({ folders, vault: join(folders.base, 'eigener'), env: { INTEGRATIONSBUERO_POLICIES: policies } })
  const banner = window.getByRole('alert', { name: 'Vorgaben Ihrer IT' })

  await test.step('VaultPath: the lock screen is that of the settled folder, and says what is wrong with the policies', async () => {
    await expect(window.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible()
    await expect(banner).toContainText('BackupKeepDays muss eine ganze Zahl von 1 bis 366 sein. Solange gilt:')
    await expect(banner).toContainText('Bitte sagen Sie Ihrer IT Bescheid.')
    await expect(window.getByRole('button', { name: 'Anderes Büro öffnen' })).toHaveCount(0)
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('a diagnosis is shown whole before it is saved, on the locked office', async () => {
    await window.getByRole('button', { name: 'Diagnose für die IT' }).click()
    const shown = window.getByRole('region', { name: 'Text der Diagnose' })
    await expect(shown).toContainText('AutoLockMinutes')
    await expect(shown).not.toContainText('Muster')
    await expectAccessible(window)
    const target = join(folders.base, 'Diagnose.txt')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog
    }, target)
    await window.getByRole('button', { name: 'Speichern …' }).click()
    await expect(window.getByText('Gespeichert als „Diagnose.txt“.')).toBeVisible()
    expect(readFileSync(target, 'utf8')).toBe(await shown.evaluate((element) => element.textContent))
    await window.getByRole('button', { name: 'Schließen', exact: true }).last().click()
  })

  await unlock(window, demoPerson)
  await banner.getByRole('button', { name: 'Hinweis schließen' }).click()
  await expect(banner).toHaveCount(0)

  await test.step('settings show what holds, and can not be changed', async () => {
    await window.getByRole('link', { name: /^Einstellungen/ }).click()
    const sections = window.getByRole('navigation', { name: 'Bereiche der Einstellungen' })
    await sections.getByRole('link', { name: 'Sperren' }).click()
    const time = window.getByLabel('Büro sperren, wenn es nicht benutzt wird')
    await expect(time).toHaveValue('nach 2 Minuten')
    await expect(time).toBeDisabled()
    await expect(window.getByText('Beim Sperren von Windows bleibt das Büro offen: von Ihrer IT vorgegeben.')).toBeVisible()
    await sections.getByRole('link', { name: 'Sicherungen' }).click()
    await expect(window.getByText(place)).toBeVisible()
    await expect(window.getByRole('button', { name: 'Anderen Ort wählen' })).toBeDisabled()
    await expect(window.getByText(/die letzten 366 Tage/)).toBeVisible()
    await expect(window.getByText(/einmal am Tag ab 12 Uhr/)).toBeVisible()
    await sections.getByRole('link', { name: 'Protokoll' }).click()
    await expect(window.getByLabel('Einträge aufbewahren')).toHaveValue('6 Monate')
    await expect(window.getByLabel('Einträge aufbewahren')).toBeDisabled()
    await expect(window.getByRole('button', { name: 'Als CSV' })).toBeDisabled()
    await expect(window.getByRole('button', { name: 'Als PDF' })).toBeEnabled()
    await sections.getByRole('link', { name: 'Gesamtexport' }).click()
    await expect(window.getByRole('button', { name: 'Exportieren …' })).toBeDisabled()
    await expect(window.getByRole('button', { name: 'Exportieren …' })).toHaveAttribute('title', 'Dateien im Format .zip sind von Ihrer IT gesperrt.')
    await expect(window.getByRole('button', { name: 'Kopieren' })).toBeEnabled()
    await sections.getByRole('link', { name: 'Vorgaben Ihrer IT' }).click()
    const table = window.getByRole('table', { name: 'Vorgaben Ihrer IT' })
    await expect(table.getByRole('row', { name: /BackupKeepDays 366 strenger Ersatzwert/ })).toBeVisible()
    await expect(window.getByText('Unbekannter Schlüssel „Farbe“: Er bewirkt nichts.')).toBeVisible()
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('DisableExport: what is forbidden is greyed where lists go out', async () => {
    await window.getByRole('link', { name: /^Schreiben/ }).first().click()
    await window.getByRole('tab', { name: 'Register' }).click()
    await window.getByRole('button', { name: 'Ausgeben und einrichten' }).click()
    await expect(window.getByRole('menuitem', { name: /Excel-Datei … \(von Ihrer IT gesperrt\)/ })).toBeDisabled()
    await window.keyboard.press('Escape')
  })

  await test.step('TemplateFolder: what lies there is offered and taken into the vault', async () => {
    await window.getByRole('tab', { name: 'Vorlagen' }).click()
    const offered = window.getByRole('group', { name: 'Vorlagen Ihrer IT' })
    await expect(offered).toContainText('Kurzbrief Amt.docx')
    await expectAccessibleInBothSchemes(window)
    await offered.getByRole('button', { name: '„Kurzbrief Amt.docx“ übernehmen' }).click()
    await expect(offered).toContainText('Alle Vorlagen aus dem Ordner Ihrer IT sind übernommen.')
    await expect(window.getByRole('navigation', { name: 'Vorlagen' }).getByRole('button', { name: /^Kurzbrief Amt/ })).toBeVisible()
  })

  await test.step('attacks on what is greyed: main refuses', async () => {
    await app.evaluate(({ dialog, clipboard }) => {
      const asked = globalThis as { dialogs?: number }
      asked.dialogs = 0
      const count = (async () => ({ canceled: false, filePaths: ['/tmp'], filePath: `/tmp/x${asked.dialogs!++}` })) as never
      dialog.showOpenDialog = count
      dialog.showSaveDialog = count
      clipboard.writeText('von vorher')
    })
    for (const call of ["chooseVaultFolder('open')", "chooseVaultFolder('create')", 'chooseBackupPlace()', 'forgetBackupPlace()', "copyText('Name')", "chooseSaveTarget({ name: 'Liste', kind: 'csv' })"]) {
      expect(await attack(window, `return await desktop.${call}`), call).toMatch(/^refused/)
    }
    expect(await app.evaluate(() => (globalThis as { dialogs?: number }).dialogs)).toBe(0)
  })

  await test.step('DisableClipboard: nothing is copied by keys, by the menu, or by scripts', async () => {
    await window.keyboard.press('Control+a')
    await window.keyboard.press('Control+c')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.copy())
    expect(await attack(window, "return await navigator.clipboard.writeText('Name').then(() => 'written')")).not.toBe('written')
    await attack(window, "getSelection().selectAllChildren(document.body); document.execCommand('copy')")
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('von vorher')
  })

  await test.step('LockOnScreenLock and AutoLockMinutes: the settled time holds, whatever the page asks for', async () => {
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
    await expectStillOpen()
    expect(await attack(window, 'return await desktop.setIdleLock(60)')).toBeUndefined()
    await app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 2 * 60
    })
    await expect(window.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible({ timeout: 20_000 })
  })

  async function expectStillOpen(): Promise<void> {
    await window.getByRole('link', { name: /^Übersicht/ }).click()
    await expectOverview(window)
  }
})
