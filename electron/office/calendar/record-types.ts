import { germanDate } from '../../../shared/dates.ts'
import { entryKindLabels } from '../../../shared/calendar/model.ts'
import { dayEntries } from '../../../shared/calendar/entries.ts'
import { repeatText } from '../../../shared/tasks/repeat-choices.ts'
import type { OfficeSchema } from '../database/office/schema.ts'
import type { RecordType } from '../database/record-type.ts'
import { readEntry, readOverruled } from './repository.ts'

/** Entries of the calendar are found by what they are, where, and whose. */
export const calendarEntryRecordType: RecordType<OfficeSchema> = {
  type: 'calendar-entry',
  label: 'Kalendereintrag',
  root: 'calendar_entry',
  parts: { calendar_skip: 'entry_id' },
  async document(database, id) {
    const entry = await readEntry(database, id)
    return entry && {
      title: entry.title,
      subtitle: [entryKindLabels[entry.kind], entry.personName, entry.place].filter((part) => part !== '').join(' · '),
      line: [germanDate(entry.startsOn), repeatText(entry.repeat)].filter((part) => part !== '').join(', '),
      words: [entry.note],
    }
  },
}

/** What an office says of a feast or action day is found by its name. */
export const overruledDayRecordType: RecordType<OfficeSchema> = {
  type: 'overruled-day',
  label: 'Besonderer Tag',
  root: 'overruled_day',
  parts: {},
  async document(database, id) {
    const day = await readOverruled(database, id)
    if (!day) return null
    const [entry = '', cycle = ''] = day.specialDayId.split(':')
    return {
      title: dayEntries.find((each) => each.id === entry)?.name ?? (entry === 'holiday' ? `Feiertag am ${germanDate(cycle)}` : entry),
      subtitle: day.hidden ? 'Besonderer Tag · ausgeblendet' : 'Besonderer Tag · vom Büro geändert',
      line: day.from === null ? '' : germanDate(day.from), words: [day.note],
    }
  },
}
