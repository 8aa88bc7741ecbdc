import { uuidv7 } from 'uuidv7'
import { safetyFacts } from '../../../../shared/events/safety/catalogue.ts'
import { emptySafety, type Safety } from '../../../../shared/events/safety/model.ts'
import type { EventPart } from '../parts.ts'

/** „Sicherheit" as part of an event: risks, and the facts of the emergency sheet. */
export const safetyPart: EventPart<Safety> = {
  label: 'Sicherheit',
  key: 'event-safety',
  async read(database, eventId) {
    const sheet = await database.selectFrom('event_safety').selectAll().where('event_id', '=', eventId).executeTakeFirst()
    const risks = await database.selectFrom('event_risk').selectAll().where('event_id', '=', eventId).orderBy('position').execute()
    const stored = sheet === undefined ? {} : JSON.parse(sheet.facts) as Partial<Safety['facts']>
    return {
      facts: Object.fromEntries(safetyFacts.map((fact) => [fact, stored[fact] ?? ''])) as Safety['facts'],
      exclusion: sheet?.exclusion === 1, exclusionText: sheet?.exclusion_text ?? '', note: sheet?.note ?? '',
      risks: risks.map(({ id, title, likelihood, impact, measure, responsible }) => ({ id, title, likelihood, impact, measure, responsible })),
    }
  },
  async write(transaction, eventId, { facts, exclusion, exclusionText, note, risks }) {
    await transaction.replaceRows('event_risk', 'event_id', eventId, risks.map((risk, position) => ({ ...risk, event_id: eventId, position })))
    const before = await transaction.database.selectFrom('event_safety').select('id').where('event_id', '=', eventId).executeTakeFirst()
    const blank = JSON.stringify({ facts, exclusion, exclusionText, note, risks: [] }) === JSON.stringify(emptySafety)
    const rows = before === undefined && blank ? [] : [{ id: before?.id ?? uuidv7(), event_id: eventId, facts: JSON.stringify(facts), exclusion: Number(exclusion), exclusion_text: exclusionText, note }]
    await transaction.replaceRows('event_safety', 'event_id', eventId, rows)
  },
  ids: ({ risks }) => risks.map(({ id }) => id),
}
