import type { SeriesInput } from '../../../../shared/events/model.ts'
import { emptyTask, type Task } from '../../../../shared/tasks/model.ts'
import { atDistance, type LeadTime } from '../../../../shared/tasks/lead-time.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { OfficeDesk } from '../../session.ts'
import { addTask, moveTasksAlong, tasksOfRecord } from '../../tasks/service.ts'
import type { EventTransaction } from '../service.ts'

type Days = Pick<SeriesInput, 'startsOn' | 'entriesUntil'>

/** Tasks under this heading count from the first day of the series, all others from the day until which entries are awaited. */
const programmeHeading = 'Programmheft'
const callHeading = 'Aufruf an die Partner'
const weeks = (count: number): LeadTime => ({ count, unit: 'W' })

/** What a series has to have done when; lead times as in the usual plan of an Interkulturelle Woche, the office changes its own tasks. */
const steps: readonly { heading: string; title: string; note: string; lead: LeadTime }[] = [
  { heading: callHeading, title: 'Partner erinnern', note: 'Unter „Aufruf“ der Reihe: „Erinnern“ schreibt nur an die, die noch nicht geantwortet haben.', lead: weeks(-2) },
  { heading: callHeading, title: 'Antworten einlesen, wer fehlt noch?', note: 'Formulare unter „Aufruf“ der Reihe einlesen, bei den Fehlenden anrufen.', lead: { count: 0, unit: 'T' } },
  { heading: programmeHeading, title: 'Redaktionsschluss: Lücken schließen, Beiträge annehmen', note: 'Unter „Programm“ der Reihe stehen die Lücken je Veranstaltung.', lead: weeks(-10) },
  { heading: programmeHeading, title: 'Programmheft in den Druck', note: 'Unter „Heft und Listen“ der Reihe. Korrektur lesen lassen.', lead: weeks(-8) },
  { heading: programmeHeading, title: 'Presseliste und Web-Liste versenden', note: 'Unter „Heft und Listen“ der Reihe.', lead: weeks(-4) },
]

/** The tasks of a series move with its days, and are made when a day until which entries are awaited is said for the first time. */
export async function keepDeadlines(transaction: EventTransaction, desk: OfficeDesk, seriesId: string, days: { before: Days | null; now: Days }, land: Land): Promise<void> {
  const record = { type: 'event-series', id: seriesId }
  const { before, now } = days
  const anchors: readonly { date: string | null; moved: boolean; of(task: Pick<Task, 'heading'>): boolean }[] = [
    { date: now.entriesUntil, moved: now.entriesUntil !== before?.entriesUntil, of: ({ heading }) => heading !== programmeHeading },
    { date: now.startsOn, moved: now.startsOn !== before?.startsOn, of: ({ heading }) => heading === programmeHeading },
  ]
  const existing = await tasksOfRecord(transaction.database, record)
  if (existing.length === 0 && now.entriesUntil !== null && (before?.entriesUntil ?? null) === null) {
    for (const [position, step] of steps.entries()) {
      const date = anchors.find((anchor) => anchor.of(step))?.date ?? null
      await addTask(transaction, desk, { ...emptyTask, ...step, record, wantedOn: date === null ? null : atDistance(date, step.lead), noticeDays: 3 }, land, { position })
    }
    return
  }
  for (const { date, moved, of } of anchors) if (moved && date !== null) await moveTasksAlong(transaction, record, date, land, of)
}
