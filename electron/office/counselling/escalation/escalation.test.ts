import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestSession, type TestSession } from '../../../../tests/support/session.ts'
import type { EntryFields, EscalationFields } from '../../../../shared/counselling/escalation/model.ts'
import { createContact } from '../../directory/service.ts'
import { contactInputSchema } from '../../../../shared/directory/model.ts'
import { FileGrants } from '../../file-grants.ts'
import { readTrash, restore, undo } from '../../records/service.ts'
import { find } from '../../search/service.ts'
import { createCase } from '../cases/service.ts'
import { incidentRecordType } from '../incidents/record-type.ts'
import { createIncident, removeIncident } from '../incidents/service.ts'
import { emptyIncident } from '../../../../shared/counselling/incidents/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { saveEscalation } from './outputs.ts'
import {
  addEntry, closeEscalation, correctEntry, createEscalation, findEscalations, getEscalation, linkIncident, removeEscalation, saveContact, unlinkIncident, updateEscalation,
  withdrawEntry,
} from './service.ts'

const fields: EscalationFields = {
  title: 'Streit um die Unterkunft am Bahnhof', kind: 'accommodation', municipality: 'Musterstadt', place: 'Bahnhofstraße', occasion: 'Ankündigung der Belegung',
  assessment: 'Die Stimmung kippt <&> rasch.', openPoints: '- Beleuchtung\n- Streife', distribution: 'Landrat\nOrdnungsamt',
}
const entry: EntryFields = {
  on: '2026-03-02', at: '18:30', kind: 'event', certainty: 'reported', text: 'Etwa 40 Personen vor dem Tor', source: 'security', sourceNote: 'Schichtleiter',
  who: '', contactId: null, level: 'watch',
}
const now = new Date(2026, 2, 10, 9, 0)

let test: TestSession
let desk: CounsellingDesk
let id: string
beforeEach(async () => {
  test = await openTestSession()
  desk = test.session.counselling as CounsellingDesk
  id = (await createEscalation(desk, fields, entry, now)).id
})
afterEach(() => test.dispose())

describe('the log of a situation', () => {
  it('begins with its first entry, has a number of its year, and stands in the order of what happened', async () => {
    await addEntry(desk, id, { ...entry, on: '2026-03-01', at: '', text: 'Gerücht im Netz', level: null }, now)
    await addEntry(desk, id, { ...entry, on: '2026-03-03', at: '07:05', kind: 'informed', who: 'Polizeirevier', text: 'Lage geschildert', level: 'tense' }, now)
    const log = await getEscalation(desk, id)
    expect(log).toMatchObject({ number: 'L-2026-001', beganOn: '2026-03-01', level: 'tense' })
    expect(log.entries.map(({ text }) => text)).toEqual(['Gerücht im Netz', 'Etwa 40 Personen vor dem Tor', 'Lage geschildert'])
    expect(await findEscalations(desk)).toMatchObject([{ id, level: 'tense', lastOn: '2026-03-03', lastAt: '07:05', entryCount: 3 }])
    expect((await createEscalation(desk, fields, entry, now)).number).toBe('L-2026-002')
  })

  it('refuses what is ahead, and an information that nobody got', async () => {
    await expect(addEntry(desk, id, { ...entry, on: '2026-03-11' }, now)).rejects.toMatchObject({ code: 'invalid', data: { fields: { on: 'Der Tag liegt in der Zukunft.' } } })
    await expect(addEntry(desk, id, { ...entry, kind: 'informed' }, now)).rejects.toMatchObject({ data: { fields: { who: expect.any(String) } } })
    await expect(addEntry(desk, id, { ...entry, text: ' ' }, now)).rejects.toMatchObject({ data: { fields: { text: expect.any(String) } } })
    expect((await getEscalation(desk, id)).entries).toHaveLength(1)
  })

  it('keeps every former wording of a corrected entry, and refuses a correction of a wording that no longer stands', async () => {
    const [first] = (await getEscalation(desk, id)).entries
    const seen = { id, entryId: first?.id ?? '', revision: 0 }
    await correctEntry(desk, seen, { ...entry, text: 'Etwa 15 Personen', certainty: 'known' }, 'laut Polizei', now)
    await expect(correctEntry(desk, seen, entry, 'zu spät', now)).rejects.toMatchObject({ code: 'conflict' })
    await withdrawEntry(desk, { ...seen, revision: 1 }, 'anderer Ort')
    const [corrected] = (await getEscalation(desk, id)).entries
    expect(corrected).toMatchObject({ text: 'Etwa 15 Personen', withdrawn: true, revision: 2 })
    expect(corrected?.corrections.map(({ former, reason, byName }) => [former.text, former.certainty, reason, byName])).toEqual([
      ['Etwa 40 Personen vor dem Tor', 'reported', 'laut Polizei', 'Testleitung'], ['Etwa 15 Personen', 'known', 'anderer Ort', 'Testleitung'],
    ])
    expect((await getEscalation(desk, id)).level).toBe('')
  })

  it('has incidents, of which a deputy sees only those of cases opened to them; a destroyed or trashed one leaves no trace', async () => {
    const caseId = (await createCase(desk, { alias: 'Linde', kind: 'person', language: null, note: '' })).id
    const incident = await createIncident(desk, { ...emptyIncident('2026-03-02', 'BB'), summary: 'Bedroht' }, { caseId, consultationId: null })
    await linkIncident(desk, id, incident.id)
    await linkIncident(desk, id, incident.id)
    expect(await getEscalation(desk, id)).toMatchObject({ incidents: [{ incidentId: incident.id, number: incident.number, summary: 'Bedroht' }], hiddenIncidents: 0 })
    desk = (await test.reopen('vertretung')).counselling as CounsellingDesk
    const seen = await getEscalation(desk, id)
    expect([seen.incidents, seen.hiddenIncidents]).toEqual([[], 1])
    await expect(linkIncident(desk, id, incident.id)).rejects.toMatchObject({ code: 'forbidden' })
    desk = (await test.reopen('leitung')).counselling as CounsellingDesk
    await removeIncident(desk, incident.id, incident.version)
    expect((await getEscalation(desk, id)).incidents).toEqual([])
    expect(incidentRecordType.destroyedIn).toEqual({ escalation_incident: 'incident_id' })
    await restore(test.session, 'counselling', { type: 'incident', id: incident.id })
    await unlinkIncident(desk, id, (await getEscalation(desk, id)).incidents[0]?.id ?? '')
    expect((await getEscalation(desk, id)).incidents).toEqual([])
  })

  it('is closed, taken up again, undone, trashed and restored, and found by its words', async () => {
    const { version } = await getEscalation(desk, id)
    await expect(closeEscalation(desk, id, version, { on: '2026-03-01', note: '' }, '2026-03-10')).rejects.toMatchObject({ code: 'invalid' })
    const closed = await closeEscalation(desk, id, version, { on: '2026-03-09', note: 'Gespräch geführt' }, '2026-03-10')
    expect(await getEscalation(desk, id)).toMatchObject({ closedOn: '2026-03-09', closingNote: 'Gespräch geführt' })
    await undo(test.session, 'counselling', closed.change as string)
    const current = await getEscalation(desk, id)
    expect(current.closedOn).toBe('')
    expect(await find(test.session, 'schichtleiter', 10)).toMatchObject([{ record: { type: 'escalation', id } }])
    await expect(updateEscalation(desk, id, current.version - 1, { title: 'x' })).rejects.toMatchObject({ code: 'conflict' })
    await removeEscalation(desk, id, current.version)
    expect(await findEscalations(desk)).toEqual([])
    await expect(addEntry(desk, id, entry, now)).rejects.toMatchObject({ code: 'not-found' })
    expect((await readTrash(test.session)).map(({ typeLabel }) => typeLabel)).toEqual(['Lage'])
    await restore(test.session, 'counselling', { type: 'escalation', id })
    expect((await getEscalation(desk, id)).entries).toHaveLength(1)
  })
})

describe('the note for the file', () => {
  async function written(format: 'docx' | 'pdf', paper: 'note' | 'chronology' = 'note', query = ''): Promise<Buffer> {
    const grants = new FileGrants()
    const path = join(test.vault.folder, `aussen.${format}`)
    grants.allow('t', path, 'write')
    await saveEscalation(desk, test.session.office, grants, { id, paper, format, corrections: true, filter: { kind: null, certainty: null, query }, grant: 't' }, now)
    return readFileSync(path)
  }
  const textOf = async (bytes: Buffer): Promise<string> =>
    ((await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')) ?? '').replaceAll(/<\/w:p>/gu, '\n').replaceAll(/<[^>]+>/gu, '')

  it('has occasion, chronology with former wordings, assessment, measures, open points, contacts, distribution and a place to sign', async () => {
    const [first] = (await getEscalation(desk, id)).entries
    await correctEntry(desk, { id, entryId: first?.id ?? '', revision: 0 }, { ...entry, text: 'Etwa 15 Personen' }, 'laut Polizei', now)
    await addEntry(desk, id, { ...entry, on: '2026-03-03', at: '', kind: 'measure', text: 'Streife verstärkt', who: 'Polizei' }, now)
    const contact = await createContact(test.session.office, contactInputSchema.parse({
      kind: 'organisation', name: 'Polizeirevier Musterstadt', channels: [{ id: 'p', kind: 'phone', value: '0355 110-0', label: 'Wache' }],
    }))
    await saveContact(desk, id, { id: 'k', contactId: contact.id, role: 'Polizei' })
    await saveContact(desk, id, { id: 'weg', contactId: 'unbekannt', role: 'Ortsvorstand' })
    const text = await textOf(await written('docx'))
    for (const part of [
      'Lagevermerk', 'L-2026-001', 'Anlass', 'Ankündigung der Belegung', 'Chronologie', '02.03.2026, 18:30', 'Etwa 15 Personen', 'Bis zur Berichtigung am', 'Etwa 40 Personen vor dem Tor',
      'gemeldet, nicht bestätigt', 'Quelle: Wachdienst, Schichtleiter', 'Bewertung', 'Die Stimmung kippt &lt;&amp;&gt; rasch.', '03.03.2026: Polizei: Streife verstärkt', 'Offene Punkte', 'Beleuchtung',
      'Erreichbarkeiten', 'Polizeirevier Musterstadt · 0355 110-0 (Wache)', 'Kontakt nicht mehr vorhanden', 'Verteiler', 'Ordnungsamt', '10.03.2026, Testleitung',
    ]) expect(text).toContain(part)
    expect(text).not.toMatch(/undefined|null|\{\{|\uE000/u)
    expect((await written('pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('marks what is missing, and says that a chronology is an excerpt', async () => {
    await updateEscalation(desk, id, (await getEscalation(desk, id)).version, { occasion: '', assessment: '', place: '', municipality: '' })
    const text = await textOf(await written('docx'))
    for (const gap of ['Anlass des Vermerks', 'Bewertung der Lage', 'Ort']) expect(text).toContain(`[Bitte ergänzen: ${gap}]`)
    const excerpt = await textOf(await written('docx', 'chronology', 'nichts davon'))
    expect(excerpt).toContain('Auszug: mit „nichts davon“. 0 von 1 Einträgen.')
    expect(excerpt).not.toContain('Verteiler')
  })
})
