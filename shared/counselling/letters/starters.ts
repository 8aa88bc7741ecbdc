import file from '../../../resources/counselling/letter-starters.json' with { type: 'json' }
import { bodyFromText, type LetterBody } from '../../correspondence/body.ts'
import { germanDate } from '../../dates.ts'

/** What the person is asked for before a letter begins; each answer may be left out and is a gap in the text then. */
export const answerLabels = {
  theirReference: 'Zeichen der Stelle', matter: 'Worum es geht', appliedOn: 'Antrag gestellt am', noticeOn: 'Bescheid vom', deadline: 'Frist', replyBy: 'Antwort bis',
  counselledOn: 'Beratung am', appointment: 'Termin (Tag und Uhrzeit)', place: 'Ort', bring: 'Mitzubringen',
} as const
export type AnswerKey = keyof typeof answerLabels
export const answerKeys = Object.keys(answerLabels) as readonly AnswerKey[]

/** Answers that are calendar days. */
export const dayAnswers: ReadonlySet<AnswerKey> = new Set(['appliedOn', 'noticeOn', 'deadline', 'replyBy', 'counselledOn'])

/** How a letter about a client begins. */
export interface Starter {
  code: string
  label: string
  /** Whether it goes to an office or to the client. */
  to: 'office' | 'client'
  subject: string
  purpose: string
  text: string[]
  enclosures: string[]
  asks: AnswerKey[]
  followUp: { days: number; title: string } | null
  /** What to mind before it goes out. */
  hints: string[]
  /** Rule of the deadline calculator for the day named in the text. */
  rule?: string
  /** A plain e-mail doesn't meet the form. */
  noEmail?: boolean
  /** In plain words. */
  plain?: boolean
}

const catalogue = file as { asOf: string; note: string; starters: Starter[] }

export const starters: readonly Starter[] = catalogue.starters
/** ISO day on which the texts were looked through last. */
export const startersAsOf = catalogue.asOf
/** What holds for all of them. */
export const startersNote = catalogue.note

/** One of them; undefined for a letter without. */
export function findStarter(code: string | null): Starter | undefined {
  return starters.find((starter) => starter.code === code)
}

/** What a letter can say of its case, by the names of the placeholders. */
export const factLabels = {
  person: 'Name der Person', geburtstag: 'Geburtsdatum', anschrift: 'Anschrift der Person', betreff_person: 'Person im Betreff', fall: 'Aktenzeichen des Falls', zeichen: 'Zeichen der Stelle',
  anliegen: 'Worum es geht', antrag_am: 'Tag des Antrags', untaetig_ab: 'Tag, ab dem Klage zulässig ist', bescheid_vom: 'Tag des Bescheids', frist: 'Ende der Frist', antwort_bis: 'Antwort bis',
  beratung_am: 'Tag der Beratung', termin: 'Termin', ort: 'Ort', mitbringen: 'Mitzubringen',
} as const
export type FactKey = keyof typeof factLabels
export type Facts = Partial<Record<FactKey, string>>

const placeholder = /\{(\w+)\}/gu
const open = /\[Bitte ergänzen: ([^\]]*)\]/gu

/** A text with its facts; what isn't known is a gap in words, which a person can see and type over. */
export function fillFacts(text: string, facts: Facts): string {
  return text.replaceAll(placeholder, (_, key: FactKey) => facts[key] || `[Bitte ergänzen: ${factLabels[key]}]`)
}

/** The text of a starter. */
export function starterBody({ text }: Starter, facts: Facts): LetterBody {
  return bodyFromText(text.map((paragraph) => fillFacts(paragraph, facts)).join('\n'))
}

/** What is still to be filled in, each once. */
export function openGaps(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(open)].map(([, what]) => what ?? '')))]
}

/** The facts that the answers give. */
export function factsOf(answers: Partial<Record<AnswerKey, string>>): Facts {
  const day = (iso: string | undefined): string => (iso ? germanDate(iso) : '')
  return {
    zeichen: answers.theirReference ?? '', anliegen: answers.matter ?? '', antrag_am: day(answers.appliedOn), bescheid_vom: day(answers.noticeOn), frist: day(answers.deadline),
    antwort_bis: day(answers.replyBy), beratung_am: day(answers.counselledOn), termin: answers.appointment ?? '', ort: answers.place ?? '', mitbringen: answers.bring ?? '',
  }
}
