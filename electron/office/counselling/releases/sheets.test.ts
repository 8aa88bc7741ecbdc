import { expect, it } from 'vitest'
import { releaseSheet, slipSheet } from '../../../../shared/counselling/releases/sheet.ts'
import { ownLanguage, suppliedLanguage, suppliedLanguages, textKeys, germanTexts } from '../../../../shared/counselling/releases/texts.ts'
import { findEntry } from '../../../../shared/counselling/catalogues.ts'
import { sheetAsDocx } from './sheet-docx.ts'
import { sheetPdf } from './sheet-pdf.ts'

const office = {
  officeName: 'Stadt Musterstadt', department: 'Integrationsbeauftragte', street: 'Marktplatz 1', postalCode: '01999', city: 'Musterstadt',
  phone: '030 23125-100', email: 'integration@musterstadt.example',
}
const release = {
  contactId: null, name: 'Caritas Musterstadt, Schuldnerberatung, Domplatz 4, 01999 Musterstadt', information: 'Name, Anschrift, Telefonnummer\nSchreiben des Stromversorgers vom 2. März',
  purpose: 'Regulierung der Stromschulden', until: '2026-09-30', mutual: true, language: 'ar',
}
const sheet = releaseSheet(release, office, { name: '', birthDate: '' })
const slip = slipSheet({
  contactId: null, name: 'Schuldnerberatung der Caritas', organisation: 'Caritas Musterstadt', topic: 'E13', quality: 'appointment', date: '2026-03-02',
  about: 'Sie haben Schulden beim Stromversorger. Dort hilft man Ihnen, in Raten zu zahlen.', bring: 'Ausweis, Briefe des Stromversorgers, Kontoauszüge der letzten drei Monate',
  appointment: 'Dienstag, 10. März 2026, 10:00 Uhr, bei Frau Berg', handOver: 'none', handedWhat: '', releaseId: null,
}, { address: 'Domplatz 4, 01999 Musterstadt', phone: '030 23125-200', email: 'schulden@caritas.example' }, office)

it('has every text in every supplied language, and languages of the catalogue only', () => {
  for (const language of suppliedLanguages) {
    expect(findEntry('languages', language), language).toBeDefined()
    expect(textKeys.filter((key) => !suppliedLanguage(language)?.texts[key].trim()), language).toEqual([])
  }
  expect(suppliedLanguage('ti')).toBeNull()
  expect(suppliedLanguage('prs')?.rightToLeft).toBe(true)
})

it('prints the form beside other languages on one page, and marks the other language', async () => {
  for (const code of [null, 'uk', 'tr', 'ar', 'prs']) {
    const language = code === null ? null : suppliedLanguage(code)
    const bytes = await sheetPdf(sheet, { title: 'Entbindung von der Schweigepflicht', language, supplied: true, points: 10.5 })
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.match(/\/Type \/Page\b/gu), String(code)).toHaveLength(1)
    expect(text).toContain('/S /H1')
    if (language) expect(text).toContain(`/Lang (${language.tag})`)
  }
})

it('prints the slip', async () => {
  for (const code of [null, 'uk', 'fa']) {
    const bytes = await sheetPdf(slip, { title: 'Zettel', language: code === null ? null : suppliedLanguage(code), supplied: true, points: 13 })
    expect(Buffer.from(bytes).toString('latin1').match(/\/Type \/Page\b/gu)).toHaveLength(1)
  }
})

it('refuses a PDF in a script that its fonts lack; Word takes it', async () => {
  const tigrinya = ownLanguage('ti', Object.fromEntries(textKeys.map((key) => [key, 'ምስጢር'])))
  const look = { title: 'Form', language: tigrinya, supplied: false, points: 10.5 }
  await expect(sheetPdf(sheet, look)).rejects.toMatchObject({ code: 'invalid', data: { detail: expect.stringContaining('Word-Datei') } })
  for (const language of [tigrinya, suppliedLanguage('ar'), null]) {
    const bytes = await sheetAsDocx(sheet, { ...look, language })
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK')
  }
})

it('leaves the second column empty where the office has written nothing yet', async () => {
  const language = ownLanguage('so', { releaseTitle: 'Oggolaansho' })
  expect([language.texts.limits, germanTexts.limits !== '']).toEqual(['', true])
  expect((await sheetPdf(sheet, { title: 'Form', language, supplied: false, points: 10.5 })).length).toBeGreaterThan(1000)
})
