import { isoDay } from '../../../shared/dates.ts'
import type { ExportSource, ExportSummary } from '../../../shared/events/icalendar/model.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { office } from '../../app/office.ts'
import { saveTable } from '../../ui/saveTable.ts'

/** Lets the person choose a file and has the events written there as a calendar. */
export function saveCalendar(source: ExportSource): Promise<void> {
  return saveTable(source.kind === 'office' ? 'Sprechzeiten.ics' : 'Veranstaltungen.ics', 'ics', (grant) => office.events.icalendar.save({ source, grant }))
}

/** The coming half year, which is what people call a season. */
export function comingSeason(): { from: string; to: string } {
  const today = isoDay(new Date())
  return { from: today, to: addDays(today, 182) }
}

/** What a file would hold, and what not. */
export function summaryText({ events, cancelled, withoutDay, ideas, privateDetails }: ExportSummary, ofOffice: boolean): string {
  const [none, one, many] = ofOffice ? ['Kein Eintrag in diesem Zeitraum.', 'Ein Eintrag', 'Einträge'] : ['Keine Veranstaltung mit einem Tag.', 'Eine Veranstaltung', 'Veranstaltungen']
  const left = [
    withoutDay === 0 ? '' : withoutDay === 1 ? 'eine ohne Tag' : `${withoutDay} ohne Tag`, ideas === 0 ? '' : ideas === 1 ? 'eine Idee' : `${ideas} Ideen`,
  ].filter((part) => part !== '')
  return [
    events === 0 ? none : `${events === 1 ? one : `${events} ${many}`}${cancelled === 0 ? '' : `, davon ${cancelled === 1 ? 'eine abgesagt' : `${cancelled} abgesagt`}`}.`,
    left.length === 0 ? '' : `Nicht dabei: ${left.join(' und ')}.`,
    privateDetails === 0 ? '' : privateDetails === 1 ? 'Eine private Nummer oder Adresse im Text wird weggelassen.' : `${privateDetails} private Nummern oder Adressen im Text werden weggelassen.`,
  ].filter((part) => part !== '').join(' ')
}
