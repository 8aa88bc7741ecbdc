import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launchEmptyOffice, launchLockedOffice } from './support/empty-office.ts'
import { expect, launchOffice, newFolders, test, type Folders } from './support/office.ts'
import { choose, expectOverview, lock, proveRecoveryKey, sampleOffice, tryToUnlock, unlock } from './support/steps.ts'
import { axeFindings } from './support/axe.ts'

/** An error screen: its heading, the three answers, and the way on. */
async function expectTrouble(window: Page, heading: string, happened: string | RegExp): Promise<void> {
  await expect(window.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
  await expect(window.getByText(happened)).toBeVisible()
  for (const question of ['Was ist passiert?', 'Was ist erhalten?', 'Was ist zu tun?']) {
    await expect(window.getByRole('heading', { name: question })).toBeVisible()
  }
  await expect(window.getByRole('button', { name: 'Erneut versuchen' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Anderen Ordner wählen' })).toBeVisible()
  expect(await axeFindings(window)).toEqual([])
}

async function retry(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Erneut versuchen' }).click()
}

async function lockedOffice() {
  const office = await launchLockedOffice()
  // A window that is still loading can't be loaded again.
  await expect(office.window.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible()
  return { ...office, path: (name: string) => join(office.folders.vault, name) }
}

test('damaged databases: each has its screen, keeps its bytes, and opens again once it is back', async () => {
  const { window, path } = await lockedOffice()
  const damages: [file: string, damage: (good: Buffer) => Buffer | null, happened: string][] = [
    ['office.db', () => Buffer.alloc(0), 'Die Datei „office.db“ ist leer (0 Bytes).'],
    ['counselling.db', () => null, 'Die Datei „counselling.db“ fehlt im Ordner des Tresors.'],
    ['office.db', () => Buffer.from('SQLite format 3\0 und so weiter'.padEnd(4096)), 'ist eine unverschlüsselte Datenbank'],
    ['office.db', (good) => flipped(good, good.length / 2 + 1000), 'ist eine Seite beschädigt'],
    ['counselling.db', (good) => flipped(good, 100), 'Die Datei „counselling.db“ lässt sich nicht lesen.'],
  ]
  for (const [file, damage, happened] of damages) {
    const good = readFileSync(path(file))
    const bad = damage(good)
    rmSync(path(file))
    if (bad) writeFileSync(path(file), bad)
    await tryToUnlock(window, {})
    await expectTrouble(window, 'Eine Datei des Tresors ist beschädigt', new RegExp(happened.replace(/[().]/g, '\\$&')))
    if (bad) expect(readFileSync(path(file)).equals(bad)).toBe(true)
    writeFileSync(path(file), good)
    await retry(window)
    await expect(window.getByRole('heading', { name: 'Büro entsperren' })).toBeVisible()
  }
  await unlock(window)
})

test('vault.json: its mirror serves; without both nothing is made anew', async () => {
  const { window, path } = await lockedOffice()
  const good = readFileSync(path('vault.json'))
  writeFileSync(path('vault.json'), flipped(good, 700))
  await window.reload()
  await expect(window.getByText(/Ihre Kopie wird verwendet/)).toBeVisible()
  await unlock(window)
  expect(readFileSync(path('vault.json')).equals(good)).toBe(true)
  await lock(window)

  for (const copy of ['vault.json', 'vault.json.mirror']) writeFileSync(path(copy), flipped(good, 700))
  await window.reload()
  await expectTrouble(window, 'Eine Datei des Tresors ist beschädigt', /„vault.json“ und ihre Kopie sind beschädigt/)
  for (const copy of ['vault.json', 'vault.json.mirror']) rmSync(path(copy))
  await retry(window)
  await expectTrouble(window, 'Eine Datei des Tresors ist beschädigt', /Es wurden keine neuen Schlüssel angelegt/)
  writeFileSync(path('vault.json'), good)
  await retry(window)
  await unlock(window)
})

test('a vault of a newer program opens nothing and writes nothing', async () => {
  const { window, path } = await lockedOffice()
  const { vault } = JSON.parse(readFileSync(path('vault.json'), 'utf8')) as { vault: object }
  const format = 1_000
  const checksum = createHash('sha256').update(`${format}\n${JSON.stringify(vault)}`).digest('hex')
  const newer = JSON.stringify({ format, checksum, vault })
  writeFileSync(path('vault.json'), newer)
  await window.reload()
  await expectTrouble(window, 'Dieser Tresor braucht eine neuere Programmversion', /mit einer neueren Version/)
  expect(readFileSync(path('vault.json'), 'utf8')).toBe(newer)
})

test('a vanished folder is no first run', async () => {
  // Only where the office was open before does the program know that there is one.
  const { window, folders } = await launchEmptyOffice()
  await lock(window)
  renameSync(folders.vault, `${folders.vault}-anderswo`)
  await window.reload()
  await expectTrouble(window, 'Der Ordner des Tresors ist nicht erreichbar', /verschoben, umbenannt oder sein Laufwerk/)
  renameSync(`${folders.vault}-anderswo`, folders.vault)
  await retry(window)
  await unlock(window)
})

test('a folder that can not be written to', async () => {
  // Nobody, not even root, can make a folder there.
  const { window } = await launchOffice({ vault: '/sys/integrationsbuero' })
  await fillIn(window)
  await expectTrouble(window, 'In den Ordner kann nicht geschrieben werden', /kann nicht geschrieben werden\.$/)
})

/** A device that is always full, in the place of a file. A link to it is no longer followed, and only root may make one. */
const full = (path: string): Buffer => execFileSync('mknod', [path, 'c', '1', '7'])

test('a full drive: no half office is left, and a change of people is refused whole', async () => {
  test.skip(process.getuid?.() !== 0, 'a device takes root; tests/reliability shows the same without')
  const folders: Folders = newFolders()
  const part = join(folders.vault, 'vault.json.part')
  mkdirSync(folders.vault)
  full(part)
  const { window } = await launchOffice({ folders })
  await fillIn(window)
  await expectTrouble(window, 'Das Laufwerk ist voll', /kein Speicherplatz mehr frei/)
  await retry(window)
  await expect(window.getByLabel('Name der Dienststelle')).toHaveValue(sampleOffice.officeName)
  await window.getByRole('button', { name: 'Büro anlegen', exact: true }).click()
  await proveRecoveryKey(window)
  await expectOverview(window)

  const before = readFileSync(join(folders.vault, 'vault.json'))
  full(part)
  await window.getByRole('link', { name: 'Einstellungen' }).click()
  await window.getByRole('link', { name: 'Personen und Zugänge' }).click()
  await window.getByRole('button', { name: 'Eigene Passphrase ändern' }).click()
  await window.getByLabel('Bisherige Passphrase').fill(sampleOffice.passphrase)
  await window.getByLabel('Neue Passphrase', { exact: true }).fill('gilt erst nach dem Speichern')
  await window.getByLabel('Neue Passphrase wiederholen').fill('gilt erst nach dem Speichern')
  await window.getByRole('button', { name: 'Speichern' }).click()
  await expect(window.getByText('Das Laufwerk ist voll.')).toBeVisible()
  expect(readFileSync(join(folders.vault, 'vault.json')).equals(before)).toBe(true)
  await window.getByRole('button', { name: 'Abbrechen' }).click()
  await lock(window)
  await unlock(window)
})

test('„Vorhandenes Büro öffnen“ finds an office in a folder, and says when there is none', async () => {
  const made = await launchLockedOffice()
  await made.close()
  const { app, window, folders } = await launchOffice()
  const choosing = (folder: string) =>
    app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, folder)
  const empty = join(folders.base, 'leer')
  mkdirSync(empty)
  await choosing(empty)
  await window.getByRole('button', { name: 'Vorhandenes Büro öffnen' }).click()
  await expectTrouble(window, 'In diesem Ordner liegt kein Büro', /Die Datei „vault.json“ fehlt/)
  await choosing(made.folders.vault)
  await window.getByRole('button', { name: 'Anderen Ordner wählen' }).click()
  await unlock(window)
  await expectOverview(window)
})

async function fillIn(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Neues Büro anlegen' }).click()
  await window.getByLabel('Name der Dienststelle').fill(sampleOffice.officeName)
  await choose(window, 'Bundesland', sampleOffice.land)
  await window.getByLabel('Ihr Name').fill(sampleOffice.personName)
  await window.getByLabel('Passphrase', { exact: true }).fill(sampleOffice.passphrase)
  await window.getByLabel('Passphrase wiederholen').fill(sampleOffice.passphrase)
  await window.getByRole('button', { name: 'Büro anlegen', exact: true }).click()
}

function flipped(good: Buffer, place: number): Buffer {
  const bad = Buffer.from(good)
  bad[place] = (bad[place] ?? 0) ^ 0x10
  return bad
}
