import { firstAid, incidentLabel, type IncidentList } from '../../../shared/counselling/incidents/catalogues.ts'
import { germanDate } from '../../../shared/dates.ts'

/** German names of the columns of an incident, for its history. */
export const incidentHistoryLabels: Readonly<Record<string, string>> = {
  number: 'Nummer', summary: 'Kurzbeschreibung', description: 'Hergang', occurred_on: 'Datum', occurred_until: 'Bis', reported_on: 'Gemeldet am',
  municipality: 'Gemeinde', district: 'Ortsteil', life_area: 'Lebensbereich', place_kind: 'Art des Orts', report_way: 'Meldeweg', actor_organisation: 'Einrichtung',
  known_on: 'Kenntnis', rejection_on: 'Zugang der Ablehnung', dismissal_on: 'Zugang der Kündigung', result: 'Ergebnis', result_note: 'Bemerkung',
  police_number: 'Vorgangsnummer', prosecution_number: 'Aktenzeichen', age_group: 'Altersgruppe', involvement: 'Betroffenheit', note: 'Bemerkung',
  next: 'Nächster Schritt', reason: 'Grund', item: 'Ersthilfe', done_by_name: 'Erledigt von', kept_on: 'Bleibt als anonyme Meldung seit', deleted_at: 'Papierkorb',
}

const lists: Readonly<Record<string, IncidentList>> = {
  Lebensbereich: 'lifeAreas', 'Art des Orts': 'placeKinds', Meldeweg: 'reportWays', Ergebnis: 'results', Altersgruppe: 'ageGroups', Betroffenheit: 'involvements',
}

/** A stored value as people read it. */
export function describeIncidentValue(label: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  const list = lists[label]
  if (list) return incidentLabel(list, text)
  if (label === 'Ersthilfe') return firstAid.items.find(({ code }) => code === text)?.label ?? text
  if (label === 'Papierkorb') return 'im Papierkorb'
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? germanDate(text) : text
}
