import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { daysBetween } from '../holidays/days.ts'
import { changeReceiptSchema } from '../records/model.ts'
import { LAND_CODES } from '../vault/laender.ts'
import { certainties, specialDayKinds } from './days.ts'
import { absenceSchema, calendarLineSchema, entryInputSchema, entrySchema, layers, longestSpan, overruledSchema, overruleInputSchema } from './model.ts'

const id = z.string().min(1).max(64)
const day = z.iso.date()
const clock = z.iso.time({ precision: -1 })
const land = z.enum(LAND_CODES)
const versioned = z.object({ id, version: z.number().int() })
const span = z.object({ from: day, to: day, land }).refine(({ from, to }) => to >= from && daysBetween(from, to) <= longestSpan, 'Höchstens ein Jahr auf einmal.')

const specialDay = z.object({
  id: z.string(), name: z.string(), from: z.string(), to: z.string(), kind: z.enum(specialDayKinds), community: z.string(), certainty: z.enum(certainties), note: z.string(),
  source: z.string(), eve: z.boolean(), margin: z.number(),
})

/** „Kalender" of the office. `land` decides which days are holidays. What is dated for clients comes from the counselling side. */
export const calendarContract = {
  /** Everything that touches the days of a span, both included, by day and time. */
  range: procedure.input(span).output(z.array(calendarLineSchema)),
  /** Who of the office is away on a day. */
  away: procedure.input(z.object({ day, land })).output(z.array(absenceSchema)),
  /** Writes the agenda of a span as PDF, with the layers named. */
  saveAgenda: procedure.input(z.object({ span, layers: z.array(z.enum(layers)).max(layers.length), title: z.string().max(100), grant: z.string().min(1).max(100) })).output(z.void()),
  /** Takes school holidays from a calendar file (iCalendar); `invalid` says why it can't be read. `known`: what stood there already. */
  importSchool: procedure.input(z.object({ content: z.base64().max(1_400_000) })).output(z.object({ change: z.string().nullable(), created: z.number().int(), known: z.number().int() })),
  entries: {
    get: procedure.input(z.object({ id })).output(entrySchema),
    create: procedure.input(z.object({ fields: entryInputSchema })).output(changeReceiptSchema.extend({ id })),
    update: procedure.input(versioned.extend({ fields: entryInputSchema.partial() })).output(changeReceiptSchema),
    /**
     * Lays the time of `day` on another one. `all` moves every time of a repeated entry with it; otherwise this one becomes an entry of
     * its own.
     */
    move: procedure.input(versioned.extend({ day, to: z.object({ startsOn: day, startsAt: clock.nullable(), endsAt: clock.nullable() }), all: z.boolean() })).output(changeReceiptSchema),
    /** One time of a repeated entry falls out. */
    skip: procedure.input(versioned.extend({ day })).output(changeReceiptSchema),
    remove: procedure.input(versioned).output(changeReceiptSchema),
  },
  days: {
    /** Feasts, holidays, action days and weeks of a span as the office has them; `hidden` are those that it doesn't show. */
    list: procedure.input(span).output(z.object({ days: z.array(specialDay), overruled: z.array(overruledSchema) })),
    get: procedure.input(z.object({ id })).output(overruledSchema),
    /** Lays a day of one year elsewhere, hides it or says something of it. */
    overrule: procedure.input(z.object({ fields: overruleInputSchema })).output(changeReceiptSchema.extend({ id })),
    /** Takes that back: the date of the application counts again. */
    restore: procedure.input(versioned).output(changeReceiptSchema),
  },
}
