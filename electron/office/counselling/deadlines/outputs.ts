import { deadlineCalendar } from '../../../../shared/counselling/deadlines/calendar.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { recordHistory } from '../../database/history.ts'
import type { FileGrants } from '../../file-grants.ts'
import { mechanisms } from '../../records/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { expectUsable } from '../privacy/restriction.ts'
import { bookDocx, type BookEntry } from './book-docx.ts'
import { deadlinesOfPeriod } from './repository.ts'
import { asSeen, findOpen, getDeadline } from './service.ts'
import { slipDocx } from './slip-docx.ts'

/**
 * Writes the „Fristenbuch“ of a period to the file that the person chose: of every case for the Leitung, else of those that they see.
 * @throws OfficeError `invalid` for a period that ends before it begins, `forbidden`, `disk-full`, `read-only`
 */
export async function saveBook(
  desk: CounsellingDesk, grants: FileGrants, letterhead: Letterhead, { from, to, grant }: { from: string; to: string; grant: string },
): Promise<{ count: number }> {
  if (to < from) throw new OfficeError('invalid', { fields: { to: 'Das Ende liegt vor dem Anfang.' } })
  const entries: BookEntry[] = []
  const seen = await asSeen(desk, await deadlinesOfPeriod(desk.database.read, from, to, desk.person.id))
  for (const deadline of seen.filter(({ restricted }) => !restricted)) {
    const history = await recordHistory(mechanisms(desk), { type: 'deadline', id: deadline.id })
    entries.push({ deadline, history: history.reverse() })
  }
  grants.write(grant, await bookDocx(entries, { from, to }, letterhead.officeName, new Date()))
  return { count: entries.length }
}

/** Writes the „Fristzettel“ of a deadline. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function saveSlip(
  desk: CounsellingDesk, grants: FileGrants, letterhead: Letterhead, { id, grant, bilingual }: { id: string; grant: string; bilingual: boolean },
): Promise<void> {
  const deadline = await getDeadline(desk, id)
  await expectCaseAccess(desk, deadline.caseId)
  await expectUsable(desk.database.read, deadline.caseId)
  grants.write(grant, await slipDocx(deadline, letterhead, bilingual))
}

/** Writes the person's open deadlines as iCalendar. @throws OfficeError `forbidden`, `disk-full`, `read-only` */
export async function saveCalendar(
  desk: CounsellingDesk, grants: FileGrants, { grant, caseNumbers }: { grant: string; caseNumbers: boolean },
): Promise<{ count: number }> {
  const deadlines = await findOpen(desk, 'mine')
  grants.write(grant, new TextEncoder().encode(deadlineCalendar(deadlines, { caseNumbers, now: new Date() })))
  return { count: deadlines.length }
}
