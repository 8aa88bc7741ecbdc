import { z } from 'zod'

const id = z.string().min(1).max(64)
const line = (max: number) => z.string().max(max).normalize('NFC').trim()
const day = z.iso.date().nullable().default(null)

/** A Kooperationsvereinbarung with a contact. Days are ISO dates; `null` is open or not known. */
export const agreementSchema = z.object({
  id,
  contactId: id,
  title: line(300).min(1, 'Bitte eine Bezeichnung eintragen.'),
  /** What it is about. */
  subject: line(500).default(''),
  /** First and last day of its term. */
  from: day,
  to: day,
  /** The last day on which notice can be given; without it the agreement goes on. */
  noticeUntil: day,
  note: z.string().max(5000).normalize('NFC').default(''),
}).refine(({ from, to }) => from === null || to === null || from <= to, { path: ['to'], message: 'Das Ende liegt vor dem Beginn.' })

export type Agreement = z.infer<typeof agreementSchema>
export type AgreementState = 'planned' | 'running' | 'ending' | 'ended'

/** An agreement that ends, or can last be given notice of, within this many days is pointed out. */
export const endingSoonDays = 90

/** How an agreement stands on a day (ISO): it still runs on its last day. */
export function agreementState({ from, to, noticeUntil }: Pick<Agreement, 'from' | 'to' | 'noticeUntil'>, today: string): AgreementState {
  if (to !== null && to < today) return 'ended'
  if (from !== null && from > today) return 'planned'
  const horizon = dayAfter(today, endingSoonDays)
  const noticeIsDue = noticeUntil !== null && noticeUntil >= today && noticeUntil <= horizon
  return noticeIsDue || (to !== null && to <= horizon) ? 'ending' : 'running'
}

function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
