import { labelOf } from '../../../shared/counselling/catalogues.ts'
import { certainties, entryKinds, type Certainty, type EntryKind } from '../../../shared/counselling/escalation/model.ts'
import { germanDate } from '../../../shared/dates.ts'

/** German names of the columns of a log, for its history. */
export const escalationLabels = {
  title: 'Bezeichnung', municipality: 'Gemeinde', place: 'Ort', occasion: 'Anlass', assessment: 'Bewertung', open_points: 'Offene Punkte',
  distribution: 'Verteiler', closed_on: 'Abgeschlossen am', closing_note: 'Ausgang', happened_on: 'Datum', happened_at: 'Uhrzeit', certainty: 'Gewissheit',
  text: 'Was', source: 'Quelle', source_note: 'Quelle genauer', who: 'Wer', level: 'Stufe', withdrawn: 'zurückgenommen', reason: 'Grund', role: 'Ansprechstelle für',
  kind: 'Art', deleted_at: 'Papierkorb',
} as const

const words: Readonly<Record<string, (value: string) => string>> = {
  Datum: germanDate,
  'Abgeschlossen am': germanDate,
  Gewissheit: (code) => certainties[code as Certainty] ?? code,
  Quelle: (code) => labelOf('escalationSources', code),
  Stufe: (code) => labelOf('escalationLevels', code),
  // The log and its entries have a kind each.
  Art: (code) => entryKinds[code as EntryKind] ?? labelOf('escalationKinds', code),
  zurückgenommen: (value) => (value === '1' ? 'ja' : ''),
  Papierkorb: () => 'im Papierkorb',
}

/** A stored value as people read it. */
export function describeEscalation(label: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  return words[label]?.(String(value)) ?? String(value)
}
