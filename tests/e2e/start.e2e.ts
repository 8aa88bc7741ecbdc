import { expect, launchOffice, test } from './support/office.ts'

test('the first start shows the welcome screen in a folder without a vault', async () => {
  const { window } = await launchOffice()
  await expect(window.getByRole('heading', { name: 'Willkommen im Integrationsbüro' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Neues Büro anlegen' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Vorhandenes Büro öffnen' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Musterbüro ansehen' })).toBeVisible()
})
