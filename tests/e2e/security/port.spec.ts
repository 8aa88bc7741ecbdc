import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { shareOffice } from '../support/shared-office.ts'
import { createOffice, lock, unlock } from '../support/steps.ts'
import { attack } from './attack.ts'

/**
 * Attacked: the office process, by code in the page that has got hold of the page's own connection. It may do what the
 * person may do, but it gets no file that the person didn't choose, and nothing at all from a locked office.
 */

const office = shareOffice({}, ({ window }) => createOffice(window).then(() => {}))

/** Finds the page's client of the office process among what its scripts share with each other. */
const steal = `
  const scripts = [...document.querySelectorAll('script[src], link[rel=modulepreload]')].map((element) => element.src || element.href)
  for (const script of scripts) {
    for (const value of Object.values(await import(script))) {
      const status = typeof value === 'function' && value.vault?.status
      const answer = status ? await Promise.race([status(), new Promise((resolve) => setTimeout(resolve, 300))]).catch(() => null) : null
      if (answer?.state) globalThis.office = value
    }
  }
`

/** Code of the error that a call ended with, or what it answered. */
const asCode = (call: string): string => `return await ${call}.catch((error) => error.code)`

test.beforeEach(async () => {
  await attack(office().window, steal)
  expect(await attack(office().window, 'return (await office.vault.status()).state')).toBe('unlocked')
})

test('a file is written with a token of the dialog only, and with each token once', async () => {
  const { app, window, folders } = office()
  const target = join(folders.temp, 'Schreiben.docx')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog
  }, target)
  const id = (await attack(window, 'return (await office.correspondence.create({ recipientId: null })).id')) as string
  const save = (grant: string): string => asCode(`office.correspondence.saveDocx({ id: '${id}', grant: ${grant} }).then(() => 'written')`)

  for (const grant of [`'${target}'`, "'00000000-0000-4000-8000-000000000000'", "'../../x'", "'__proto__'", 'crypto.randomUUID()']) {
    expect(await attack(window, save(grant)), grant).toBe('forbidden')
  }
  expect(await attack(window, save('null'))).toBe('invalid')
  expect(existsSync(target)).toBe(false)

  const chosen = (await attack(window, "return (await desktop.chooseSaveTarget({ name: 'Schreiben.docx', kind: 'docx' })).grant")) as string
  expect(await attack(window, save(`'${chosen}'`))).toBe('written')
  expect(await attack(window, save(`'${chosen}'`))).toBe('forbidden')
  expect(readdirSync(folders.temp).filter((name) => name.endsWith('.docx'))).toEqual(['Schreiben.docx'])
})

test('a token does not outlive the lock', async () => {
  const { app, window, folders } = office()
  const target = join(folders.temp, 'later.docx')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog
  }, target)
  const grant = (await attack(window, "return (await desktop.chooseSaveTarget({ name: 'later.docx', kind: 'docx' })).grant")) as string
  const id = (await attack(window, 'return (await office.correspondence.create({ recipientId: null })).id')) as string
  await lock(window)
  await unlock(window)
  await attack(window, steal)
  expect(await attack(window, asCode(`office.correspondence.saveDocx({ id: '${id}', grant: '${grant}' })`))).toBe('forbidden')
  expect(existsSync(target)).toBe(false)
})

test('an error tells neither stack nor SQL nor path', async () => {
  const { window, folders } = office()
  const calls = [
    "office.directory.get({ id: \"' OR 1=1 --\" })",
    "office.search.find({ query: '\"' })",
    "office.directory.list({ query: '\" OR * NEAR(' })",
    'office.correspondence.get({ id: 7 })',
    'office.nothing.there()',
    'office.vault.unlock({ personId: "x", passphrase: "y" })',
  ]
  for (const call of calls) {
    const told = JSON.stringify(await attack(window, `return await ${call}.catch((error) => JSON.stringify({ ...error, message: error.message }))`))
    expect(told, call).not.toMatch(/SELECT|FROM|sqlite|at \w+ \(|\.js:\d+|node:/i)
    expect(told, call).not.toContain(folders.base)
  }
})

test('a locked office answers nothing about what it keeps', async () => {
  const { window } = office()
  await lock(window)
  await attack(window, steal)
  const calls = [
    "office.search.find({ query: 'a' })",
    'office.directory.list({})',
    'office.counselling.cases.list({})',
    'office.correspondence.list({})',
    'office.settings.letterhead.get()',
    "office.records.history({ side: 'counselling', type: 'case', id: 'x' })",
    'office.records.undoLast()',
    'office.counselling.consultations.list({})',
    "office.drafts.load({ side: 'office', form: 'contact:new' })",
    'office.records.trash()',
    'office.vault.people.list()',
    'office.vault.draftRecoveryKey()',
  ]
  for (const call of calls) expect(await attack(window, asCode(call)), call).toBe('locked')
  await unlock(window)
})
