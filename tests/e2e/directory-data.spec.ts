import { expectAccessible, expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { choose } from './support/steps.ts'

test('hierarchy, names, purposes, agreements, contact history and the protected note of a contact', async () => {
  const { window } = await launchEmptyOffice()
  await window.getByRole('link', { name: /^Kontakte/ }).click()
  const organisation = async (name: string, superior: string | null): Promise<void> => {
    await window.keyboard.press('Control+n')
    await window.getByLabel('Name der Organisation').fill(name)
    if (superior !== null) {
      await window.getByText('Zugehörigkeit und Zuständigkeit').click()
      await window.getByRole('combobox', { name: 'Übergeordnete Organisation' }).fill(superior.slice(0, 6))
      await window.getByRole('option', { name: superior }).click()
      await window.getByLabel('Gemeindeschlüssel (AGS)').fill('12071')
      await expect(window.getByText('Kreis in Brandenburg')).toBeVisible()
    }
    await window.getByRole('button', { name: 'Speichern' }).click()
    await expect(window.getByRole('article', { name })).toBeVisible()
  }

  await test.step('organisations stand below others; a circle is refused with the reason', async () => {
    await organisation('Diakonie Musterland', null)
    await organisation('Kreisverband Nord', 'Diakonie Musterland')
    const record = window.getByRole('article', { name: 'Kreisverband Nord' })
    await record.getByRole('navigation', { name: 'Übergeordnete Organisationen' }).getByRole('button').click()
    const above = window.getByRole('article', { name: 'Diakonie Musterland' })
    await expect(above.getByRole('button', { name: 'Kreisverband Nord' })).toBeVisible()
    await above.getByRole('button', { name: 'Bearbeiten' }).click()
    await above.getByText('Zugehörigkeit und Zuständigkeit').click()
    await above.getByRole('combobox', { name: 'Übergeordnete Organisation' }).fill('kreisv')
    await window.getByRole('option', { name: 'Kreisverband Nord' }).click()
    await expect(above.getByText(/^Das wäre ein Kreis/).first()).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await above.getByRole('button', { name: 'Auswahl leeren' }).first().click()
    await expect(above.getByText(/^Das wäre ein Kreis/)).toHaveCount(0)
  })

  await test.step('a name outside the character set is pointed out and kept', async () => {
    await window.keyboard.press('Control+n')
    await window.getByText('Person', { exact: true }).click()
    await window.getByLabel('Familienname', { exact: true }).fill('Ẹ̀kọ́')
    await expect(window.getByText(/^Nicht im Zeichensatz für Namen/)).toBeVisible()
    await window.getByText('Name in anderer Form, Anrede im Brief').click()
    await window.getByLabel('Anrede im Brief').fill('Liebe Kollegin Ẹ̀kọ́')
    await window.getByRole('button', { name: 'Telefon', exact: true }).click()
    await window.getByRole('textbox', { name: 'Telefon', exact: true }).fill('4,93556E+11')
    await expect(window.getByText(/von Excel verkürzte Zahl/)).toBeVisible()
    await expectAccessible(window)
    await window.getByRole('button', { name: 'Speichern' }).click()
  })

  const record = window.getByRole('article', { name: 'Ẹ̀kọ́' })
  await test.step('a consent that is revoked is said at the top, and comes back by undo', async () => {
    await record.getByRole('button', { name: 'Zweck', exact: true }).click()
    await choose(window, 'Zweck', 'Newsletter und Rundschreiben')
    await choose(window, 'Rechtsgrundlage', 'Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)')
    await window.getByLabel('Nachweis').fill('Anmeldebogen')
    await expectAccessibleInBothSchemes(window)
    await window.keyboard.press('Enter')
    await expect(record.getByText(/^Einwilligung vom \d\d/)).toBeVisible()
    await record.getByRole('button', { name: /^Einwilligung heute widerrufen/ }).click()
    await expect(record.getByRole('list', { name: 'Zu beachten' })).toContainText('Newsletter und Rundschreiben: Einwilligung widerrufen')
    await window.keyboard.press('Control+z')
    await expect(record.getByRole('list', { name: 'Zu beachten' })).toHaveCount(0)
  })

  await test.step('an agreement wants a title and shows its term', async () => {
    await record.getByRole('button', { name: 'Vereinbarung', exact: true }).click()
    await window.keyboard.press('Enter')
    await expect(record.getByText('Bitte eine Bezeichnung eintragen.')).toBeVisible()
    await window.getByLabel('Bezeichnung').fill('Raumnutzung')
    await window.keyboard.press('Enter')
    await expect(record.getByRole('region', { name: 'Vereinbarungen' }).getByText('läuft')).toBeVisible()
  })

  await test.step('a call is noted with a few keys and says when they spoke last; a letter takes the chosen salutation', async () => {
    await record.getByRole('button', { name: 'Gespräch eintragen' }).click()
    await window.keyboard.type('Rückruf zugesagt')
    await window.keyboard.press('Control+Enter')
    await expect(record.getByText(/^Zuletzt gesprochen am .* \(Telefonat\)/)).toBeVisible()
    await expectAccessible(window)
    await window.keyboard.press('F5')
    await expect(window.getByLabel('Anrede', { exact: true })).toHaveValue('Liebe Kollegin Ẹ̀kọ́,')
    await window.getByLabel('Betreff').fill('Einladung zum Fest')
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await window.getByRole('row', { name: /Ẹ̀kọ́/ }).click()
    await record.getByRole('tab', { name: 'Gespräche' }).click()
    await record.getByRole('button', { name: 'Einladung zum Fest' }).click()
    await expect(window.getByLabel('Betreff')).toHaveValue('Einladung zum Fest')
  })

  await test.step('the Leitung keeps a note to itself, which the global search finds', async () => {
    await window.getByRole('link', { name: /^Kontakte/ }).click()
    await window.getByRole('row', { name: /Ẹ̀kọ́/ }).click()
    await record.getByRole('button', { name: 'Notiz schreiben' }).click()
    await window.keyboard.type('Nur mündlich')
    await expect(record.getByRole('region', { name: 'Geschützte Notiz' }).getByText(/^Gespeichert/)).toBeVisible()
    await expectAccessible(window)
    await window.keyboard.press('Control+k')
    await expect(window.getByRole('textbox', { name: 'Suchbegriff' })).toBeFocused()
    await window.keyboard.type('mündlich')
    await expect(window.getByText('Geschützte Notiz zu einem Kontakt')).toBeVisible()
    await window.keyboard.press('Enter')
    await expect(record.getByRole('textbox', { name: 'Geschützte Notiz' })).toHaveValue('Nur mündlich')
  })
})
