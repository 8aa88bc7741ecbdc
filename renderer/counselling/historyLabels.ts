import { CASE_KINDS, type CaseKind } from '../../shared/counselling/case-number.ts'
import { labelOf, topicLabel } from '../../shared/counselling/catalogues.ts'
import { germanDate } from '../../shared/dates.ts'

/** German names of the columns of a consultation, for its history. */
export const consultationLabels = {
  held_on: 'Datum',
  held_at: 'Uhrzeit',
  channel: 'Kanal',
  duration_minutes: 'Dauer',
  topic: 'Thema',
  result: 'Ergebnis',
  language: 'Sprache',
  interpretation: 'Sprachmittlung',
  access_path: 'Zugang',
  contact_kind: 'Kontaktart',
  note: 'Notiz',
  service_type: 'Leistung',
  origin: 'Herkunft',
  place: 'Wohnort',
  age_band: 'Altersgruppe',
  gender: 'Geschlecht',
  residence_status: 'Aufenthaltsstatus',
  deleted_at: 'Papierkorb',
} as const

/** German names of the columns of a case, for its history. */
export const caseLabels = {
  number: 'Nummer',
  alias: 'Alias',
  kind: 'Art',
  language: 'Sprache',
  note: 'Notiz',
  anonymous: 'anonym geführt',
  counsellor_name: 'Geführt von',
  relation: 'Beziehung',
  name: 'Name',
  birth_year: 'Geburtsjahr',
  status: 'Aufenthaltsstatus',
  role: 'Rolle',
  contact: 'Erreichbar über',
  form: 'Rechtsform',
  stage: 'Stand der Gründung',
  spokesperson: 'Ansprechperson',
  question: 'Anliegen',
  merged_number: 'Zusammengeführt mit',
  former_alias: 'Früherer Alias',
  no_calls: 'nicht anrufen',
  no_voicemail: 'kein Anrufbeantworter',
  no_messages: 'keine Nachrichten',
  no_letters: 'keine Briefe',
  code_word: 'Codewort',
  closed_on: 'Abgeschlossen am',
  closed_result: 'Ergebnis',
  origin: 'Herkunft',
  place: 'Wohnort',
  age_band: 'Altersgruppe',
  gender: 'Geschlecht',
  deleted_at: 'Papierkorb',
} as const

const yesNo = (value: string): string => (value === '1' ? 'ja' : 'nein')

const words: Readonly<Record<string, (value: string) => string>> = {
  Datum: germanDate,
  Beziehung: (code) => labelOf('relations', code),
  Aufenthaltsstatus: (code) => labelOf('residenceStatus', code),
  'Stand der Gründung': (code) => labelOf('foundingStages', code),
  Herkunft: (code) => labelOf('origins', code),
  Altersgruppe: (code) => labelOf('ageBands', code),
  Geschlecht: (code) => labelOf('genders', code),
  Leistung: (code) => labelOf('serviceTypes', code),
  'Abgeschlossen am': germanDate,
  'nicht anrufen': yesNo,
  'kein Anrufbeantworter': yesNo,
  'keine Nachrichten': yesNo,
  'keine Briefe': yesNo,
  'anonym geführt': yesNo,
  Kanal: (code) => labelOf('channels', code),
  Dauer: (minutes) => `${minutes} Min.`,
  Thema: topicLabel,
  Ergebnis: (code) => labelOf('results', code),
  Sprache: (code) => labelOf('languages', code),
  Sprachmittlung: (code) => labelOf('interpretation', code),
  Zugang: (code) => labelOf('accessPaths', code),
  Kontaktart: (code) => labelOf('contactKinds', code),
  Art: (kind) => CASE_KINDS[kind as CaseKind]?.label ?? kind,
  Papierkorb: () => 'im Papierkorb',
}

/** A stored value as people read it. */
export function describeValue(label: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  return words[label]?.(String(value)) ?? String(value)
}
