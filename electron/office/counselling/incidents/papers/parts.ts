import { clockOf, offerDetail } from '../../../../../shared/counselling/incidents/clock.ts'
import type { Incident } from '../../../../../shared/counselling/incidents/contract.ts'
import { findPaper, needsRelease, type Paper } from '../../../../../shared/counselling/incidents/papers/catalogue.ts'
import type { PreparedPaper, WantedPaper } from '../../../../../shared/counselling/incidents/papers/contract.ts'
import { keysOf, wordsOf } from '../../../../../shared/counselling/incidents/papers/fill.ts'
import { isMissing, paperKeys, paperValues, type PaperContext, type PaperValues } from '../../../../../shared/counselling/incidents/papers/values.ts'
import { formatBirthDate, type IdentityFields } from '../../../../../shared/counselling/identity/model.ts'
import { releaseState } from '../../../../../shared/counselling/releases/model.ts'
import { germanDate } from '../../../../../shared/dates.ts'
import { OfficeError } from '../../../../../shared/errors.ts'
import type { CounsellingDesk } from '../../../session.ts'
import { expectCaseAccess } from '../../access/guard.ts'
import { hasOpened } from '../../access/log.ts'
import { readIdentity } from '../../identity/repository.ts'
import { releasesOfCase } from '../../releases/repository.ts'
import { safetyOf } from '../../safety/service.ts'
import { getIncident } from '../service.ts'

/** Everything that a draft is made of. */
export interface PaperParts {
  paper: Paper
  wanted: WantedPaper
  incident: Incident
  values: PaperValues
  prepared: PreparedPaper
}

/**
 * Gathers what a draft is made of. @throws OfficeError `not-found`, `forbidden` for somebody else's case or an identity card that wasn't
 * opened, `invalid` for a case that isn't of the incident
 */
export async function partsOf(desk: CounsellingDesk, wanted: WantedPaper, today: string): Promise<PaperParts> {
  const paper = findPaper(wanted.paper)
  if (!paper?.variants.includes(wanted.variant)) throw new OfficeError('not-found')
  const incident = await getIncident(desk, wanted.incidentId)
  const { caseId } = wanted
  if (caseId !== null) {
    await expectCaseAccess(desk, caseId)
    if (!incident.affected.some((affected) => affected.caseId === caseId)) throw new OfficeError('invalid', { detail: 'Dieser Fall gehört nicht zum Vorfall.' })
  }
  const identity = await openedIdentity(desk, wanted)
  const values = paperValues(incident, contextOf(paper, wanted, identity))
  const fields = keysOf(paper, wanted.variant).map(({ key, needed }) => ({ key, label: paperKeys[key], value: isMissing(values, key) ? '' : wordsOf(values[key]), needed }))
  const deadline = deadlineOf(paper, incident, today)
  const safety = caseId === null ? null : await safetyOf(desk, caseId)
  const warnings = [
    ...(identity?.addressProtected ? ['Auskunftssperre: Die Wohnanschrift wird nicht eingesetzt. Bitte eine andere zustellfähige Anschrift ergänzen.'] : []),
    ...(paper.code === 'closing' && safety?.noLetters ? ['Sichere Kontaktwege: keine Briefe nach Hause.'] : []),
    ...(paper.rule !== null && deadline === null ? ['Aus dem Vorfall ergibt sich für dieses Schriftstück keine Frist. Bitte Lebensbereich und Daten prüfen.'] : []),
    ...(deadline?.over ? ['Die Frist ist abgelaufen. Bitte prüfen, ob sie später begonnen hat.'] : []),
    ...(paper.code === 'police-report' && incident.applicationFiledOn !== null ? ['Ein Strafantrag ist bereits eingetragen.'] : []),
  ]
  const asksRelease = needsRelease(paper, wanted.variant)
  const releases = asksRelease && caseId !== null ? await validReleases(desk, caseId, today) : []
  return { paper, wanted, incident, values, prepared: { fields, deadline, warnings, needsRelease: asksRelease, releases } }
}

async function validReleases(desk: CounsellingDesk, caseId: string, today: string): Promise<string[]> {
  const releases = await releasesOfCase(desk.database.read, caseId)
  return releases.filter((release) => releaseState(release, today) === 'valid').map(({ name, until, information }) => `${name}, bis ${germanDate(until)}: ${information}`)
}

/** Name and address, if the person has opened the identity card for this; the line in its log is there already. */
async function openedIdentity(desk: CounsellingDesk, { caseId, opening, variant }: WantedPaper): Promise<IdentityFields | null> {
  if (opening === null || caseId === null || variant === 'blank') return null
  if (!(await hasOpened(desk.database.read, opening, caseId, desk.person.id))) throw new OfficeError('forbidden')
  return (await readIdentity(desk.database.read, caseId))?.fields ?? null
}

function contextOf({ toClient }: Paper, { recipient, replyBy, writtenOn }: WantedPaper, identity: IdentityFields | null): PaperContext {
  const { givenNames = '', familyName = '', nameOrder = 'given-first', street = '', addressExtra = '', postalCode = '', place = '' } = identity ?? {}
  const lines = [street, addressExtra, [postalCode, place].filter(Boolean).join(' ')].filter(Boolean)
  const client = (nameOrder === 'given-first' ? [givenNames, familyName] : [familyName, givenNames]).filter(Boolean).join(' ')
  const clientAddress = identity?.addressProtected ? [] : lines
  const own = toClient && client !== '' && clientAddress.length > 0 ? [client, ...clientAddress] : []
  return {
    client, clientAddress,
    birthDate: identity === null ? '' : formatBirthDate(identity.birthDate),
    recipient: recipient.length > 0 ? recipient.filter(Boolean) : own, replyBy, writtenOn,
  }
}

/** The day until which the paper must have arrived: the deadline that was taken over, else what the clock offers. */
function deadlineOf({ rule }: Paper, incident: Incident, today: string): PreparedPaper['deadline'] {
  if (rule === null) return null
  const taken = incident.deadlines.find((deadline) => deadline.rule === rule)
  if (taken) return { title: taken.title, dueOn: taken.dueOn, safeOn: taken.safeOn, detail: [taken.norm, `eingetragen als ${taken.number}`].filter(Boolean).join(', '), over: taken.dueOn < today }
  const offer = clockOf(incident).find((candidate) => candidate.rule === rule)
  const result = offer?.result
  if (!offer || !result?.deadline) return null
  return { title: offer.title, dueOn: result.deadline.slice(0, 10), safeOn: result.safeDay ?? result.deadline.slice(0, 10), detail: offerDetail(offer), over: result.deadline.slice(0, 10) < today }
}
