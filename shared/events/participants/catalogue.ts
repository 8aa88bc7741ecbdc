import catalogue from '../../../resources/events/participants.json' with { type: 'json' }
import { detailLabel } from '../../directory/details.ts'

/** Needs, age groups, evaluation forms and terms of lists of participants, as dated data. */
export const needGroups = catalogue.needGroups
export const needs = catalogue.needs
export const ageGroups = catalogue.ageGroups
export const evaluationForms = catalogue.forms as readonly { code: string, label: string, questions: readonly { kind: QuestionKind, text: string }[] }[]
/** So many days after its last day the list of an event is due for deletion, unless the event says otherwise. */
export const usualDeleteAfterDays = catalogue.deleteAfterDays
/** Below so many answers what somebody wrote can be traced to a person. */
export const smallNumber = catalogue.smallNumber

/** Where somebody stands. */
export const participantStates = ['registered', 'confirmed', 'waiting', 'cancelled'] as const
export type ParticipantState = (typeof participantStates)[number]
export const participantStateLabels: Readonly<Record<ParticipantState, string>> = { registered: 'Angemeldet', confirmed: 'Bestätigt', waiting: 'Warteliste', cancelled: 'Abgesagt' }

/** Whether somebody may be photographed (§ 22 KUG, Art. 6 Abs. 1 lit. a DSGVO): nobody is taken to agree who wasn't asked. */
export const photoAnswers = ['unasked', 'yes', 'no'] as const
export type PhotoAnswer = (typeof photoAnswers)[number]
export const photoLabels: Readonly<Record<PhotoAnswer, string>> = { unasked: 'nicht gefragt', yes: 'ja', no: 'nein' }

/** How a registration came in. */
export const participantSources = ['office', 'phone', 'email', 'form', 'walk-in'] as const
export type ParticipantSource = (typeof participantSources)[number]
export const participantSourceLabels: Readonly<Record<ParticipantSource, string>> = { office: 'im Büro', phone: 'Telefon', email: 'E-Mail', form: 'Formular', 'walk-in': 'vor Ort' }

/** 1 to 5, yes or no, or words. */
export const questionKinds = ['scale', 'yesno', 'text'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const questionKindLabels: Readonly<Record<QuestionKind, string>> = { scale: '1 bis 5', yesno: 'Ja oder nein', text: 'Freitext' }

/** The word for a need; the code where the catalogue of today no longer has it. */
export function needLabel(code: string): string {
  return needs.find((need) => need.code === code)?.label ?? code
}

/** What a need asks to be told more closely; empty for nothing. */
export function needDetail(code: string): string {
  return needs.find((need) => need.code === code)?.detail ?? ''
}

/** The word for an age group. */
export function ageGroupLabel(code: string): string {
  return ageGroups.find((group) => group.code === code)?.label ?? code
}

/** A language of the catalogue by its code, any other as it was written. */
export function languageLabel(language: string): string {
  return detailLabel('languages', language)
}
