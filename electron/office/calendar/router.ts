import { office } from '../procedures.ts'
import { absencesOn } from './away.ts'
import { saveAgenda } from './output.ts'
import { calendarRange, daysOfOffice } from './range.ts'
import { importSchoolHolidays } from './school.ts'
import { createEntry, getEntry, getOverruled, moveEntry, overruleDay, removeEntry, restoreDay, skipEntry, updateEntry } from './service.ts'

const { calendar } = office
const { entries, days } = calendar

/** „Kalender". */
export const calendarRouter = {
  range: calendar.range.handler(({ context, input }) => calendarRange(context.desk, input)),
  away: calendar.away.handler(({ context, input }) => absencesOn(context.desk, input.day, input.land)),
  saveAgenda: calendar.saveAgenda.handler(({ context, input }) => saveAgenda(context.desk, context.process.grants, input)),
  importSchool: calendar.importSchool.handler(({ context, input }) => importSchoolHolidays(context.desk, Buffer.from(input.content, 'base64'))),
  entries: {
    get: entries.get.handler(({ context, input }) => getEntry(context.desk, input.id)),
    create: entries.create.handler(({ context, input }) => createEntry(context.desk, input.fields)),
    update: entries.update.handler(({ context, input }) => updateEntry(context.desk, input.id, input.version, input.fields)),
    move: entries.move.handler(({ context, input }) => moveEntry(context.desk, input.id, input.version, input.day, input.to, input.all)),
    skip: entries.skip.handler(({ context, input }) => skipEntry(context.desk, input.id, input.version, input.day)),
    remove: entries.remove.handler(({ context, input }) => removeEntry(context.desk, input.id, input.version)),
  },
  days: {
    list: days.list.handler(({ context, input }) => daysOfOffice(context.desk, input)),
    get: days.get.handler(({ context, input }) => getOverruled(context.desk, input.id)),
    overrule: days.overrule.handler(({ context, input }) => overruleDay(context.desk, input.fields)),
    restore: days.restore.handler(({ context, input }) => restoreDay(context.desk, input.id, input.version)),
  },
}
