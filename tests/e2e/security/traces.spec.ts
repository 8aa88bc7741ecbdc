import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { filesBelow, scanForPlainText } from '../support/plain-text.ts'
import { attack } from './attack.ts'
import { shareOffice } from '../support/shared-office.ts'

/**
 * Attacked: the disk outside the vault. What the page keeps, prints, throws or crashes with must leave no trace in the
 * profile, in the log or in a crash report.
 */

const office = shareOffice()
const secret = 'Kuba-Nowak-Aufenthaltserlaubnis'

test('what the page stores stays in memory', async () => {
  const { app, window, folders } = office()
  const stored = await attack(window, `
    localStorage.setItem('name', '${secret}')
    sessionStorage.setItem('name', '${secret}')
    document.cookie = 'name=${secret}'
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('${secret}', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('notes').put('${secret}', 1)
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = reject
    })
    database.close()
    const cache = await caches.open('${secret}').catch(() => null)
    await cache?.put('/x', new Response('${secret}')).catch(() => {})
    const root = await navigator.storage.getDirectory().catch(() => null)
    if (root) {
      const file = await (await root.getFileHandle('${secret}', { create: true })).createWritable()
      await file.write('${secret}')
      await file.close()
    }
    return localStorage.getItem('name')
  `)
  expect(stored).toBe(secret)
  await app.evaluate(async ({ session }) => {
    session.fromPartition('office').flushStorageData()
    await session.fromPartition('office').cookies.flushStore()
  })
  const { findings, files } = scanForPlainText([folders.base], [secret])
  expect(findings).toEqual([])
  expect(files).toBeGreaterThan(0)
})

test('the session of the page has no folder and no cache', async () => {
  const facts = await office().app.evaluate(async ({ session }) => {
    const used = session.fromPartition('office')
    return { persistent: used.isPersistent(), folder: used.getStoragePath(), cache: await used.getCacheSize() }
  })
  expect(facts).toMatchObject({ persistent: false, cache: 0 })
  expect(facts.folder ?? null).toBeNull()
})

test('what the page writes to its console or throws reaches neither the log nor the terminal', async () => {
  const { window, folders, output } = office()
  await attack(window, `
    console.log('${secret}'); console.error(new Error('${secret}')); console.warn('incident 0A1B2C: ${secret}')
    setTimeout(() => { throw new Error('${secret}') })
    Promise.reject(new Error('${secret}'))
    await new Promise((resolve) => setTimeout(resolve, 200))
  `)
  const logs = filesBelow(folders.base).filter((file) => file.endsWith('.log'))
  expect(logs.map((file) => readFileSync(file, 'utf8')).join('')).not.toContain(secret)
  expect(output.join('')).not.toContain(secret)
})

test('a call that the office process refuses leaves no word of it in the log', async () => {
  const { app, folders } = office()
  await app.evaluate(({ ipcMain, BrowserWindow }, name) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, value: unknown) => Promise<unknown>> })._invokeHandlers
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    return handlers.get('desktop:setIdleLock')!({ sender: webContents, senderFrame: webContents.mainFrame }, name).catch(() => {})
  }, secret)
  expect(scanForPlainText([folders.base], [secret]).findings).toEqual([])
})

test('nothing reports crashes: no reporter runs, no dump of memory is written', async () => {
  const { app, folders } = office()
  const reporter = await app.evaluate(({ crashReporter }) => {
    try {
      return { upload: crashReporter.getUploadToServer(), reports: crashReporter.getUploadedReports() }
    } catch {
      return null
    }
  })
  expect(reporter?.upload ?? false).toBe(false)
  expect(reporter?.reports ?? []).toEqual([])
  const processes = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ name, serviceName, type }) => `${type} ${name ?? ''} ${serviceName ?? ''}`))
  expect(processes.join('\n')).not.toMatch(/crashpad/i)

  const crashed = app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    return new Promise((resolve) => {
      webContents.once('render-process-gone', (_event, { reason }) => resolve(reason))
      webContents.forcefullyCrashRenderer()
    })
  })
  expect(['crashed', 'killed', 'abnormal-exit']).toContain(await crashed)
  expect(filesBelow(folders.base).filter((file) => /\.(dmp|core)$|core\.\d+$/.test(file))).toEqual([])
})

test('spelling is not checked, and no dictionary is fetched', async () => {
  const { app, folders } = office()
  expect(await app.evaluate(({ session }) => session.fromPartition('office').isSpellCheckerEnabled())).toBe(false)
  expect(existsSync(join(folders.home, '.config'))).toBe(true)
  expect(filesBelow(folders.base).filter((file) => file.endsWith('.bdic'))).toEqual([])
})
