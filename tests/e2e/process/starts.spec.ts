import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { resolveElectron } from '../../../scripts/electron-runtime.mjs'
import { environmentIn, newFolders, type Folders, type RunningOffice } from '../support/launch.ts'
import { launchEmptyOffice } from '../support/empty-office.ts'
import { expect, launchOffice, test } from '../support/office.ts'
import { createOffice, expectOverview, unlock } from '../support/steps.ts'

/** How the application starts a second time, and how it ends. */

const project = resolve(import.meta.dirname, '../../..')

/** Starts the application once more, as a double click on its icon does, and waits for its end. */
async function startAgain(folders: Folders, switches: string[]): Promise<number> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(await resolveElectron(), [...sandbox, project, ...switches], { env: environmentIn(folders), stdio: 'ignore' })
  const [code] = (await once(second, 'exit')) as [number]
  return code
}

/** Hides the window, once it is there, so that coming to the front can be seen. */
async function hide({ app }: RunningOffice): Promise<void> {
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const seen = globalThis as { broughtToFront?: number }
    seen.broughtToFront = 0
    window!.hide()
    window!.on('show', () => {
      seen.broughtToFront = (seen.broughtToFront ?? 0) + 1
    })
  })
}

async function expectBroughtToFront({ app }: RunningOffice): Promise<void> {
  await expect.poll(() => app.evaluate(() => (globalThis as { broughtToFront?: number }).broughtToFront)).toBe(1)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))).toEqual([true])
}

/** Closes the window as a person does, and waits until the application is gone. */
async function closeWindow({ app }: RunningOffice): Promise<void> {
  const ended = once(app.process(), 'exit')
  // Nobody waits for the answer to this call: the application may be gone before it arrives.
  app.evaluate(({ BrowserWindow }) => void setTimeout(() => BrowserWindow.getAllWindows()[0]!.close(), 50)).catch(() => {})
  await ended
}

test('a second start on the same vault ends at once and brings the first window to the front', async () => {
  const office = await launchOffice()
  await hide(office)
  expect(await startAgain(office.folders, [`--vault=${office.folders.vault}`])).toBe(0)
  await expectBroughtToFront(office)
})

test('so does one that reaches the vault by another name', async () => {
  const office = await launchEmptyOffice()
  await hide(office)
  expect(await startAgain(office.folders, [`--vault=${office.folders.vault}/../vault/`])).toBe(0)
  await expectBroughtToFront(office)
})

test('a vault that was made after a start without any switch is found by the second start, too', async () => {
  const office = await launchOffice({ vault: false })
  await createOffice(office.window)
  await hide(office)
  expect(await startAgain(office.folders, [])).toBe(0)
  await expectBroughtToFront(office)
})

test('another vault gets a window of its own beside the first', async () => {
  const first = await launchOffice()
  await hide(first)
  const second = await launchOffice({ folders: first.folders, vault: join(first.folders.base, 'other') })
  await expect(second.window.getByRole('heading', { name: 'Willkommen im Integrationsbüro' })).toBeVisible()
  expect(await first.app.evaluate(() => (globalThis as { broughtToFront?: number }).broughtToFront)).toBe(0)
})

for (const [how, end] of [
  ['the window is closed', closeWindow],
  ['the application quits', (office: RunningOffice) => office.close()],
] as const) {
  test(`text that was typed just before ${how} is saved, and the databases are closed cleanly`, async () => {
    const office = await launchEmptyOffice()
    const { window, folders } = office
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await expect(window.getByRole('heading', { name: 'Kontakte', exact: true })).toBeVisible()
    await window.keyboard.press('Control+n')
    await window.getByLabel('Name der Organisation').fill('Verein in Gründung')
    await end(office)

    const files = readdirSync(folders.vault)
    expect(files).toContain('office.db')
    expect(files.filter((name) => /-(wal|shm|journal)$/.test(name) && statSync(join(folders.vault, name)).size > 0)).toEqual([])

    const again = await launchOffice({ folders })
    await unlock(again.window)
    await again.window.getByRole('link', { name: /^Kontakte/ }).click()
    await expect(again.window.getByRole('heading', { name: 'Kontakte', exact: true })).toBeVisible()
    await again.window.keyboard.press('Control+n')
    await expect(again.window.getByLabel('Name der Organisation')).toHaveValue('Verein in Gründung')
  })
}

/** Folder of the demo office that a window shows. */
async function demoFolder({ window }: RunningOffice): Promise<string> {
  const { vaultDisplay } = (await window.evaluate('desktop.environment()')) as { vaultDisplay: string }
  expect(basename(vaultDisplay)).toMatch(/^integrationsbuero-muster-/)
  expect(existsSync(vaultDisplay)).toBe(true)
  return vaultDisplay
}

test('the demo office goes with the application, whether it was a switch or a button', async () => {
  const folders = newFolders()
  const bySwitch = await launchOffice({ folders, demo: true })
  await expect(bySwitch.window.getByRole('heading').first()).toBeVisible()
  const first = await demoFolder(bySwitch)
  await closeWindow(bySwitch)
  expect(existsSync(first)).toBe(false)

  const byButton = await launchOffice({ folders })
  await byButton.window.getByRole('button', { name: 'Musterbüro ansehen' }).click()
  await expectOverview(byButton.window)
  const second = await demoFolder(byButton)
  await closeWindow(byButton)
  expect(existsSync(second)).toBe(false)
  expect(existsSync(join(folders.vault, 'vault.json'))).toBe(false)
})

test('a demo office that is ended by the system goes as well', async () => {
  const office = await launchOffice({ demo: true })
  await expect(office.window.getByRole('heading').first()).toBeVisible()
  const folder = await demoFolder(office)
  const child = office.app.process()
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  expect(existsSync(folder)).toBe(false)
})
