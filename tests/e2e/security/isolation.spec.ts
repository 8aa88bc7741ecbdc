import { expect, test } from '@playwright/test'
import { attack } from './attack.ts'
import { shareOffice } from '../support/shared-office.ts'

/**
 * Attacked: the wall between the page and everything else on the machine (electron/main/window.ts, electron/preload). Code
 * in the page looks for Node, for Electron and for a way through the one object that the preload puts there.
 */

const office = shareOffice()

test('the window has a sandbox, context isolation and no Node, and so would workers and frames', async () => {
  const preferences = await office().app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => (webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()),
  )
  expect(preferences).toHaveLength(1)
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  for (const off of ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'allowRunningInsecureContent', 'experimentalFeatures']) {
    expect((preferences[0] as Record<string, unknown>)[off] ?? false, off).toBe(false)
  }
})

test('nothing of Node or Electron can be reached from the page', async () => {
  const names = ['require', 'process', 'Buffer', 'module', 'exports', 'global', '__dirname', 'setImmediate', 'electron', 'ipcRenderer']
  const found = await attack(office().window, `return ${JSON.stringify(names)}.filter((name) => name in globalThis)`)
  expect(found).toEqual([])
  expect(await attack(office().window, "await import('node:fs')")).toMatch(/^refused/)
  expect(await attack(office().window, "await import('electron')")).toMatch(/^refused/)
})

test('the preload brings one object with the listed procedures and nothing more', async () => {
  const { window } = office()
  expect(await attack(window, 'return Object.keys(desktop).sort()')).toEqual(
    [
      'activity',
      'chooseBackupFolder',
      'chooseBackupPlace',
      'chooseSaveTarget',
      'chooseTargetFolder',
      'chooseVaultFolder',
      'copyText',
      'diagnose',
      'environment',
      'forgetBackupPlace',
      'lock',
      'lockReady',
      'on',
      'policy',
      'prepareEditing',
      'prepareViewing',
      'print',
      'saveDiagnosis',
      'saveHandbook',
      'setColorScheme',
      'setIdleLock',
      'showEditing',
      'showViewing',
      'wipeViewing',
    ],
  )
  expect(await attack(window, 'return Reflect.ownKeys(desktop).filter((key) => typeof desktop[key] !== "function")')).toEqual([])
})

test('the bridge can not be replaced, so that no other code gets what the page says to it', async () => {
  const { window } = office()
  expect(await attack(window, "'use strict'; desktop.copyText = () => {}")).toBe('refused: TypeError')
  expect(await attack(window, "'use strict'; window.desktop = {}")).toBe('refused: TypeError')
  expect(await attack(window, "'use strict'; delete window.desktop")).toBe('refused: TypeError')
})

test('poisoned prototypes of the page do not reach the preload', async () => {
  const { window } = office()
  const stolen = await attack(window, `
    const stolen = []
    const { call, apply } = Function.prototype
    const spy = (name, real) => function (...args) {
      // The page's own code, which goes on meanwhile, doesn't count.
      if (!new Error().stack.includes('app://')) stolen[stolen.length] = name
      return Reflect.apply(real, this, args)
    }
    const trapped = ['invoke', 'send', 'sender', 'senderFrame', 'ports', 'channel']
    for (const name of trapped) {
      Object.defineProperty(Object.prototype, name, { get: () => void (stolen[stolen.length] = name), set: () => {}, configurable: true })
    }
    Function.prototype.call = spy('call', call)
    Function.prototype.apply = spy('apply', apply)
    const facts = await desktop.environment()
    const end = desktop.on(() => {})
    end()
    Object.assign(Function.prototype, { call, apply })
    for (const name of trapped) delete Object.prototype[name]
    return { stolen, version: facts.version, constructor: desktop.environment.constructor === Function }
  `)
  // Function here is the page's own: going up from the bridge leads into the page and not into the preload.
  expect(stolen).toMatchObject({ stolen: [], constructor: true, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
})

test('a code of the page, made through the bridge, is still the code of the page', async () => {
  expect(await attack(office().window, "return desktop.on.constructor('return typeof require + typeof process')()")).toBe('refused: EvalError')
})

test("the window's title never says what the page has in it", async () => {
  const { app, window } = office()
  await attack(window, "document.title = 'Kuba Nowak, Aufenthalt'; history.pushState({}, 'Kuba Nowak', '#/x')")
  await window.waitForTimeout(200)
  const titles = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((shown) => shown.getTitle()))
  expect(titles).toEqual(['Integrationsbüro'])
})

test('the page does not find out where the vault lies beyond what it shows, and no user name or host', async () => {
  const facts = (await attack(office().window, 'return await desktop.environment()')) as object
  expect(Object.keys(facts).sort()).toEqual(['colorScheme', 'vaultDisplay', 'version'])
})

test('no key opens the developer tools or reloads into them', async () => {
  const { app, window } = office()
  for (const keys of ['Control+Shift+I', 'F12', 'Control+Shift+J', 'Control+Shift+C', 'Control+Alt+I']) await window.keyboard.press(keys)
  const menus = await app.evaluate(({ BrowserWindow, Menu, webContents }) => ({
    open: webContents.getAllWebContents().some((contents) => contents.isDevToolsOpened()) || BrowserWindow.getAllWindows().length !== 1,
    roles: (Menu.getApplicationMenu()?.items ?? []).flatMap((item) => item.submenu?.items ?? []).map((item) => item.role),
  }))
  expect(menus.open).toBe(false)
  expect(menus.roles).not.toContain('toggledevtools')
})
