import { office } from '../procedures.ts'
import { createChecklist, findChecklists, getChecklist, removeChecklist, updateChecklist } from './checklists/service.ts'
import { clashesRouter } from './clashes/router.ts'
import { figuresRouter } from './figures/router.ts'
import { icalendarRouter } from './icalendar/router.ts'
import { copyRouter } from './copy/router.ts'
import { equipmentRouter } from './equipment/router.ts'
import { moneyRouter } from './money/router.ts'
import { runRouter } from './run/router.ts'
import { safetyRouter } from './safety/router.ts'
import { shiftsRouter } from './shifts/router.ts'
import { programmeRouter } from './series/router.ts'
import { listSeries } from './series/repository.ts'
import { createSeries, getSeries, removeSeries, updateSeries } from './series/service.ts'
import { addChecklistToEvent, createEvent, findEvents, planMove, removeEvent, setPartners, showEvent, updateEvent } from './service.ts'
import { listVenues } from './venues/repository.ts'
import { participantsRouter } from './participants/router.ts'
import { createVenue, getVenue, removeVenue, updateVenue } from './venues/service.ts'

const { events } = office
const { checklists, venues, series } = events

/** „Veranstaltungen". */
export const eventsRouter = {
  list: events.list.handler(({ context, input }) => findEvents(context.desk, input)),
  get: events.get.handler(({ context, input }) => showEvent(context.desk, input.id)),
  create: events.create.handler(({ context, input }) => createEvent(context.desk, input)),
  update: events.update.handler(({ context, input }) => updateEvent(context.desk, input.id, input.version, input.fields, input.land)),
  setPartners: events.setPartners.handler(({ context, input }) => setPartners(context.desk, input.id, input.version, input.partners)),
  remove: events.remove.handler(({ context, input }) => removeEvent(context.desk, input.id, input.version)),
  planMove: events.planMove.handler(({ context, input }) => planMove(context.desk, input.id, input.startsOn, input.land)),
  addChecklist: events.addChecklist.handler(({ context, input }) => addChecklistToEvent(context.desk, input.id, input.checklistId, input.land)),
  clashes: clashesRouter,
  icalendar: icalendarRouter,
  figures: figuresRouter,
  copy: copyRouter,
  money: moneyRouter, shifts: shiftsRouter, equipment: equipmentRouter, run: runRouter, safety: safetyRouter,
  checklists: {
    list: checklists.list.handler(({ context }) => findChecklists(context.desk)),
    get: checklists.get.handler(({ context, input }) => getChecklist(context.desk, input.id)),
    create: checklists.create.handler(({ context, input }) => createChecklist(context.desk, input.fields, input.basedOn)),
    update: checklists.update.handler(({ context, input }) => updateChecklist(context.desk, input.id, input.version, input.fields)),
    remove: checklists.remove.handler(({ context, input }) => removeChecklist(context.desk, input.id, input.version)),
  },
  venues: {
    list: venues.list.handler(({ context, input }) => listVenues(context.desk.database.read, input.query)),
    get: venues.get.handler(({ context, input }) => getVenue(context.desk, input.id)),
    create: venues.create.handler(({ context, input }) => createVenue(context.desk, input.fields)),
    update: venues.update.handler(({ context, input }) => updateVenue(context.desk, input.id, input.version, input.fields)),
    remove: venues.remove.handler(({ context, input }) => removeVenue(context.desk, input.id, input.version)),
  },
  series: {
    list: series.list.handler(({ context }) => listSeries(context.desk.database.read)),
    get: series.get.handler(({ context, input }) => getSeries(context.desk, input.id)),
    create: series.create.handler(({ context, input }) => createSeries(context.desk, input.fields, input.land)),
    update: series.update.handler(({ context, input }) => updateSeries(context.desk, input.id, input.version, input.fields, input.land)),
    remove: series.remove.handler(({ context, input }) => removeSeries(context.desk, input.id, input.version)),
  },
  participants: participantsRouter,
  programme: programmeRouter,
}
