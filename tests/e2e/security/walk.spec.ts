import { expect, test } from '@playwright/test'
import { createOffice, lock, unlock } from '../support/steps.ts'
import { shareOffice } from '../support/shared-office.ts'

/**
 * Not an attack but the other side of the content security policy: every screen works under it. A violation, an error in
 * the console or an uncaught exception fails.
 */

const office = shareOffice()

test('no screen breaks the content security policy', async () => {
  const { window } = office()
  const complaints: string[] = []
  window.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()} (${message.location().url}:${message.location().lineNumber})`)
  })
  window.on('pageerror', (error) => complaints.push(`exception: ${error.stack}`))
  await window.reload()
  await createOffice(window)
  const links = window.getByRole('navigation', { name: 'Bereiche' }).getByRole('link')
  for (const link of await links.all()) {
    await link.click()
    await window.waitForTimeout(700)
  }
  await window.keyboard.press('Control+1')
  await window.keyboard.press('Control+k')
  await window.keyboard.press('Escape')
  await lock(window)
  await unlock(window)
  expect(complaints).toEqual([])
})
