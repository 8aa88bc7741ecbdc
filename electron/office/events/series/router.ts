import { office } from '../../procedures.ts'
import { findChases, saveChases } from './chase/service.ts'
import { decideEntries, planReading, readEntries, takeEntries } from './entries/service.ts'
import { followSeries } from './follow.ts'
import { saveForms } from './forms/service.ts'
import { prepareLetter } from './letters/service.ts'
import { moveDay, planDay } from './move-day.ts'
import { checkProgramme, saveProgramme } from './output/service.ts'
import { addPartners, findPartners, removePartner, setPartnerStates, updatePartner } from './partners-service.ts'
import { getTexts, programmeOf, updateTexts } from './programme.ts'
import { reviewOf, saveReview } from './review/service.ts'

const { programme } = office.events
const { partners, entries, texts, output } = programme

/** A series from the call to the review. */
export const programmeRouter = {
  partners: {
    list: partners.list.handler(({ context, input }) => findPartners(context.desk, input.seriesId)),
    add: partners.add.handler(({ context, input }) => addPartners(context.desk, input.seriesId, input)),
    update: partners.update.handler(({ context, input }) => updatePartner(context.desk, input.seriesId, input.id, input.fields)),
    setState: partners.setState.handler(({ context, input }) => setPartnerStates(context.desk, input.seriesId, input.ids, input.state)),
    remove: partners.remove.handler(({ context, input }) => removePartner(context.desk, input.seriesId, input.id)),
  },
  prepareLetter: programme.prepareLetter.handler(({ context, input }) => prepareLetter(context.desk, input)),
  saveForms: programme.saveForms.handler(({ context, input }) => saveForms(context.desk, context.process.grants, input)),
  chases: {
    list: programme.chases.list.handler(({ context, input }) => findChases(context.desk, input.seriesId)),
    save: programme.chases.save.handler(({ context, input }) => saveChases(context.desk, context.process.grants, input)),
  },
  entries: {
    read: entries.read.handler(({ input }) => readEntries(input.files)),
    plan: entries.plan.handler(({ context, input }) => planReading(context.desk, input.seriesId, input.entries)),
    take: entries.take.handler(({ context, input }) => takeEntries(context.desk, input)),
    decide: entries.decide.handler(({ context, input }) => decideEntries(context.desk, input.eventIds, input.fields)),
  },
  days: {
    plan: programme.days.plan.handler(({ context, input }) => planDay(context.desk, input)),
    move: programme.days.move.handler(({ context, input }) => moveDay(context.desk, input)),
  },
  events: programme.events.handler(({ context, input }) => programmeOf(context.desk, input.seriesId)),
  texts: {
    get: texts.get.handler(({ context, input }) => getTexts(context.desk, input.seriesId)),
    update: texts.update.handler(({ context, input }) => updateTexts(context.desk, input.seriesId, input.version, input.fields)),
  },
  output: {
    check: output.check.handler(({ context, input }) => checkProgramme(context.desk, input.seriesId, input.scope)),
    save: output.save.handler(({ context, input }) => saveProgramme(context.desk, context.process.grants, input)),
  },
  review: programme.review.handler(({ context, input }) => reviewOf(context.desk, input.seriesId, input.otherId)),
  saveReview: programme.saveReview.handler(({ context, input }) => saveReview(context.desk, context.process.grants, input)),
  follow: programme.follow.handler(({ context, input }) => followSeries(context.desk, input.seriesId, input.land)),
}
