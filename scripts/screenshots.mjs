#!/usr/bin/env node
// `npm run screenshots`: takes the README's pictures of the demo office into docs/screenshots. Needs a built application
// and a display (`xvfb-run -a npm run screenshots` without one).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { _electron } from '@playwright/test'
import { resolveElectron } from './electron-runtime.mjs'
import { isRoot, root, say } from './lib/project.mjs'

const target = path.join(root, 'docs', 'screenshots')
const home = mkdtempSync(path.join(tmpdir(), 'ib-shots-'))
mkdirSync(target, { recursive: true })

const app = await _electron.launch({
  executablePath: await resolveElectron(),
  args: [...(isRoot() ? ['--no-sandbox'] : []), '-r', path.join(root, 'tests/e2e/support/attach-first.cjs'), root, '--demo'],
  env: { ...process.env, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config'), TZ: 'Europe/Berlin' },
})
const window = await app.firstWindow()
await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900))

/** @param {string} name */
async function shoot(name) {
  // Charts and notices move in; a still picture is taken after that.
  await window.waitForTimeout(1200)
  await window.screenshot({ path: path.join(target, `${name}.png`) })
  say(`${name}.png`)
}

await window.getByRole('heading', { name: 'Übersicht', level: 1 }).waitFor()
await shoot('overview')
await window.keyboard.press('Control+2')
await window.getByRole('row', { name: /Caritasverband Musterstadt/ }).click()
await shoot('contacts')
await window.keyboard.press('Control+3')
await window.getByRole('row', { name: /Linde/ }).click()
await shoot('counselling')
await window.keyboard.press('Control+4')
// The list is longer than the window: what is not drawn has no row to click on.
await window.getByLabel('Schreiben suchen').fill('Stellungnahme zum Entwurf')
await window.getByRole('row', { name: /Stellungnahme zum Entwurf/ }).first().click()
await shoot('letter')
await window.keyboard.press('Control+l')
await window.getByRole('heading', { name: 'Büro entsperren' }).waitFor()
await shoot('lock')
await app.close()
rmSync(home, { recursive: true, force: true })
