import { z } from 'zod'
import { firstOpenDay, officeClosed } from '../../holidays/holidays.ts'
import { addDays } from '../../holidays/days.ts'
import type { Land } from '../../vault/laender.ts'
import { findEntry, type ReferralFeedbackEntry } from '../catalogues.ts'
import { code, realDay } from '../model.ts'

const id = z.string().min(1).max(64)
const line = (max: number, name: string) => z.string().trim().max(max, `${name}: höchstens ${max} Zeichen.`)
const text = (max: number, name: string) => z.string().max(max, `${name}: höchstens ${max} Zeichen.`)

/**
 * On what ground the other office was told anything of the client (§ 203 StGB, Art. 6 and 9 DSGVO): nothing was told · in the
 * client's presence · with a release from secrecy · by law.
 */
export const handOvers = ['none', 'present', 'release', 'law'] as const
export type HandOver = (typeof handOvers)[number]

export const handOverLabels: Readonly<Record<HandOver, string>> = {
  none: 'nichts weitergegeben',
  present: 'im Beisein der ratsuchenden Person',
  release: 'mit Entbindung von der Schweigepflicht',
  law: 'auf gesetzlicher Grundlage oder im Notstand',
}

/** Fields of a referral, each on its own. */
export const referralShape = z.object({
  /** Contact of the directory; null for an office that stands in no directory. */
  contactId: id.nullable(),
  /** Kept beside the id, because the contact may be renamed, merged or destroyed. */
  name: line(200, 'Wohin').min(1, 'Bitte angeben, wohin verwiesen wird.'),
  organisation: line(200, 'Organisation'),
  topic: code('topics', 'Bitte ein Thema wählen.'),
  quality: code('referralQualities', 'Bitte angeben, wie verwiesen wird.'),
  date: realDay,
  /** What it is about, in words for the client: they stand on the slip. */
  about: text(2_000, 'Worum es geht'),
  bring: text(1_000, 'Mitbringen'),
  appointment: line(200, 'Termin'),
  handOver: z.enum(handOvers),
  /** What was told to the other office, or by what law. */
  handedWhat: text(2_000, 'Was weitergegeben wurde'),
  releaseId: id.nullable(),
})
export type ReferralFields = z.infer<typeof referralShape>

/** What a person enters about a referral. */
export const referralFields = referralShape
  .refine(({ handOver, handedWhat }) => handOver === 'none' || handedWhat.trim() !== '', {
    path: ['handedWhat'], error: 'Bitte angeben, was weitergegeben wurde.',
  })
  .refine(({ handOver, releaseId }) => handOver !== 'release' || releaseId !== null, {
    path: ['releaseId'], error: 'Ohne gültige Entbindung von der Schweigepflicht darf nichts weitergegeben werden.',
  })
  .transform((fields) => (fields.handOver === 'release' ? fields : { ...fields, releaseId: null }))

/** What became of a referral. */
export const feedbackFields = z.object({
  code: code('referralFeedback', 'Bitte angeben, was daraus wurde.'),
  on: realDay,
  waitingWeeks: z.number().int('Bitte ganze Wochen angeben.').min(0).max(260, 'Höchstens fünf Jahre.').nullable(),
  note: text(2_000, 'Bemerkung'),
})
export type FeedbackFields = z.infer<typeof feedbackFields>

/** Days after which the office asks what became of a referral. */
const ASK_AFTER_DAYS = 21

/** The day on which feedback is asked for unless another one is chosen: three weeks later, on a day on which offices are open. */
export function askOn(day: string, land: Land): string {
  return firstOpenDay(addDays(day, ASK_AFTER_DAYS), 1, (each) => officeClosed(each, land))
}

/** Whether a feedback says that the person has found a place; null where it says nothing. */
export function hasArrived(feedback: string): boolean | null {
  return (findEntry('referralFeedback', feedback) as ReferralFeedbackEntry | undefined)?.arrived ?? null
}

/** „Anne Berg, Caritas Musterstadt“ or the name alone. */
export function targetLabel({ name, organisation }: Pick<ReferralFields, 'name' | 'organisation'>): string {
  return organisation === '' || organisation === name ? name : `${name}, ${organisation}`
}
