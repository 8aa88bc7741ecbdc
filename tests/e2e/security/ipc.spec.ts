import { expect, test } from '@playwright/test'
import { attack } from './attack.ts'
import { shareOffice } from '../support/shared-office.ts'

/**
 * Attacked: the procedures of the main process (electron/main/desktop-procedures.ts). They are for the one page of the one
 * window; and from there too they take nothing but what they are meant for.
 */

const office = shareOffice()
const procedures = ['environment', 'lock', 'lockReady', 'activity', 'setIdleLock', 'chooseVaultFolder', 'chooseSaveTarget', 'chooseTargetFolder', 'chooseBackupPlace', 'chooseBackupFolder', 'forgetBackupPlace', 'prepareViewing', 'showViewing', 'wipeViewing', 'prepareEditing', 'showEditing', 'print', 'copyText', 'setColorScheme', 'policy', 'diagnose', 'saveDiagnosis', 'saveHandbook']

/** Opens another page with the same preload, as an attacker who got a window opened would have it, and calls everything. */
function callsFrom(url: string, partition: string): Promise<string[]> {
  return office().app.evaluate(
    async ({ app, BrowserWindow }, { url: address, partition: name, procedures: names }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { partition: name, preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true, contextIsolation: true },
      })
      await stranger.loadURL(address).catch(() => {})
      const calls = names.map((procedure) =>
        stranger.webContents.executeJavaScript(`desktop.${procedure}('create').then(() => 'answered', (error) => error.message)`),
      )
      const answers = await Promise.all(calls)
      stranger.destroy()
      return answers as string[]
    },
    { url, partition, procedures },
  )
}

for (const [who, url, partition] of [
  ['another window with our own page', 'app://integrationsbuero/index.html', 'office'],
  ['a window with no page', 'about:blank', 'office'],
  ['a window with a page of its own', 'data:text/html,<title>Integrationsbüro</title>', 'office'],
  ['a window of another session', 'data:text/html,x', 'other'],
] as const) {
  test(`nothing is answered to ${who}`, async () => {
    const answers = await callsFrom(url, partition)
    expect(answers).toHaveLength(procedures.length)
    for (const answer of answers) expect(answer).toContain('Call from an untrusted page was rejected.')
  })
}

test('nothing is answered to a frame, even one that shows our own page', async () => {
  const answer = await office().app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const [window] = BrowserWindow.getAllWindows()
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, value?: unknown) => Promise<unknown>> })._invokeHandlers
    const call = (senderFrame: object | null): Promise<unknown> =>
      handlers.get('desktop:environment')!({ sender: window!.webContents, senderFrame }).then(() => 'answered', (error: Error) => error.message)
    return [
      await call(window!.webContents.mainFrame),
      await call({ url: 'app://integrationsbuero/index.html' }),
      await call({ url: 'https://example.org/' }),
      await call(null),
    ]
  })
  expect(answer).toEqual(['answered', ...Array(3).fill('Call from an untrusted page was rejected.')])
})

test('while the window shows anything but our page, nothing is answered', async () => {
  const answer = await office().app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const [window] = BrowserWindow.getAllWindows()
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: object) => Promise<unknown>> })._invokeHandlers
    const { mainFrame } = window!.webContents
    const elsewhere = new Proxy(mainFrame, { get: (frame, name) => (name === 'url' ? 'https://example.org/index.html' : Reflect.get(frame, name)) })
    return handlers.get('desktop:environment')!({ sender: window!.webContents, senderFrame: elsewhere }).then(() => 'answered', (error: Error) => error.message)
  })
  expect(answer).toBe('Call from an untrusted page was rejected.')
})

test('there is no channel but the listed ones', async () => {
  const channels = await office().app.evaluate(({ ipcMain }) => [
    ...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
    ...ipcMain.eventNames().map(String).filter((name) => name !== 'error'),
  ])
  expect(channels.sort()).toEqual(procedures.map((name) => `desktop:${name}`).sort())
})

const malformed: [string, string][] = [
  ...['undefined', 'null', '""', '0', '61', '-1', 'NaN', 'Infinity', '"5"', '[]', '{}'].map((value): [string, string] => ['setIdleLock', value]),
  ...['undefined', '"red"', '"__proto__"', '["dark"]', '{}'].map((value): [string, string] => ['setColorScheme', value]),
  ...['undefined', '"delete"', '"/etc"', '{ purpose: "open" }'].map((value): [string, string] => ['chooseVaultFolder', value]),
  ...['undefined', '""', '7', 'new Uint8Array(5)', '"x".repeat(100001)', '{ toString: 1 }'].map((value): [string, string] => ['copyText', value]),
  ...[
    'undefined',
    '"letter.docx"',
    '{}',
    '{ name: "letter" }',
    '{ name: "letter", kind: "exe" }',
    '{ name: "letter", kind: "__proto__" }',
    '{ name: "", kind: "docx" }',
    '{ name: "x".repeat(200), kind: "docx" }',
    '{ name: "../letter.docx", kind: "docx" }',
    '{ name: "..\\\\letter.docx", kind: "docx" }',
    '{ name: "/etc/passwd", kind: "docx" }',
    '{ name: "C:\\\\Windows\\\\win.ini", kind: "docx" }',
    '{ name: "C:letter.docx", kind: "docx" }',
    '{ name: "letter.docx:stream", kind: "docx" }',
    '{ name: "\\\\\\\\server\\\\share\\\\letter.docx", kind: "docx" }',
    '{ name: "~/letter.docx", kind: "docx" }',
    '{ name: "..", kind: "docx" }',
    '{ name: ".bashrc", kind: "docx" }',
    '{ name: "a\\u0000b", kind: "docx" }',
    '{ name: "a\\nb", kind: "docx" }',
    '{ name: "a\\u202Excod.exe", kind: "docx" }',
    '{ name: "$HOME", kind: "docx" }',
    '{ name: "%APPDATA%", kind: "docx" }',
  ].map((value): [string, string] => ['chooseSaveTarget', value]),
  // A paper is shown as what it is, from the one folder that is wiped: no program, no name and no path of the page's choice.
  ...['undefined', '"exe"', '"pdf"', '"docx/../../x"', '["docx"]'].map((value): [string, string] => ['prepareEditing', value]),
  ...['undefined', '"exe"', '"desktop"', '"../docx"', '"docx/../../x"', '".docx"', '{ kind: "docx" }', '["docx"]'].map((value): [string, string] => ['prepareViewing', value]),
  ...['undefined', '"/etc/passwd"', '"file:///etc/passwd"', '"https://example.org/"', '"Unterlage-1.docx"', '{}', '[""]'].map((value): [string, string] => ['showViewing', value]),
]

test('malformed arguments are rejected before anything happens', async () => {
  const { app, window } = office()
  await app.evaluate(({ dialog }) => {
    const counted = globalThis as { dialogs?: number }
    counted.dialogs = 0
    const count = (answer: object) => async () => {
      counted.dialogs! += 1
      return answer as never
    }
    dialog.showOpenDialog = count({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = count({ canceled: true, filePath: '' })
  })
  for (const [procedure, value] of malformed) {
    expect(await attack(window, `return await desktop.${procedure}(${value})`), `${procedure}(${value})`).toMatch(/^refused/)
  }
  expect(await app.evaluate(() => (globalThis as { dialogs?: number }).dialogs)).toBe(0)
  // The same calls with arguments that are meant do get through, so the refusals above mean something.
  expect(await attack(window, "return await desktop.chooseSaveTarget({ name: 'Schreiben-2026-0001.docx', kind: 'docx' })")).toBeNull()
  expect(await attack(window, "return await desktop.chooseVaultFolder('open')")).toBeNull()
  expect(await app.evaluate(() => (globalThis as { dialogs?: number }).dialogs)).toBe(2)
})

test('nothing is opened in another program but what was prepared, and the page never hears where that lies', async () => {
  const { app, window } = office()
  await app.evaluate(({ shell }) => {
    const seen = globalThis as { opened?: string[] }
    seen.opened = []
    shell.openPath = async (path) => { seen.opened!.push(path); return '' }
  })
  expect(await attack(window, "return await desktop.showViewing('00000000-0000-4000-8000-000000000000')")).toEqual({ shown: false })
  const { grant } = (await attack(window, "return await desktop.prepareViewing('pdf')")) as { grant: string }
  expect(grant).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
  expect(await app.evaluate(() => (globalThis as { opened?: string[] }).opened)).toEqual([])
  expect(await attack(window, `return await desktop.showViewing('${grant}')`)).toEqual({ shown: true })
  expect(await app.evaluate(() => (globalThis as { opened?: string[] }).opened)).toEqual([expect.stringMatching(/integrationsbuero-ansicht-\d+-[^/\\]+[/\\]Unterlage-\d+\.pdf$/)])
})

test('a dialog gives the page a token and a name, never a path, and the token says nothing', async () => {
  const { app, window, folders } = office()
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath: `${folder}/Schreiben` })) as unknown as typeof dialog.showSaveDialog
  }, folders.temp)
  const target = (await attack(window, "return await desktop.chooseSaveTarget({ name: 'Schreiben.docx', kind: 'docx' })")) as Record<string, string>
  expect(target).toEqual({ grant: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/), name: 'Schreiben.docx' })
})

test('a refusal tells the page nothing about files and folders of the program', async () => {
  const message = await attack(office().window, "return await desktop.setIdleLock('x').catch((error) => error.message + error.stack)")
  expect(message).not.toContain(process.cwd())
  expect(message).not.toMatch(/\bout\/main\b|node:|electron\/js2c/)
})
