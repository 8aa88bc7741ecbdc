import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../../tests/support/session.ts'
import { papersOn, type PaperVariant } from '../../../../../shared/counselling/incidents/papers/catalogue.ts'
import type { WantedPaper } from '../../../../../shared/counselling/incidents/papers/contract.ts'
import { emptyIncident } from '../../../../../shared/counselling/incidents/model.ts'
import { FileGrants } from '../../../file-grants.ts'
import type { CounsellingDesk } from '../../../session.ts'
import { accessOfCase } from '../../access/service.ts'
import { papersOfCase, pieceOfPaper } from '../../attachments/service.ts'
import { createCase } from '../../cases/service.ts'
import { courseOfCase } from '../../course/service.ts'
import { openIdentity, saveIdentity } from '../../identity/service.ts'
import { createRelease, signRelease } from '../../releases/service.ts'
import { createIncident } from '../service.ts'
import { createPaper, preparePaper, savePaper } from './service.ts'

const today = '2026-03-12'
let test: TestSession
let desk: CounsellingDesk
let caseId: string
let incidentId: string
const wanted = (paper: string, variant: PaperVariant, rest: Partial<WantedPaper> = {}): WantedPaper => ({
  incidentId, caseId, paper, variant, opening: null, recipient: ['Musterbau GmbH', 'Ringstraße 1', '03046 Cottbus'], salutation: '', replyBy: '2026-03-26', writtenOn: today, released: true, ...rest,
})

beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
  caseId = (await createCase(desk, { alias: 'Linde', kind: 'person', language: null, note: '' }, '2026-03-01')).id
  incidentId = (await createIncident(desk, {
    ...emptyIncident('2026-03-10', 'BB'), occurredOn: '2026-03-02', rejectionOn: '2026-03-05', lifeArea: 'work-access', summary: 'Absage <wegen> Kopftuchs', municipality: 'Musterstadt',
    characteristics: [{ code: 'racist-muslim', ascribed: false }], forms: ['direct'], laws: ['agg-work'],
  }, { caseId, consultationId: null })).id
})
afterEach(() => test.dispose())

async function openName(fields: { addressProtected?: boolean } = {}): Promise<string> {
  const { opening, version, fields: empty } = await openIdentity(desk, caseId, 'Schriftstück')
  await saveIdentity(desk, { caseId, opening, version, fields: { ...empty, familyName: 'Ćwiklińska', givenNames: 'Thảo', street: 'Am Markt 3', postalCode: '03046', place: 'Cottbus', birthDate: '1988-03', ...fields } })
  return opening
}
async function contentOf(id: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let position = 0, last = false; !last; position++) {
    const piece = await pieceOfPaper(desk, id, position)
    pieces.push(Buffer.from(piece.content, 'base64'))
    last = piece.last
  }
  return Buffer.concat(pieces)
}
async function textOf(bytes: Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = await Promise.all(Object.keys(zip.files).filter((name) => /^(?:word\/(?:document|header\d*|footer\d*)|docProps\/core)\.xml$/u.test(name)).map((name) => zip.file(name)?.async('string')))
  return parts.join('\n').replaceAll(/<\/w:p>/gu, '\n').replaceAll(/<[^>]+>/gu, '')
}

describe('a draft', () => {
  it('of every paper in every variant comes into the papers of the case, readable and without a blank where something is missing', async () => {
    const opening = await openName()
    for (const [code, variant] of papersOn(today).flatMap((paper) => paper.variants.map((each) => [paper.code, each] as const))) {
      const { id, name } = await createPaper(desk, test.session.office, wanted(code, variant, { opening }), today)
      expect((await papersOfCase(desk, caseId))[0]).toMatchObject({ id, kind: 'docx', name })
      const text = await textOf(await contentOf(id))
      expect(text, name).not.toMatch(/undefined|\bnull\b|NaN|\{\{|[\uE000\uE001]|\[object/u)
      expect(text, name).toContain('01.03.2026')
      const { fields } = await preparePaper(desk, wanted(code, variant), today)
      if (variant === 'client') expect(text, name).toContain('Thảo Ćwiklińska')
      if (variant === 'blank') expect(text, name).not.toContain('Kopftuchs')
      else if (fields.some(({ key }) => key === 'description')) expect(text, name).toContain('Absage &lt;wegen&gt; Kopftuchs')
      expect((await courseOfCase(desk, caseId)).map(({ title }) => title)).toContain(`Unterlage „${name}“ abgelegt`)
    }
  })

  it('names what is missing before, marks it in the text, and says until when it must arrive', async () => {
    const { fields, deadline } = await preparePaper(desk, wanted('claim-work', 'client', { recipient: [] }), today)
    expect(fields.filter(({ value, needed }) => needed && value === '').map(({ key }) => key)).toEqual(['recipient', 'client', 'clientAddress', 'evidence'])
    expect(deadline).toMatchObject({ dueOn: '2026-05-05', over: false })
    const { id } = await createPaper(desk, test.session.office, wanted('claim-work', 'client', { recipient: [] }), today)
    const bytes = await contentOf(id)
    const text = await textOf(bytes)
    for (const part of [
      'Muss zugehen bis', '05.05.2026', '§ 15 Abs. 4 AGG', '[Bitte ergänzen: Vor- und Familienname]', '[Bitte ergänzen: Arbeitgeber (Firma, Anschrift)]', '[Bitte ergänzen: Belege und Indizien]',
      'Diese Seite nicht mitsenden',
    ]) expect(text).toContain(part)
    expect(await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')).toContain('w:highlight w:val="yellow"')
  })

  it('bears nothing of the office when the client signs', async () => {
    const { id } = await createPaper(desk, test.session.office, wanted('claim-civil', 'client', { opening: await openName() }), today)
    const text = await textOf(await contentOf(id))
    expect(text).not.toContain('V-2026-001')
    expect(text).not.toContain('Testleitung')
    expect(text).not.toContain('Integrationsbüro')
  })

  it('needs a release where the office tells somebody outside', async () => {
    expect(await preparePaper(desk, wanted('statement-request', 'office'), today)).toMatchObject({ needsRelease: true, releases: [] })
    const fields = { contactId: null, name: 'Musterbau GmbH', information: 'Hergang', purpose: 'Stellungnahme', until: '2999-12-31', mutual: false, language: null }
    const release = await createRelease(desk, caseId, fields)
    await signRelease(desk, release.id, release.version, { on: today, way: 'paper', note: '' })
    expect((await preparePaper(desk, wanted('statement-request', 'office'), today)).releases).toEqual(['Musterbau GmbH, bis 31.12.2999: Hergang'])
    await expect(createPaper(desk, test.session.office, wanted('statement-request', 'office', { released: false }), today)).rejects.toMatchObject({ code: 'invalid', data: { fields: { released: expect.any(String) } } })
    expect(await papersOfCase(desk, caseId)).toEqual([])
  })

  it('has name and address only when the card was opened, each opening logged, and never a protected address', async () => {
    await expect(preparePaper(desk, wanted('claim-work', 'client', { opening: 'erfunden' }), today)).rejects.toMatchObject({ code: 'forbidden' })
    const opening = await openName({ addressProtected: true })
    const { fields, warnings } = await preparePaper(desk, wanted('claim-work', 'client', { opening }), today)
    expect(fields.find(({ key }) => key === 'client')?.value).toBe('Thảo Ćwiklińska')
    expect(fields.find(({ key }) => key === 'clientAddress')?.value).toBe('')
    expect(warnings).toEqual([expect.stringContaining('Auskunftssperre')])
    expect((await accessOfCase(desk, caseId)).log?.map(({ reason }) => reason)).toEqual(['Schriftstück'])
  })

  it('goes to the granted file for an incident without a case, and to no case that isn’t of the incident', async () => {
    const foreign = (await createCase(desk, { alias: 'Ahorn', kind: 'person', language: null, note: '' })).id
    await expect(createPaper(desk, test.session.office, wanted('memory', 'filled', { caseId: foreign }), today)).rejects.toMatchObject({ code: 'invalid' })
    await expect(createPaper(desk, test.session.office, wanted('memory', 'filled', { caseId: null }), today)).rejects.toMatchObject({ code: 'invalid' })
    const grants = new FileGrants()
    const path = join(test.vault.folder, 'aussen.docx')
    grants.allow('t', path, 'write')
    await savePaper(desk, test.session.office, grants, { ...wanted('memory', 'blank', { caseId: null }), grant: 't' }, today)
    expect(await textOf(readFileSync(path))).toContain('Gedächtnisprotokoll')
  })

  it('is closed to a deputy like its case', async () => {
    desk = (await test.reopen('vertretung')).counselling as CounsellingDesk
    await expect(preparePaper(desk, wanted('memory', 'filled'), today)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createPaper(desk, test.session.office, wanted('memory', 'filled'), today)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
