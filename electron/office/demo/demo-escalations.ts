import data from '../../../resources/demo/escalations.json' with { type: 'json' }
import { entryFields } from '../../../shared/counselling/escalation/model.ts'
import { addEntry, closeEscalation, correctEntry, createEscalation, getEscalation, linkIncident, saveContact } from '../counselling/escalation/service.ts'
import { findIncidents } from '../counselling/incidents/service.ts'
import type { CounsellingDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'

/**
 * Enters invented situations: one that goes on, with a corrected entry, whom to reach and an attack that belongs to it, and one that is over.
 * @param organisations ids of the demo's organisations
 */
export async function fillEscalations(desk: CounsellingDesk, organisations: readonly string[]): Promise<void> {
  const attacks = await findIncidents(desk, { query: '', view: 'attacks', lifeArea: null, characteristic: null, year: null })
  for (const { fields, entries, correction, contacts, closedDaysAgo, closingNote, attackAt } of data.escalations) {
    const [first, ...further] = entries.map(({ daysAgo: days, ...entry }) => entryFields.parse({ ...entry, on: daysAgo(days), contactId: null }))
    if (!first) continue
    const { id } = await createEscalation(desk, fields, first)
    for (const entry of further) await addEntry(desk, id, entry)
    const corrected = correction && (await getEscalation(desk, id)).entries[correction.entry]
    if (corrected) {
      const { id: entryId, revision } = corrected
      const changed = entryFields.parse({ ...corrected, text: correction.text, certainty: correction.certainty })
      await correctEntry(desk, { id, entryId, revision }, changed, correction.reason)
    }
    for (const { role, organisation } of contacts ?? []) await saveContact(desk, id, { id: `${id}:${organisation}`, contactId: organisations[organisation] ?? '', role })
    const attack = attackAt && attacks.find(({ summary }) => summary.includes(attackAt))
    if (attack) await linkIncident(desk, id, attack.id)
    if (closedDaysAgo !== undefined) await closeEscalation(desk, id, (await getEscalation(desk, id)).version, { on: daysAgo(closedDaysAgo), note: closingNote })
  }
}
