import { counselling } from '../procedures.ts'
import { createCase, findCases, freeAlias, getCase, matchCase, openCaseFor, removeCase, updateCase } from './cases/service.ts'
import { consultationsPerMonth } from './consultations/figures.ts'
import {
  createConsultation, findConsultations, getConsultation, removeConsultation, timeLine, updateConsultation,
} from './consultations/service.ts'
import { deadlinesRouter } from './deadlines/router.ts'
import { attachmentsRouter } from './attachments/router.ts'
import { accessRouter } from './access/router.ts'
import { conflictsRouter } from './conflicts/router.ts'
import { handoverRouter } from './handover/router.ts'
import { householdRouter } from './household/router.ts'
import { templatesRouter } from './templates/router.ts'
import { courseRouter } from './course/router.ts'
import { escalationRouter } from './escalation/router.ts'
import { incidentPapersRouter } from './incidents/papers/router.ts'
import { identityRouter } from './identity/router.ts'
import { clientLetterDeskRouter, clientLettersRouter } from './letters/router.ts'
import { mergingRouter } from './merging/router.ts'
import { protectedNotesRouter } from './protected-notes/router.ts'
import { incidentsRouter } from './incidents/router.ts'
import { safetyRouter } from './safety/router.ts'
import { referralsRouter } from './referrals/router.ts'
import { releasesRouter } from './releases/router.ts'
import { privacyRouter } from './privacy/router.ts'
import { residenceRouter } from './residence/router.ts'
import { statisticsRouter } from './statistics/router.ts'

const { cases, consultations } = counselling.counselling

/** „Beratung“: every procedure stands behind the guard of the counselling side. */
export const counsellingRouter = {
  protectedNotes: protectedNotesRouter,
  deadlines: deadlinesRouter,
  referrals: referralsRouter,
  releases: releasesRouter,
  residence: residenceRouter,
  access: accessRouter,
  handover: handoverRouter,
  attachments: attachmentsRouter,
  identity: identityRouter,
  course: courseRouter,
  templates: templatesRouter,
  household: householdRouter,
  conflicts: conflictsRouter,
  incidents: incidentsRouter,
  safety: safetyRouter,
  escalation: escalationRouter,
  merging: mergingRouter,
  statistics: statisticsRouter,
  incidentPapers: incidentPapersRouter,
  privacy: privacyRouter,
  letters: clientLettersRouter,
  letterDesk: clientLetterDeskRouter,
  cases: {
    list: cases.list.handler(({ context, input }) => findCases(context.desk, input)),
    get: cases.get.handler(({ context, input }) => getCase(context.desk, input.id)),
    create: cases.create.handler(({ context, input }) => createCase(context.desk, input.fields)),
    update: cases.update.handler(({ context, input }) => updateCase(context.desk, input.id, input.version, input.fields)),
    remove: cases.remove.handler(({ context, input }) => removeCase(context.desk, input.id, input.version, input.deadlinesSeen)),
    openFor: cases.openFor.handler(({ context, input }) => openCaseFor(context.desk, input.consultation, input.fields)),
    match: cases.match.handler(({ context, input }) => matchCase(context.desk, input.reference)),
    suggestAlias: cases.suggestAlias.handler(async ({ context }) => ({ alias: await freeAlias(context.desk) })),
  },
  consultations: {
    perMonth: consultations.perMonth.handler(({ context, input }) => consultationsPerMonth(context.desk, input.year)),
    list: consultations.list.handler(({ context, input }) => findConsultations(context.desk, input)),
    ofCase: consultations.ofCase.handler(({ context, input }) => timeLine(context.desk, input.caseId, input)),
    get: consultations.get.handler(({ context, input }) => getConsultation(context.desk, input.id)),
    create: consultations.create.handler(({ context, input }) => createConsultation(context.desk, input.caseId, input.fields)),
    update: consultations.update.handler(({ context, input }) =>
      updateConsultation(context.desk, input.id, input.version, input.fields),
    ),
    remove: consultations.remove.handler(({ context, input }) => removeConsultation(context.desk, input.id, input.version)),
  },
}
