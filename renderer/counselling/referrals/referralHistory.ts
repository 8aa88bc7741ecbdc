import { labelOf, topicLabel } from '../../../shared/counselling/catalogues.ts'
import { handOverLabels, type HandOver } from '../../../shared/counselling/referrals/model.ts'
import { germanDate } from '../../../shared/dates.ts'

/** German names of the columns of a referral, for its history. */
export const referralLabels = {
  contact_name: 'Wohin',
  organisation: 'Organisation',
  topic: 'Thema',
  quality: 'Wie',
  referred_on: 'Am',
  about: 'Worum es geht',
  bring: 'Mitbringen',
  appointment: 'Wann',
  hand_over: 'Über die Person',
  handed_what: 'Weitergegeben',
  feedback: 'Rückmeldung',
  feedback_on: 'Rückmeldung am',
  waiting_weeks: 'Wartezeit',
  feedback_note: 'Bemerkung',
  deleted_at: 'Papierkorb',
} as const

const words: Readonly<Record<string, (value: string) => string>> = {
  Thema: topicLabel,
  Wie: (code) => labelOf('referralQualities', code),
  Am: germanDate,
  'Über die Person': (value) => handOverLabels[value as HandOver] ?? value,
  Rückmeldung: (code) => labelOf('referralFeedback', code),
  'Rückmeldung am': germanDate,
  Wartezeit: (weeks) => `${weeks} Wochen`,
  Papierkorb: () => 'im Papierkorb',
}

/** A stored value as people read it. */
export function describeReferral(label: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  return words[label]?.(String(value)) ?? String(value)
}
