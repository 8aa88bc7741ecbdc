import data from '../../../resources/demo/client-letters.json' with { type: 'json' }
import type { AnswerKey } from '../../../shared/counselling/letters/starters.ts'
import { mailWays, type MailWay } from '../../../shared/correspondence/statements/workflow.ts'
import { letterFile } from '../correspondence/shelf/service.ts'
import { openIdentity } from '../counselling/identity/service.ts'
import { createClientLetter } from '../counselling/letters/create.ts'
import { getClientLetter, setClientLetterStatus } from '../counselling/letters/service.ts'
import { clientShelf } from '../counselling/letters/shelf.ts'
import type { CounsellingDesk, OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

interface DemoClientLetter {
  case: string
  /** An organisation of the demo office; null for the client. */
  to: number | null
  starter: string
  daysAgo: number
  answers: Partial<Record<AnswerKey, string>>
  /** Answers that are days, so many days ago. */
  days: Partial<Record<AnswerKey, number>>
  status: string
  way: string
}

/** Writes invented letters about clients: sent with proof and follow-up, finished, and drafts, one of them without a release in force. */
export async function fillClientLetters(desk: CounsellingDesk, office: OfficeDesk, { organisations }: DemoContacts): Promise<void> {
  const rows = await desk.database.read.selectFrom('counselling_case').select(['id', 'alias']).execute()
  for (const entry of (data.letters as DemoClientLetter[]).toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const caseId = rows.find(({ alias }) => alias === entry.case)?.id ?? ''
    const { opening } = await openIdentity(desk, caseId, 'Schreiben')
    const days = Object.fromEntries(Object.entries(entry.days).map(([key, ago]) => [key, daysAgo(ago)]))
    const recipient = entry.to === null ? { kind: 'client' as const } : { kind: 'contact' as const, contactId: organisations[entry.to] ?? '' }
    const { id, version } = await createClientLetter(desk, office, { caseId, starter: entry.starter, land: 'BB', recipient, opening, answers: { ...entry.answers, ...days } }, daysAgo(entry.daysAgo))
    if (entry.status === 'draft') continue
    await setClientLetterStatus(desk, office, (contactId) => Promise.resolve(contactId), id, version, 'final')
    if (entry.status === 'sent') await sent(desk, office, id, { way: mailWays.find((way) => way === entry.way) ?? 'post', on: daysAgo(entry.daysAgo) })
  }
}

/** As „Versenden" keeps it, only earlier: the file among the papers of the case, and the follow-up. */
async function sent(desk: CounsellingDesk, office: OfficeDesk, id: string, { way, on }: { way: MailWay; on: string }): Promise<void> {
  const shelf = clientShelf(desk, office)
  const { letter } = await getClientLetter(desk, id)
  const { bytes } = await letterFile(shelf, id)
  await shelf.prove(letter, { id, form: 'docx', versionId: null, to: '', way, enter: true, grant: '' }, { bytes, kind: 'docx', engine: null, report: [] })
  await desk.write({ label: 'Versand eingetragen', record: { type: 'client-letter', id }, coalesce: `demo:${id}` }, (transaction) => transaction.update('client_letter', id, { sent_on: on }))
}
