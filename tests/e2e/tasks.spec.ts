import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { addAssistant, choose } from './support/steps.ts'

test('F4 enters a task in plain words, the keyboard checks it off, several are postponed at once', async () => {
  const { window } = await launchEmptyOffice()
  await addAssistant(window, { name: 'Asta Ablage', passphrase: 'Drei rote Tassen tanzen' })
  const dialog = window.getByRole('dialog', { name: 'Neue Aufgabe' })
  const list = window.getByRole('grid', { name: 'Aufgaben' })

  await test.step('what was understood, and why the day moves, stands there before Enter saves', async () => {
    await window.getByRole('link', { name: /^Aufgaben/ }).click()
    await window.keyboard.press('F4')
    await dialog.getByLabel('Was ist zu tun?').fill('Zelte bestellen')
    const when = dialog.getByLabel('Wann?')
    await when.fill('bald')
    await window.keyboard.press('Enter')
    await expect(dialog.getByText('Bitte den Tag als')).toBeVisible()
    await when.fill('vor der Beiratssitzung')
    await expect(dialog.getByText('Kein kommender Termin heißt „Beiratssitzung“.')).toBeVisible()
    await when.fill('1.5.2027')
    await expect(dialog.getByText('Fällig am Fr 30.04.2027, weil am Sa 01.05.2027 niemand arbeitet (Tag der Arbeit)')).toBeVisible()
    await choose(window, 'Für', 'Asta Ablage (Assistenz)')
    await choose(window, 'Wiederholung', 'jährlich am 1.5.')
    await expectAccessibleInBothSchemes(window)
    await dialog.getByLabel('Was ist zu tun?').press('Enter')
    await expect(dialog).toBeHidden()
    await expect(window.getByText('Nichts zu tun.')).toBeVisible()
    await window.getByText('Delegiert', { exact: true }).click()
    await expect(list).toContainText('Zelte bestellen')
  })

  await test.step('on a contact the task is about the contact and stands there', async () => {
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    // Strg+N belongs to the tasks until the contacts are there.
    await expect(window.getByRole('heading', { name: 'Kontakte', level: 1 })).toBeVisible()
    await window.keyboard.press('Control+n')
    await window.getByLabel('Name der Organisation').fill('Jugendhaus Mitte')
    await window.keyboard.press('Control+s')
    await expect(window.getByRole('heading', { name: 'Jugendhaus Mitte', level: 2 })).toBeVisible()
    await window.keyboard.press('F4')
    const about = window.getByRole('dialog', { name: 'Wiedervorlage oder Aufgabe' })
    await expect(about.getByText('Zu: Jugendhaus Mitte')).toBeVisible()
    await expect(about.getByLabel('Wann?')).toBeFocused()
    await window.keyboard.type('4.5.2027')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('region', { name: 'Aufgaben dazu' })).toContainText('04.05.2027')
  })

  await test.step('Space checks off with a way back; marked ones are postponed together', async () => {
    await window.getByRole('link', { name: /^Aufgaben/ }).click()
    await window.getByText('Alle offenen', { exact: true }).click()
    await expect(list.getByRole('row')).toHaveCount(3)
    await list.getByRole('row', { name: /Wiedervorlage/ }).click()
    await expect(window.getByRole('region', { name: 'Aufgabe', exact: true })).toContainText('Fällig am Di 04.05.2027')
    await expectAccessibleInBothSchemes(window)
    await list.focus()
    await window.keyboard.press('Space')
    await expect(list.getByRole('row')).toHaveCount(2)
    await window.getByRole('alert').filter({ hasText: 'erledigt' }).getByRole('button', { name: 'Rückgängig' }).click()
    await expect(list.getByRole('row')).toHaveCount(3)
    await list.focus()
    await window.keyboard.press('Control+a')
    await window.getByRole('group', { name: 'Gewählte Aufgaben' }).getByRole('button', { name: 'Verschieben …' }).click()
    await window.getByRole('dialog', { name: '2 Aufgaben verschieben' }).getByLabel('Auf wann?').fill('10.5.2027')
    await window.keyboard.press('Enter')
    await expect(window.getByText('2 Aufgaben: verschoben auf Mo 10.05.2027.')).toBeVisible()
  })

  await test.step('in counselling F4 enters a deadline and no task of the office', async () => {
    await window.getByRole('link', { name: /^Beratung/ }).click()
    await window.keyboard.press('F4')
    await expect(window.getByRole('dialog', { name: 'Frist eintragen' }).getByLabel('Datum', { exact: true })).toBeVisible()
  })
})
