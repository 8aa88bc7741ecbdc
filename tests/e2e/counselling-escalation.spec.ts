import { expectAccessibleInBothSchemes } from './support/axe.ts'
import { launchEmptyOffice } from './support/empty-office.ts'
import { expect, test } from './support/office.ts'
import { openCounsellingTab } from './support/steps.ts'

test('a situation is logged, corrected without losing the former wording, and asks for a look tomorrow', async () => {
  const { window } = await launchEmptyOffice()

  await test.step('a log begins with its first entry', async () => {
    await window.getByRole('link', { name: /^Beratung/ }).click()
    await openCounsellingTab(window, 'Vorfälle')
    await window.getByRole('radiogroup', { name: 'Ansicht' }).getByText('Lagen').click()
    await window.getByRole('button', { name: 'Neue Lage' }).first().click()
    await window.getByLabel('Bezeichnung').fill('Streit um die Unterkunft')
    await window.getByRole('button', { name: 'Anlegen' }).click()
    await expect(window.getByText('Bitte angeben, was geschehen ist.')).toBeVisible()
    await window.getByLabel('Was', { exact: true }).fill('Etwa 40 Personen vor dem Tor')
    await window.getByLabel('Uhrzeit').fill('930')
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: 'Anlegen' }).click()
    await expect(window.getByRole('heading', { name: 'Streit um die Unterkunft' })).toBeVisible()
    await expect(window.getByRole('list', { name: /^Chronologie/ })).toContainText('09:30')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('a correction keeps the former wording', async () => {
    await window.getByRole('button', { name: /^Eintrag vom .* ändern$/ }).click()
    await window.getByRole('menuitem', { name: 'Berichtigen …' }).click()
    await window.getByLabel('Was', { exact: true }).fill('Etwa 15 Personen vor dem Tor')
    await window.getByLabel('Grund der Berichtigung').fill('laut Polizei')
    await window.getByRole('button', { name: 'Berichtigen', exact: true }).click()
    await expect(window.getByText('Etwa 15 Personen vor dem Tor')).toBeVisible()
    await window.getByRole('button', { name: 'Frühere Fassung' }).click()
    await expect(window.getByRole('list', { name: /^Frühere Fassungen/ })).toContainText('Etwa 40 Personen vor dem Tor')
    await expectAccessibleInBothSchemes(window)
  })

  await test.step('the note says before what it lacks', async () => {
    await window.getByRole('button', { name: 'Lagevermerk …' }).click()
    await expect(window.getByText(/Anlass, Bewertung, Ort/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await window.getByRole('button', { name: 'Abbrechen' }).click()
  })

  await test.step('tomorrow somebody looks after it', async () => {
    await window.getByRole('tab', { name: 'Fristen', exact: true }).click()
    await expect(window.getByRole('button', { name: /Lage L-\d{4}-001: nachfassen/ }).first()).toBeVisible()
  })

  await test.step('a paper of an incident says what it lacks, and lies with the papers of the case', async () => {
    await window.getByRole('tab', { name: 'Ratsuchende', exact: true }).click()
    await window.getByRole('button', { name: 'Neue ratsuchende Person' }).first().click()
    await window.getByLabel('Alias').fill('Linde')
    await window.getByRole('button', { name: 'Anlegen' }).click()
    await window.getByRole('tab', { name: 'Weiteres' }).click()
    await window.getByRole('button', { name: 'Vorfall aufnehmen' }).click()
    await window.getByRole('button', { name: 'Schriftstück …' }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Schriftstück' }).fill('Stellungnahme')
    await window.getByRole('option', { name: 'Bitte um Stellungnahme' }).click()
    await expect(dialog.getByText(/Angaben fehlen\. Sie stehen im Entwurf als markierte Lücken\.$/)).toBeVisible()
    await expectAccessibleInBothSchemes(window)
    await dialog.getByRole('button', { name: 'Entwurf zu den Unterlagen' }).click()
    await expect(dialog.getByText(/Bitte zuerst prüfen, ob Einwilligung und Entbindung/)).toBeVisible()
    await dialog.getByLabel(/^Einwilligung und Entbindung/).check()
    await dialog.getByRole('button', { name: 'Name und Anschrift einsetzen' }).click()
    await expect(dialog.getByText(/das Öffnen ist vermerkt/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Entwurf zu den Unterlagen' }).click()
    await expect(window.getByText('Der Entwurf liegt bei den Unterlagen des Falls.')).toBeVisible()
    await window.getByRole('tab', { name: 'Ratsuchende', exact: true }).click()
    await window.getByRole('row', { name: /Linde/ }).click()
    await expect(window.getByRole('list', { name: /^Verlauf/ })).toContainText('Unterlage „Bitte um Stellungnahme')
    await window.getByRole('tab', { name: 'Unterlagen' }).click()
    await expect(window.getByRole('list', { name: /^Unterlagen/ })).toContainText('Bitte um Stellungnahme, Entwurf auf Briefkopf des Büros')
  })
})
