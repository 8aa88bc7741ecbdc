import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import JSZip from 'jszip'
import { expectAccessible } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, launchOffice, test, type RunningOffice } from './support/office.ts'
import { scanForPlainText } from './support/plain-text.ts'
import { lock, tryToUnlock } from './support/steps.ts'

/** Stands in for the system, which would start Word: says where the copy lies. */
async function fakeEditor({ app }: RunningOffice): Promise<() => Promise<string>> {
  await app.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      (globalThis as { opened?: string }).opened = path
      return ''
    }
  })
  return () => app.evaluate(() => (globalThis as { opened?: string }).opened ?? '')
}

async function edited(path: string, words: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(readFileSync(path))
  const document = await zip.file('word/document.xml')!.async('string')
  zip.file('word/document.xml', document.replace('</w:body>', `<w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body>`))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** Folders that hold what other programs show or edit. */
const left = ({ folders }: RunningOffice): string[] => readdirSync(folders.temp).filter((name) => name.startsWith('integrationsbuero-'))

async function begin(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'In Word bearbeiten' }).click()
  const item = window.getByRole('menuitem', { name: /^Mit der letzten Fassung/ })
  const banner = window.getByRole('region', { name: 'In Word geöffnet' })
  await expect(item.or(banner)).toBeVisible()
  if (await item.isVisible()) await item.click()
  await expect(banner).toBeVisible()
}

async function backInto(window: Page): Promise<void> {
  await tryToUnlock(window, {})
  await window.getByRole('link', { name: /^Schreiben/ }).click()
  await window.getByRole('row', { name: /Netzwerk/ }).click()
}

test('a letter is edited in Word and comes back; nothing stays outside after lock, crash and end', async () => {
  const office = await launchEmptyOffice()
  const { window } = office
  const opened = await fakeEditor(office)
  const banner = window.getByRole('region', { name: 'In Word geöffnet' })

  await test.step('each saved state becomes a version, as Word and as LibreOffice save', async () => {
    await window.getByRole('link', { name: /^Schreiben/ }).click()
    await window.getByRole('button', { name: 'Neues Schreiben' }).click()
    await window.getByLabel('Betreff', { exact: true }).fill('Netzwerk Zirbelkiefer am Quarzweg')
    await begin(window)
    await expect(banner).toContainText('Noch nichts zurückgenommen')
    const path = await opened()
    expect(path).toMatch(/integrationsbuero-bearbeitung-\d+-[0-9a-f-]{36}[/\\]Dokument\.docx$/)
    if (process.platform !== 'win32') expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
    writeFileSync(join(dirname(path), '~$kument.docx'), 'Asta')
    const next = await edited(path, 'Von Word')
    writeFileSync(join(dirname(path), '~WRD0001.tmp'), next)
    renameSync(path, join(dirname(path), '~WRL0002.tmp'))
    renameSync(join(dirname(path), '~WRD0001.tmp'), path)
    await expect(banner).toContainText('Zuletzt zurückgenommen')
    for (const scheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme: scheme })
      await expectAccessible(window)
    }
    const whole = await edited(path, 'Von LibreOffice')
    writeFileSync(path, whole.subarray(0, whole.length / 2))
    await expect(banner).toContainText('noch nicht lesen')
    writeFileSync(path, whole)
    await window.getByText('Verlauf', { exact: true }).click()
    await expect(window.getByText('Fassung 2')).toBeVisible()
    await expectAccessible(window)
    await banner.getByRole('button', { name: 'Bearbeitung beenden' }).click()
    await expect(banner).toContainText('in Word noch geöffnet')
    await banner.getByRole('button', { name: 'Trotzdem beenden' }).click()
    await expect(banner).toBeHidden()
    expect(left(office)).toEqual([])
  })

  await test.step('locking takes the last state first and leaves nothing', async () => {
    await begin(window)
    writeFileSync(await opened(), await edited(await opened(), 'Kurz vor dem Sperren'))
    await lock(window)
    expect(left(office)).toEqual([])
    await backInto(window)
    await window.getByText('Verlauf', { exact: true }).click()
    await expect(window.getByText('Fassung 3')).toBeVisible()
  })

  await begin(window)
  const path = await opened()
  const ended = once(office.app.process(), 'exit')
  office.app.process().kill('SIGKILL')
  await ended
  await test.step('a kill leaves nothing readable but the copy that Word has open', async () => {
    expect(readFileSync(path).length).toBeGreaterThan(0)
    const { findings, files } = scanForPlainText([office.folders.base], ['Zirbelkiefer am Quarzweg', 'Kurz vor dem Sperren'])
    expect(findings).toEqual([])
    expect(files).toBeGreaterThan(5)
    expect(left(office)).toEqual([basename(dirname(path))])
  })
  writeFileSync(path, await edited(path, 'Nach dem Absturz'))
  const again = await launchOffice({ folders: office.folders })

  await test.step('after a crash the saved state waits for whoever unlocks; the end of the application leaves nothing', async () => {
    const opening = await fakeEditor(again)
    expect(existsSync(path)).toBe(true)
    await backInto(again.window)
    await again.window.getByText('Verlauf', { exact: true }).click()
    await expect(again.window.getByText('Fassung 4')).toBeVisible()
    await expect.poll(() => left(again)).toEqual([])
    await begin(again.window)
    expect(existsSync(await opening())).toBe(true)
    await again.close()
    expect(left(again)).toEqual([])
  })
})
