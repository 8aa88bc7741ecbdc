import type { LeftWork } from '../../../shared/handover/contract.ts'
import { isoDay } from '../../../shared/dates.ts'
import { OfficeError } from '../../../shared/errors.ts'
import { addDays } from '../../../shared/holidays/days.ts'
import { organisationTypeLabel } from '../../../shared/directory/organisation-types.ts'
import { stateLabels } from '../../../shared/correspondence/statements/workflow.ts'
import { eventStateLabels } from '../../../shared/events/catalogue.ts'
import { giveStatements, openStatementsOf } from '../correspondence/statements/service.ts'
import { dealtWith } from '../directory/dealings/service.ts'
import { bodiesOf } from '../directory/service.ts'
import { giveEvents, plannedEventsOf, seriesFrom } from '../events/service.ts'
import { getLetterhead } from '../settings/service.ts'
import { giveTasks, openTasksOf } from '../tasks/service.ts'
import type { OfficeDesk } from '../session.ts'

/** Dealings of so many days count. */
const dealingDays = 730
const contactsProposed = 40

/** What a person is responsible for, and whom the office deals with. @throws OfficeError `forbidden` */
export async function leftWork(desk: OfficeDesk, leaverId: string, today = isoDay(new Date())): Promise<LeftWork> {
  expectLeitung(desk)
  const { read } = desk.database
  const contacts = await dealtWith(desk, addDays(today, -dealingDays), contactsProposed)
  return {
    tasks: (await openTasksOf(read, leaverId)).map(({ id, title, dueOn, recordTitle }) => ({ id, title, on: dueOn, note: recordTitle })),
    statements: (await openStatementsOf(read, leaverId)).map(({ id, number, subject, due, state }) => ({ id, title: `${number} ${subject}`, on: due, note: stateLabels[state] })),
    events: (await plannedEventsOf(read, leaverId, today)).map(({ id, title, startsOn, state }) => ({ id, title, on: startsOn, note: eventStateLabels[state] })),
    series: (await seriesFrom(read, today)).map(({ id, title, startsOn, entriesUntil }) => ({ id, title, on: startsOn, note: entriesUntil === null ? '' : `Meldungen bis ${entriesUntil.split('-').reverse().join('.')}` })),
    bodies: (await bodiesOf(read)).map(({ id, name, typeCode }) => ({ id, title: name, on: null, note: organisationTypeLabel(typeCode) })),
    contacts: contacts.map(({ id, name, lastOn, count }) => ({ id, title: name, on: lastOn, note: count === 1 ? '1 Gespräch' : `${count} Gespräche` })),
  }
}

/** Gives work to another person of the office, in one step. @throws OfficeError `forbidden`, `invalid` */
export async function reassign(
  desk: OfficeDesk, successor: { id: string; name: string }, { leaverId, tasks, statements, events }: { leaverId: string; tasks: readonly string[]; statements: readonly string[]; events: readonly string[] },
): Promise<{ change: string | null; tasks: number; statements: number; events: number }> {
  expectLeitung(desk)
  if (successor.id === leaverId) throw new OfficeError('invalid', { fields: { successorId: 'Diese Person ist es schon.' } })
  const { value, change } = await desk.write({ label: 'Zuständigkeiten übergeben' }, async (transaction) => ({
    tasks: await giveTasks(transaction, tasks, leaverId, successor),
    statements: await giveStatements(transaction, statements, leaverId, successor),
    events: await giveEvents(transaction, events, leaverId, successor),
  }))
  return { change, ...value }
}

/** Letterhead of the office, for papers of the counselling side that have no access to it. */
export async function officeLetterhead(desk: OfficeDesk) {
  return (await getLetterhead(desk)).letterhead
}

/** @throws OfficeError `forbidden` */
export function expectLeitung({ person }: OfficeDesk): void {
  if (person.role !== 'leitung') throw new OfficeError('forbidden', { detail: 'Die Übergabe bereitet die Leitung vor.' })
}
