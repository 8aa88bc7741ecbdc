import { expect, test, type Page } from '@playwright/test'
import { createOffice, expectOverview, unlock } from '../support/steps.ts'
import { shareOffice } from '../support/shared-office.ts'
import { emitPowerEvent, expectEnded, officePid, pretendIdle } from './processes.ts'

/** Every way to lock the office: it must end the office process, because key material leaves memory only with it. */

const office = shareOffice({}, async ({ app, window }) => {
  await pretendIdle(app, 1)
  await createOffice(window)
})

const lockScreen = (window: Page) => window.getByRole('heading', { name: 'Büro entsperren' })
const warning = (window: Page) => window.getByRole('alertdialog', { name: 'Das Büro wird gleich gesperrt' })

/** Locks and shows that the process of before is gone, another one is there, and nothing of the page was kept. */
async function expectLockBy(action: () => Promise<unknown>): Promise<void> {
  const { app, window } = office()
  const before = await officePid(app)
  expect(before).not.toBeNull()
  await window.evaluate("globalThis.leftOver = 'Kuba Nowak'")
  await action()
  await expect(lockScreen(window)).toBeVisible({ timeout: 20_000 })
  await expectEnded(before!)
  expect(await window.evaluate('globalThis.leftOver')).toBeUndefined()
  await expect.poll(() => officePid(app)).not.toBeNull()
  expect(await officePid(app)).not.toBe(before)
  await unlock(window)
}

test('by Strg+L', () => expectLockBy(() => office().window.keyboard.press('Control+l')))

test('by the button', () => expectLockBy(() => office().window.getByRole('button', { name: 'Büro sperren' }).click()))

test('by the menu', () =>
  expectLockBy(() =>
    office().app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()!.items.flatMap((item) => item.submenu?.items ?? [])
      items.find((item) => item.label === 'Büro sperren')!.click()
    }),
  ))

for (const event of ['suspend', 'lock-screen', 'shutdown'] as const) {
  test(`by the system: ${event}`, () => expectLockBy(() => emitPowerEvent(office().app, event)))
}

test('by itself after ten minutes without use', async () => {
  await expectLockBy(() => pretendIdle(office().app, 600))
  await pretendIdle(office().app, 1)
})

test('a minute before, it warns; „Weiterarbeiten“ takes that back and keeps the office open', async () => {
  const { app, window } = office()
  await pretendIdle(app, 545)
  await expect(warning(window)).toBeVisible()
  await expect(warning(window)).toContainText(/In \d+ Sekunden/)
  const before = await officePid(app)
  await pretendIdle(app, 1)
  await window.getByRole('button', { name: 'Weiterarbeiten' }).click()
  await expect(warning(window)).toBeHidden()
  await expectOverview(window)
  expect(await officePid(app)).toBe(before)
})

test('the warning goes by itself when somebody uses the machine again', async () => {
  const { app, window } = office()
  await pretendIdle(app, 545)
  await expect(warning(window)).toBeVisible()
  await pretendIdle(app, 2)
  await expect(warning(window)).toBeHidden()
  await expectOverview(window)
})

test('two orders to lock at once lock once', async () => {
  await expectLockBy(() => Promise.all([office().window.keyboard.press('Control+l'), emitPowerEvent(office().app, 'lock-screen'), emitPowerEvent(office().app, 'suspend')]))
})

test('what the program copied is taken off the clipboard, what somebody copied since is not', async () => {
  const { app, window } = office()
  const copy = (text: string): Promise<unknown> => window.evaluate(`desktop.copyText('${text}')`)
  const read = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())
  await copy('DE02 1203 0000 0000 2020 51')
  expect(await read()).toBe('DE02 1203 0000 0000 2020 51')
  await expectLockBy(() => window.keyboard.press('Control+l'))
  expect(await read()).toBe('')

  await copy('DE02 1203 0000 0000 2020 51')
  await app.evaluate(({ clipboard }) => clipboard.writeText('an address out of another program'))
  await expectLockBy(() => window.keyboard.press('Control+l'))
  expect(await read()).toBe('an address out of another program')
})

test('locking an office that is locked changes nothing', async () => {
  const { app, window } = office()
  await window.keyboard.press('Control+l')
  await expect(lockScreen(window)).toBeVisible()
  const before = await officePid(app)
  await window.evaluate("globalThis.stillHere = true")
  await emitPowerEvent(app, 'suspend')
  await window.keyboard.press('Control+l')
  await window.evaluate('desktop.lock()')
  expect(await window.evaluate('globalThis.stillHere')).toBe(true)
  expect(await officePid(app)).toBe(before)
})
