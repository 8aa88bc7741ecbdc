import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { OfficeError } from '../../../../../shared/errors.ts'
import { rawEntries } from '../../../../../shared/events/series/entry-grid.ts'
import type { PlannedEntry, RawEntry, ReadForm } from '../../../../../shared/events/series/entries.ts'
import { approvalLabels, type EntryDecision, type PartnerState } from '../../../../../shared/events/series/model.ts'
import type { Land } from '../../../../../shared/vault/laender.ts'
import type { OfficeDesk } from '../../../session.ts'
import { eventRef, getEvent } from '../../service.ts'
import { readEntry } from '../events-repository.ts'
import { stateColumns } from '../partners-service.ts'
import { readForms } from '../reading/form-reader.ts'
import { seriesRef } from '../service.ts'
import { readTexts } from '../texts-repository.ts'
import { planEntries } from './plan.ts'
import { changeFromEntry, createFromEntry } from './take.ts'

/** Reads forms that came back. A file that isn't one says why; the others are read. */
export async function readEntries(files: readonly { name: string; content: string }[]): Promise<ReadForm[]> {
  const readings = await readForms(files.map(({ content }) => new Uint8Array(Buffer.from(content, 'base64'))))
  return files.map(({ name }, index) => {
    const reading = readings[index]
    if (!reading || reading.content === null) return { fileName: name, trouble: reading?.trouble ?? 'Die Datei ließ sich nicht lesen.', entries: [] }
    const entries = rawEntries(name, randomUUID(), reading.content)
    const [first] = entries
    const blank = first?.slot === 0 && first.code === '' && first.organiser === '' && !first.none
    return blank ? { fileName: name, trouble: 'In der Datei ist kein Formular zu erkennen: es fehlen Bezeichnungen wie „Titel der Veranstaltung“. Sie wurde nicht übernommen.', entries: [] } : { fileName: name, trouble: '', entries }
  })
}

/** What taking entries over would do. Changes nothing. @throws OfficeError `not-found` */
export async function planReading(desk: OfficeDesk, seriesId: string, entries: readonly RawEntry[]): Promise<PlannedEntry[]> {
  return (await planEntries(desk.database.read, seriesId, entries)).plans.map(({ shown }) => shown)
}

/** Takes over what is clear in one step; the rest is left as it is, with its keys. @throws OfficeError `not-found` */
export async function takeEntries(
  desk: OfficeDesk, { seriesId, entries, land }: { seriesId: string; entries: readonly RawEntry[]; land: Land },
): Promise<{ change: string | null; created: number; changed: number; same: number; nothing: number; left: string[] }> {
  const counts = { created: 0, changed: 0, same: 0, nothing: 0 }
  const left: string[] = []
  const planned = await planEntries(desk.database.read, seriesId, entries)
  const clear = planned.plans.filter(({ shown }) => shown.status !== 'unclear')
  if (clear.length === 0) throw new OfficeError('invalid', { detail: 'Noch ist kein Beitrag klar. Bitte ergänzen Sie, was als unklar markiert ist.' })
  const { change } = await desk.write({ label: labelOf(clear), record: seriesRef(seriesId) }, async (transaction) => {
    // Looked at once more inside: what was planned may have changed meanwhile.
    const { plans, venues } = await planEntries(transaction.database, seriesId, entries)
    const textLimit = (await readTexts(transaction.database, seriesId))?.textLimit ?? 600
    const answers = new Map<string, PartnerState>()
    for (const plan of plans) {
      const { status, key } = plan.shown
      if (status === 'unclear') left.push(key)
      if (status === 'new') { await createFromEntry(transaction, desk, plan, { seriesId, venues, textLimit }); counts.created += 1 }
      if (status === 'changed') { await changeFromEntry(transaction, plan, { venues, textLimit, land }); counts.changed += 1 }
      if (status === 'same') counts.same += 1
      if (status === 'nothing') counts.nothing += 1
      if (plan.partner && status !== 'unclear' && answers.get(plan.partner.id) !== 'answered') answers.set(plan.partner.id, status === 'nothing' ? 'nothing' : 'answered')
      await new Promise((resolve) => setImmediate(resolve))
    }
    for (const [id, state] of answers) {
      if (plans.find(({ partner }) => partner?.id === id)?.partner?.state !== state) await transaction.update('event_series_partner', id, stateColumns(state))
    }
  })
  return { change, ...counts, left }
}

function labelOf(plans: readonly { shown: PlannedEntry }[]): string {
  const count = (status: PlannedEntry['status']): number => plans.filter(({ shown }) => shown.status === status).length
  return `Beiträge eingelesen: ${count('new')} neu, ${count('changed')} geändert`
}

/** Decides about entries in one step, or says for events of the office what only the programme needs. @throws OfficeError `not-found` */
export async function decideEntries(desk: OfficeDesk, eventIds: readonly string[], fields: Partial<EntryDecision>): Promise<{ change: string | null }> {
  const [only = ''] = eventIds
  for (const id of eventIds) await getEvent(desk, id)
  const columns = {
    ...(fields.approval !== undefined && { approval: fields.approval }), ...(fields.query !== undefined && { query: fields.query }),
    ...(fields.publicContact !== undefined && { public_contact: fields.publicContact }),
  }
  return desk.write({ label: fields.approval === undefined ? 'Angaben für das Programm geändert' : `Beiträge: ${approvalLabels[fields.approval]}`, ...(eventIds.length === 1 && { record: eventRef(only) }) }, async (transaction) => {
    for (const id of eventIds) {
      const entry = await readEntry(transaction.database, id)
      if (entry) await transaction.update('event_entry', entry.id, columns)
      else await transaction.insert('event_entry', { id: uuidv7(), event_id: id, partner_id: null, slot: 0, read_on: null, last_reading: '', approval: 'accepted', query: '', public_contact: '', remark: '', ...columns })
    }
  })
}
