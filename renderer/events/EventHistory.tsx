import type { ReactNode } from 'react'
import { eventStateLabels, kindLabel, partnerRoleLabel, type EventState } from '../../shared/events/catalogue.ts'
import { germanDate } from '../../shared/dates.ts'
import { categoryLabel } from '../../shared/events/money/catalogue.ts'
import { centsText } from '../../shared/money.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import classes from './Events.module.css'

/** Columns that the history names. */
const labels = {
  title: 'Titel', kind: 'Art', state: 'Stand', starts_on: 'Tag', starts_at: 'Beginn', ends_on: 'Letzter Tag', ends_at: 'Ende', place_text: 'Ort', fallback_place: 'Ausweichort', access_note: 'Barrierefreiheit',
  target_group: 'Zielgruppe', languages: 'Sprachen', interpretation: 'Dolmetschen', childcare: 'Kinderbetreuung', topic: 'Thema', cost: 'Kosten', registration: 'Anmeldung', programme_text: 'Text im Programm',
  expected: 'Erwartet', capacity: 'Plätze', visitors: 'Besucher', responsible_name: 'Verantwortlich', note: 'Notiz', role: 'Rolle', name: 'Beteiligt', planned_cents: 'Geplant', approved_cents: 'Bewilligt', amount_cents: 'Betrag', category: 'Posten', label: 'Bezeichnung', reference: 'Aktenzeichen', funder: 'Geldgeber', proof_on: 'Nachweis bis',
  number: 'Belegnummer', receipt_on: 'Belegdatum', paid_on: 'Bezahlt', party: 'Empfänger', purpose: 'Zweck', task: 'Aufgabe', needed: 'Gebraucht', place: 'Wo', minutes: 'Minuten', who: 'Wer', technology: 'Technik',
  what: 'Material', quantity: 'Menge', owner: 'Von wem', bringer: 'Bringt', got: 'Da', returned: 'Zurück', measure: 'Maßnahme', responsible: 'Achtet darauf', due_on: 'Fällig', done_by: 'Erledigt von', deleted_at: 'Im Papierkorb', reason: 'Überschneidung bewusst so', calendar: 'Importiert aus',
}

const amounts: ReadonlySet<string> = new Set([labels.planned_cents, labels.approved_cents, labels.amount_cents])

/** What was changed in an event, when and by whom. */
export function EventHistory({ id }: { id: string }): ReactNode {
  return <div className={classes.page}><RecordHistory side="office" record={{ type: 'event', id }} labels={labels} describe={describe} /></div>
}

function describe(label: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  if (label === labels.kind) return kindLabel(text)
  if (label === labels.state) return eventStateLabels[text as EventState] ?? text
  if (label === labels.role) return partnerRoleLabel(text)
  if (label === labels.category) return categoryLabel(text)
  if (amounts.has(label)) return centsText(Number(value))
  if (label === labels.got || label === labels.returned) return value === 1 ? 'ja' : ''
  return /^\d{4}-\d{2}-\d{2}/u.test(text) ? germanDate(text) : text
}
