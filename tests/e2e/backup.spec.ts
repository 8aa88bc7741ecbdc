import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { resolveElectron } from '../../scripts/electron-runtime.mjs'
import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { environmentIn } from './support/launch.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { lock, sampleOffice, unlock } from './support/steps.ts'
import { isHeld } from '../support/lease.ts'

async function openBackups(window: Page): Promise<void> {
  await window.getByRole('contentinfo').getByRole('link').click()
  await expect(window.getByRole('heading', { name: 'Sicherungen', level: 2 })).toBeVisible()
}

test('the office backs itself up, says how old the last backup is, and brings an earlier state back and forth', async () => {
  const { app, window, folders, close } = await launchEmptyOffice()
  const backups = join(folders.vault, 'backups')
  const sets = (): string[] => readdirSync(backups).filter((name) => name.startsWith('sicherung-'))

  await test.step('by hand, from the status bar', async () => {
    await window.getByRole('link', { name: 'Achtung: Noch keine Sicherung' }).click()
    await expect(window.getByRole('heading', { name: 'Sicherungen', level: 2 })).toBeVisible()
    await expect(window.getByText('Es gibt noch keine Sicherung.')).toBeVisible()
    await window.getByRole('button', { name: 'Jetzt sichern' }).click()
    await expect(window.getByRole('contentinfo').getByRole('link', { name: /^Sicherung heute, \d\d:\d\d$/ })).toBeVisible({ timeout: 20_000 })
    expect(sets()).toHaveLength(1)
    const row = window.getByRole('table', { name: 'Vorhandene Sicherungen' }).getByRole('row').nth(1)
    await expect(row).toContainText('geöffnet und gelesen')
    await row.getByRole('button', { name: /prüfen$/ }).click()
    await expect(row).toContainText('unversehrt')
    await window.getByRole('button', { name: 'Jetzt proben' }).click()
    await expect(window.getByText(/Letzte Probe am .*: bestanden/)).toBeVisible({ timeout: 20_000 })
    await expectAccessibleInBothSchemes(window)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
    }, join(folders.base, 'Bescheinigung.pdf'))
    await window.getByRole('button', { name: 'Bescheinigung speichern' }).click()
    await expect.poll(() => existsSync(join(folders.base, 'Bescheinigung.pdf'))).toBe(true)
  })

  await test.step('after locking, of the closed files; unlocking does not wait for it', async () => {
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await window.getByRole('button', { name: 'Neuer Kontakt' }).first().click()
    await window.getByLabel('Name der Organisation').fill('Verein Erstes Wort')
    await window.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect(window.getByText('Verein Erstes Wort').first()).toBeVisible()
    await lock(window)
    await expect.poll(sets).toHaveLength(2)
    await unlock(window)
  })

  await test.step('an earlier state comes back: chosen, opened, compared, switched', async () => {
    await openBackups(window)
    await window.getByRole('button', { name: 'Früheren Stand wiederherstellen' }).click()
    const states = window.getByRole('table', { name: 'Stände zur Auswahl' }).getByRole('row')
    await expect(states).toHaveCount(3)
    await states.nth(2).getByRole('button', { name: /öffnen$/ }).click()
    await window.getByLabel('Passphrase von damals').fill('falsch falsch falsch')
    await window.getByRole('button', { name: 'Öffnen und vergleichen' }).click()
    await expect(window.getByRole('alert')).toContainText('Die Passphrase ist nicht richtig.')
    await window.getByLabel('Passphrase von damals').fill(sampleOffice.passphrase)
    await window.getByRole('button', { name: 'Öffnen und vergleichen' }).click()
    await expect(window.getByRole('row', { name: 'Kontakt 0 1 (+1)' })).toBeVisible({ timeout: 20_000 })
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: 'Auf diesen Stand umschalten' }).click()
    await unlock(window)
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await expect(window.getByText('Verein Erstes Wort')).toHaveCount(0)
    expect(readdirSync(folders.vault).filter((name) => name.startsWith('ersetzt-'))).toHaveLength(1)
  })

  await test.step('and is taken back from the lock screen, over damaged files', async () => {
    await lock(window)
    await expect.poll(() => isHeld(folders.vault)).toBe(false)
    for (const name of ['vault.json', 'vault.json.mirror']) writeFileSync(join(folders.vault, name), 'zerstört')
    await window.reload()
    await window.getByRole('button', { name: 'Aus einer Sicherung wiederherstellen' }).click()
    await window.getByRole('button', { name: /^Stand, der am .* öffnen$/ }).click()
    await window.getByLabel('Passphrase von damals').fill(sampleOffice.passphrase)
    await window.getByRole('button', { name: 'Öffnen und vergleichen' }).click()
    await expect(window.getByText('Der jetzige Stand ist nicht geöffnet')).toBeVisible({ timeout: 20_000 })
    await window.getByRole('button', { name: 'Auf diesen Stand umschalten' }).click()
    await unlock(window)
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await expect(window.getByText('Verein Erstes Wort').first()).toBeVisible()
  })

  await test.step('what a restoration has replaced is listed, and taken away for good once that is confirmed', async () => {
    await openBackups(window)
    const replaced = window.getByRole('table', { name: 'Ersetzte Stände' }).getByRole('row')
    await expect(replaced).toHaveCount(3)
    await expect(replaced.nth(1)).toContainText('Büro und Beratung')
    await replaced.nth(2).getByRole('button', { name: /endgültig entfernen$/ }).click()
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('dialog').getByRole('button', { name: 'Endgültig entfernen' }).click()
    await expect(replaced).toHaveCount(2)
    expect(readdirSync(folders.vault).filter((name) => name.startsWith('ersetzt-'))).toHaveLength(1)
    const newest = (): string => sets().sort().at(-1) ?? ''
    const before = newest()
    await window.keyboard.press('Control+Shift+S')
    await expect.poll(newest, { timeout: 20_000 }).not.toBe(before)
  })

  await test.step('at the end, without a window', async () => {
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await window.getByRole('button', { name: 'Neuer Kontakt' }).first().click()
    await window.getByLabel('Name der Organisation').fill('Verein Letztes Wort')
    await window.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect(window.getByText('Verein Letztes Wort').first()).toBeVisible()
    await close()
    expect(sets().length).toBeGreaterThan(2)
    expect(readdirSync(backups).filter((name) => name.startsWith('.'))).toEqual([])
    expect(isHeld(folders.vault)).toBe(false)
  })

  await test.step('commands run without a window and without a screen', async () => {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = environmentIn(folders)
    const electron = await resolveElectron()
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const run = (...args: string[]) => spawnSync(electron, [...sandbox, resolve(import.meta.dirname, '../..'), `--vault=${folders.vault}`, ...args], { env: environment, encoding: 'utf8' })
    const backedUp = run('--backup')
    expect([backedUp.status, backedUp.stdout]).toEqual([0, expect.stringMatching(/^Gesichert: .*sicherung-/)])
    expect(run('--restore-test').status).toBe(0)
    const [newest = ''] = sets().sort().reverse()
    expect(run('--verify', join(backups, newest))).toMatchObject({ status: 0, stdout: expect.stringContaining('unversehrt') as unknown as string })
    writeFileSync(join(backups, newest, 'office.db'), 'zerstört')
    expect(run('--verify')).toMatchObject({ status: 4, stdout: expect.stringContaining('„office.db“ ist beschädigt') as unknown as string })
    expect(run('--backup', join(folders.base, 'fehlt')).status).toBe(6)
  })
})
