import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openSession, type CounsellingDesk } from '../../electron/office/session.ts'
import { createCase } from '../../electron/office/counselling/cases/service.ts'
import { createConsultation } from '../../electron/office/counselling/consultations/service.ts'
import { createContact } from '../../electron/office/directory/service.ts'
import { contactInputSchema } from '../../shared/directory/model.ts'
import { vaultFromText } from './vault-text.ts'

/**
 * The process that is killed: opens a vault and writes without end, each change in several tables at once, to both
 * databases by turns. A change is acknowledged on stdout only after it was committed: "contact <id>" or
 * "consultation <id>".
 */
// Whoever is killed has no time for it at its end, and the next one starts twice as fast.
flushCompileCache()
const [, , vaultText = '', run = ''] = process.argv
const session = await openSession(vaultFromText(vaultText), () => {})
const counselling = session.counselling as CounsellingDesk
const acknowledge = (kind: string, id: string): void => void writeSync(1, `${kind} ${id}\n`)

const { id: caseId } = await createCase(counselling, { alias: `Lauf ${run}`, kind: 'person', language: null, note: '' })
for (let number = 0; ; number++) {
  const contact = contactInputSchema.parse({
    kind: 'organisation',
    name: `Amt ${run}-${number}`,
    addresses: [{ id: `address-${run}-${number}`, street: 'Neumarkt 5', postalCode: '03046', place: 'Cottbus' }],
    channels: [{ id: `channel-${run}-${number}`, kind: 'phone', value: '0355 612-0' }],
    note: 'Öffnungszeiten '.repeat(number % 200),
  })
  acknowledge('contact', (await createContact(session.office, contact)).id)
  const { id } = await createConsultation(counselling, caseId, {
    date: '2026-03-02',
    time: null,
    channel: 'phone',
    durationMinutes: 20,
    topic: 'A2',
    furtherTopics: ['I1'],
    result: 'informed',
    language: null,
    interpretation: null,
    accessPath: null,
    contactKind: null,
    note: 'Verlängerung besprochen. '.repeat(number % 200),
  })
  acknowledge('consultation', id)
}
