import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { changeReceiptSchema } from '../records/model.ts'
import { LAND_CODES } from '../vault/laender.ts'
import { clashesContract } from './clashes/contract.ts'
import { figuresContract } from './figures/contract.ts'
import { icalendarContract } from './icalendar/contract.ts'
import { programmeContract } from './series/contract.ts'
import { checklistInputSchema, checklistSchema } from './checklists/model.ts'
import { copyContract } from './copy/contract.ts'
import { equipmentContract } from './equipment/contract.ts'
import { moneyContract } from './money/contract.ts'
import { runContract } from './run/contract.ts'
import { safetyContract } from './safety/contract.ts'
import { shiftsContract } from './shifts/contract.ts'
import { eventFilters, eventInputSchema, eventListItemSchema, eventSchema, partnerSchema, seriesInputSchema, seriesSchema, venueInputSchema, venueSchema } from './model.ts'
import { participantsContract } from './participants/contract.ts'

const id = z.string().min(1).max(64)
const land = z.enum(LAND_CODES)
const versioned = z.object({ id, version: z.number().int() })
const created = changeReceiptSchema.extend({ id })

/** „Veranstaltungen": events, their places, series and checklists. `land` decides which days are holidays. */
export const eventsContract = {
  list: procedure
    .input(z.object({
      query: z.string().max(200).default(''),
      filter: z.enum(eventFilters).default('coming'),
      kind: z.string().max(40).default(''),
      seriesId: id.nullable().default(null),
      /** Days on which an event takes place, both included. */
      from: z.iso.date().nullable().default(null),
      to: z.iso.date().nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }))
    .output(z.object({ events: z.array(eventListItemSchema), total: z.number().int() })),
  get: procedure.input(z.object({ id })).output(eventSchema),
  /** Stores a new event, with a checklist if one is named. */
  create: procedure.input(z.object({ fields: eventInputSchema, checklistId: id.nullable(), land })).output(created),
  /** Stores the fields given. A new day moves the open tasks of its checklist in the same step. */
  update: procedure.input(versioned.extend({ fields: eventInputSchema.partial(), land })).output(changeReceiptSchema),
  setPartners: procedure.input(versioned.extend({ partners: z.array(partnerSchema).max(300) })).output(changeReceiptSchema),
  remove: procedure.input(versioned).output(changeReceiptSchema),
  /** Where a new day would bring the open tasks; `past` says which of them would lie before today. */
  planMove: procedure.input(z.object({ id, startsOn: z.iso.date(), land })).output(z.array(z.object({ id, title: z.string(), from: z.string().nullable(), to: z.string(), past: z.boolean() }))),
  /** Adds a checklist to an event. */
  addChecklist: procedure.input(z.object({ id, checklistId: id, land })).output(z.object({ change: z.string().nullable() })),
  clashes: clashesContract,
  icalendar: icalendarContract,
  figures: figuresContract,
  copy: copyContract,
  money: moneyContract, shifts: shiftsContract, equipment: equipmentContract, run: runContract, safety: safetyContract,
  checklists: {
    list: procedure.output(z.array(checklistSchema)),
    get: procedure.input(z.object({ id })).output(checklistSchema),
    /** Stores a new template; `basedOn` names the one of the application that it replaces for this office. */
    create: procedure.input(z.object({ fields: checklistInputSchema, basedOn: z.string().max(64) })).output(created),
    update: procedure.input(versioned.extend({ fields: checklistInputSchema })).output(changeReceiptSchema),
    remove: procedure.input(versioned).output(changeReceiptSchema),
  },
  venues: {
    list: procedure.input(z.object({ query: z.string().max(200).default('') })).output(z.array(venueSchema)),
    get: procedure.input(z.object({ id })).output(venueSchema),
    create: procedure.input(z.object({ fields: venueInputSchema })).output(created),
    update: procedure.input(versioned.extend({ fields: venueInputSchema })).output(changeReceiptSchema),
    remove: procedure.input(versioned).output(changeReceiptSchema),
  },
  series: {
    list: procedure.output(z.array(seriesSchema)),
    get: procedure.input(z.object({ id })).output(seriesSchema),
    /** A day until which entries are awaited brings the tasks around it; `land` decides which days are holidays. */
    create: procedure.input(z.object({ fields: seriesInputSchema, land })).output(created),
    /** Moved days move the open tasks that are counted from them. */
    update: procedure.input(versioned.extend({ fields: seriesInputSchema, land })).output(changeReceiptSchema),
    remove: procedure.input(versioned).output(changeReceiptSchema),
  },
  participants: participantsContract,
  programme: programmeContract,
}
