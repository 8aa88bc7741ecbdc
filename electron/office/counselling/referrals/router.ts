import { getContact, livingContact } from '../../directory/service.ts'
import { counselling } from '../../procedures.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { figuresOfContact, referralFigures, type Living } from './figures.ts'
import { saveCover, saveSlip, type ReadContact } from './outputs.ts'
import { createReferral, findReferrals, findReferralsOf, getReferral, removeReferral, settleReferral, updateReferral } from './service.ts'

const { referrals } = counselling.counselling

/** Contacts lie in office.db: it is asked for one by its id and never hears why. */
export function livingIn(office: OfficeDesk): Living {
  return (id) => livingContact(office, id)
}

const readContactIn = (office: OfficeDesk): ReadContact => (id) => getContact(office, id).catch(() => null)

/** Referrals. */
export const referralsRouter = {
  list: referrals.list.handler(({ context, input }) => findReferrals(context.desk, livingIn(context.session.office), input)),
  of: referrals.of.handler(({ context, input }) => findReferralsOf(context.desk, input)),
  get: referrals.get.handler(({ context, input }) => getReferral(context.desk, input.id)),
  create: referrals.create.handler(({ context, input }) => createReferral(context.desk, livingIn(context.session.office), input.owner, input.fields, input.followUp)),
  update: referrals.update.handler(({ context, input }) => updateReferral(context.desk, livingIn(context.session.office), input.id, input.version, input.fields)),
  settle: referrals.settle.handler(({ context, input }) => settleReferral(context.desk, input.id, input.version, input.feedback)),
  remove: referrals.remove.handler(({ context, input }) => removeReferral(context.desk, input.id, input.version)),
  figures: referrals.figures.handler(({ context, input }) => referralFigures(context.desk, livingIn(context.session.office), input.year)),
  ofContact: referrals.ofContact.handler(({ context, input }) => figuresOfContact(context.desk, livingIn(context.session.office), input.contactId)),
  saveSlip: referrals.saveSlip.handler(async ({ context, input }) =>
    saveSlip(context.desk, context.process.grants, (await getLetterhead(context.session.office)).letterhead, readContactIn(context.session.office), input)),
  saveCover: referrals.saveCover.handler(async ({ context, input }) =>
    saveCover(context.desk, context.process.grants, (await getLetterhead(context.session.office)).letterhead, input)),
}
