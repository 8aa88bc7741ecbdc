import { embargoBinds, localMinute, minuteText } from '../../../../shared/correspondence/press/embargo.ts'
import type { PressDue } from '../../../../shared/correspondence/press/model.ts'
import { germanDate } from '../../../../shared/dates.ts'
import { addDays } from '../../../../shared/holidays/days.ts'
import type { OfficeDesk } from '../../session.ts'

/** An embargo is shown this many days before it ends. */
const embargoDays = 7

/** What burns in press work: embargoes that end, releases that wait, follow-ups that are due. The urgent first. */
export async function duePress(desk: OfficeDesk, limit: number, now = localMinute(new Date())): Promise<{ lines: PressDue[]; total: number }> {
  const today = now.slice(0, 10)
  const database = desk.database.read
  const releases = await database.selectFrom('press_release').innerJoin('letter', 'letter.id', 'press_release.letter_id')
    .select(['press_release.id', 'subject', 'number', 'state', 'embargo_at', 'submitted_on', 'submitted_to', 'follow_up_on', 'follow_up_done_on', 'sent_on'])
    .where('press_release.deleted_at', 'is', null).where('state', '<>', 'dropped').execute()
  const lines: PressDue[] = []
  for (const row of releases) {
    const line = (what: string, urgent: boolean): number => lines.push({ id: row.id, type: 'press-release', title: row.subject, detail: `Pressemitteilung ${row.number}`, what, urgent })
    if (embargoBinds(row.embargo_at, now) && row.embargo_at.slice(0, 10) <= addDays(today, embargoDays)) line(`Sperrfrist bis ${minuteText(row.embargo_at)}`, row.state !== 'sent')
    else if (row.state === 'released') line('Freigegeben, noch nicht versandt', true)
    else if (row.state === 'review') line(`Bei ${row.submitted_to} seit ${germanDate(row.submitted_on ?? today)}`, (row.submitted_on ?? today) <= addDays(today, -3))
    if (row.follow_up_on !== null && row.follow_up_done_on === null && row.follow_up_on <= today) line(row.sent_on === null ? 'Wiedervorlage fällig' : 'Nachfragen: Was ist erschienen?', true)
  }
  const clippings = await database.selectFrom('clipping').select(['id', 'title', 'medium_name', 'published_on']).where('deleted_at', 'is', null)
    .where('follow_up_on', '<=', today).where('follow_up_done_on', 'is', null).execute()
  lines.push(...clippings.map((row): PressDue => ({ id: row.id, type: 'clipping', title: row.title, detail: `${row.medium_name}, ${germanDate(row.published_on)}`, what: 'Wiedervorlage fällig', urgent: true })))
  return { lines: lines.toSorted((a, b) => Number(b.urgent) - Number(a.urgent)).slice(0, limit), total: lines.length }
}
