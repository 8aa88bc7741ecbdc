import type { OfficeContext } from '../office-context.ts'
import { counselling, office } from '../procedures.ts'
import { getLetterhead } from '../settings/service.ts'
import type { Session } from '../session.ts'
import { anchorsFor } from './outside.ts'
import type { LogDesk } from './repository.ts'
import { checkLog, listEntries, openLog, proveMark, saveLog, setRetention, standing, type SubjectNames } from './service.ts'
import { caseNames, personNames } from './subjects.ts'

interface Asked extends OfficeContext {
  session: Session
}

const people = ({ vault }: OfficeContext) => vault.change(async ({ file }) => file.list.people)

async function anchors({ session, vault }: Asked, side: 'office' | 'counselling') {
  return anchorsFor(session, side, await vault.change(async ({ keys }) => keys[side] ?? null))
}

const officeNames = (context: Asked): SubjectNames => async () => personNames(await people(context))
const counsellingNames = (context: Asked): SubjectNames => async (rows) => new Map([...personNames(await people(context)), ...await caseNames(context.session, rows)])
const asLog = (desk: unknown): LogDesk => desk as LogDesk
const officeName = async ({ session }: Asked): Promise<string> => (await getLetterhead(session.office)).letterhead.officeName

/** The tamper-evident logs of both databases. */
export const auditRouter = {
  standing: office.audit.standing.handler(async ({ context }) => standing(context.session, (await people(context)).map(({ id, name }) => ({ id, name })))),
  setRetention: office.audit.setRetention.handler(({ context, input }) => setRetention(context.session, input.months)),
  office: {
    open: office.audit.office.open.handler(({ context, input }) => openLog(asLog(context.desk), input.purpose)),
    list: office.audit.office.list.handler(({ context, input }) => listEntries(asLog(context.desk), officeNames(context), input)),
    check: office.audit.office.check.handler(async ({ context }) => checkLog(asLog(context.desk), await anchors(context, 'office'))),
    prove: office.audit.office.prove.handler(({ context, input }) => proveMark(asLog(context.desk), input.mark)),
    save: office.audit.office.save.handler(async ({ context, input }) =>
      saveLog(asLog(context.desk), officeNames(context), context.process.grants, await anchors(context, 'office'), await officeName(context), input)),
  },
  counselling: {
    open: counselling.audit.counselling.open.handler(({ context, input }) => openLog(asLog(context.desk), input.purpose)),
    list: counselling.audit.counselling.list.handler(({ context, input }) => listEntries(asLog(context.desk), counsellingNames(context), input)),
    check: counselling.audit.counselling.check.handler(async ({ context }) => checkLog(asLog(context.desk), await anchors(context, 'counselling'))),
    prove: counselling.audit.counselling.prove.handler(({ context, input }) => proveMark(asLog(context.desk), input.mark)),
    save: counselling.audit.counselling.save.handler(async ({ context, input }) =>
      saveLog(asLog(context.desk), counsellingNames(context), context.process.grants, await anchors(context, 'counselling'), await officeName(context), input)),
  },
}
