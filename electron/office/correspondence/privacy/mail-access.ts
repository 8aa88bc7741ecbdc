import { directionLabels, mailKindLabel } from '../../../../shared/correspondence/register/model.ts'
import { mailWayLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import type { AccessSource } from '../../contact-access-source.ts'

/** Mail with a contact and the papers that lie with it, and serial letters in which the contact stands. */
export const mailAccess: AccessSource = {
  columns: ['register_entry.contact_id', 'serial_recipient.contact_id'],
  async read({ database: { read } }, contactId) {
    const entries = await read.selectFrom('register_entry').selectAll().where('contact_id', '=', contactId).orderBy('entry_on').orderBy('id').execute()
    const papers = await read.selectFrom('document').select(['owner_id', 'name', 'note']).where('owner_type', '=', 'register-entry').where('owner_id', 'in', entries.map(({ id }) => id)).orderBy('id').execute()
    const serial = await read.selectFrom('serial_recipient').innerJoin('serial_run', 'serial_run.id', 'serial_recipient.run_id')
      .select(['serial_run.title', 'serial_run.source_name', 'serial_run.begun_at', 'serial_recipient.state', 'serial_recipient.reason']).where('serial_recipient.contact_id', '=', contactId)
      .orderBy('serial_run.begun_at').execute()
    return [
      {
        heading: 'Posteingang und Postausgang',
        entries: entries.map((entry) => ({
          day: entry.entry_on, title: `${entry.number}: ${entry.subject}`,
          details: [
            ['Richtung', directionLabels[entry.direction]], ['Art', mailKindLabel(entry.kind)], ['Weg', mailWayLabels[entry.way]], ['Name', entry.correspondent], ['Zeichen', entry.reference],
            ['Vermerk', entry.note], ['Unterlagen', papers.filter(({ owner_id }) => owner_id === entry.id).map(({ name, note }) => [name, note].filter(Boolean).join(', ')).join('; ')],
          ],
        })),
      },
      {
        heading: 'Serienbriefe',
        entries: serial.map(({ title, source_name, begun_at, state, reason }) => ({
          day: begun_at?.slice(0, 10) ?? null, title: title || 'ohne Betreff', details: [['Empfängerkreis', source_name], ['ausgelassen', state === 'left-out' ? reason : '']],
        })),
      },
    ]
  },
}
