import { z } from 'zod'
import { LAND_CODES } from '../../vault/laender.ts'
import { realDay } from '../model.ts'
import { incidentEntry, type IncidentList } from './catalogues.ts'

const id = z.string().min(1).max(64)
const line = (max: number) => z.string().max(max, `Höchstens ${max} Zeichen.`).normalize('NFC').trim()
const text = (max: number) => z.string().max(max, `Höchstens ${max.toLocaleString('de-DE')} Zeichen.`)
const code = (list: IncidentList) => z.string({ error: 'Bitte wählen.' }).refine((value) => incidentEntry(list, value) !== undefined, { error: 'Bitte einen Wert aus der Liste wählen.' })
const codes = (list: IncidentList) =>
  z.array(code(list)).max(15, 'Höchstens 15 Werte.').refine((values) => new Set(values).size === values.length, { error: 'Ein Wert ist doppelt.' })
const count = z.number({ error: 'Bitte eine Zahl angeben.' }).int('Bitte eine ganze Zahl angeben.').min(0, 'Nicht unter null.').max(100_000, 'Die Zahl ist zu groß.').nullable()
const cents = z.number({ error: 'Bitte einen Betrag angeben.' }).int().min(0, 'Nicht unter null.').max(1_000_000_000, 'Der Betrag ist zu groß.').nullable()
const optionalDay = realDay.nullable()

/** One characteristic; `ascribed`: others took it for granted, whether true or not. The first one of an incident is the main one. */
const characteristic = z.object({ code: code('characteristics'), ascribed: z.boolean() })

export const incidentClaim = z.object({
  id, code: code('claims'), assertedOn: optionalDay, amountCents: cents, note: line(500),
})
export type IncidentClaim = z.infer<typeof incidentClaim>

/** `datedOn`: when it came to be (a photo was taken, a protocol was written). `attachmentId`: a paper of one of the incident's cases. */
export const incidentEvidence = z.object({
  id, kind: code('evidenceKinds'), description: line(500), datedOn: optionalDay, attachmentId: id.nullable(),
  /** SHA-256 of the paper as it was filed, hexadecimal; set by the application, empty without paper. */
  sha256: z.string().max(64),
})
export type IncidentEvidence = z.infer<typeof incidentEvidence>

export const incidentStep = z.object({
  id, code: code('interventions'), on: realDay, note: text(2_000),
  /** What comes next, until when, and whether it is done. */
  next: line(300), nextOn: optionalDay, nextDone: z.boolean(),
})
export type IncidentStep = z.infer<typeof incidentStep>

/** Every field of an incident, each on its own and none with a default: a field left out of a change stays as it is. */
export const incidentShape = z.object({
  // The first twelve.
  occurredOn: optionalDay,
  /** Last day of a period; null for a single day. */
  occurredUntil: optionalDay,
  timeBand: code('timeBands').nullable(),
  municipality: line(120),
  district: line(120),
  placeKind: code('placeKinds').nullable(),
  reportWay: code('reportWays'),
  reportedOn: realDay,
  anonymousReport: z.boolean(),
  characteristics: z.array(characteristic).max(10, 'Höchstens zehn Merkmale.')
    .refine((all) => new Set(all.map((each) => each.code)).size === all.length, { error: 'Ein Merkmal ist doppelt.' }),
  lifeArea: code('lifeAreas').nullable(),
  /** The first one is the main one. */
  forms: codes('forms'),
  /** What happened in one or two sentences, without names. */
  summary: text(1_000),
  concerns: codes('concerns'),
  laws: codes('laws'),

  // The course in detail.
  placeDetail: line(300),
  description: text(20_000),

  // Who acted. Names of people stand in the sealed field alone.
  actorKnown: code('actorKnown').nullable(),
  actorKind: code('actorKinds').nullable(),
  /** Company, authority, school … – no names of people. */
  actorOrganisation: line(300),

  // Days on which periods begin.
  land: z.enum(LAND_CODES),
  knownOn: optionalDay,
  rejectionOn: optionalDay,
  dismissalOn: optionalDay,
  offenderKnownOn: optionalDay,
  discontinuedOn: optionalDay,
  penaltyServedOn: optionalDay,

  claims: z.array(incidentClaim).max(20),
  evidence: z.array(incidentEvidence).max(100),
  steps: z.array(incidentStep).max(200),

  result: code('results').nullable(),
  resultOn: optionalDay,
  resultAmountCents: cents,
  resultNote: text(2_000),

  // Attacks: counted as the counselling centres for victims do.
  attack: z.boolean(),
  motive: code('motives').nullable(),
  offences: codes('offences'),
  attackCount: count,
  directCount: count,
  indirectCount: count,
  under18Count: count,
  injury: code('injuries').nullable(),
  consequences: codes('consequences'),
  damageCents: cents,
  policeKnown: code('yesNo').nullable(),
  /** Whether the police counts it as politically motivated. */
  pmk: code('yesNo').nullable(),
  pmkNote: text(1_000),

  // Police and prosecution.
  policeNumber: line(80),
  policeStation: line(200),
  policeOfficer: line(200),
  prosecutionNumber: line(80),
  court: line(200),
  courtNumber: line(80),
  applicationOffences: codes('applicationOffences'),
  reportFiledOn: optionalDay,
  applicationFiledOn: optionalDay,
  /** Decree of the Land about the stay of victims. */
  decree: line(300),
})

/** What a person enters about an incident. */
export const incidentFields = incidentShape
  .refine(({ occurredOn, occurredUntil }) => occurredUntil === null || (occurredOn !== null && occurredOn <= occurredUntil), {
    path: ['occurredUntil'], error: 'Das Ende liegt vor dem Beginn, oder der Beginn fehlt.',
  })
  .refine(({ directCount, under18Count }) => directCount === null || under18Count === null || under18Count <= directCount, {
    path: ['under18Count'], error: 'Mehr Minderjährige als direkt Betroffene.',
  })
export type IncidentFields = z.infer<typeof incidentFields>

/** An empty record as it begins on a day. */
export function emptyIncident(reportedOn: string, land: IncidentFields['land']): IncidentFields {
  return {
    occurredOn: null, occurredUntil: null, timeBand: null, municipality: '', district: '', placeKind: null, reportWay: 'affected', reportedOn,
    anonymousReport: false, characteristics: [], lifeArea: null, forms: [], summary: '', concerns: [], laws: [], placeDetail: '', description: '',
    actorKnown: null, actorKind: null, actorOrganisation: '', land, knownOn: null, rejectionOn: null, dismissalOn: null, offenderKnownOn: null,
    discontinuedOn: null, penaltyServedOn: null, claims: [], evidence: [], steps: [], result: null, resultOn: null, resultAmountCents: null,
    resultNote: '', attack: false, motive: null, offences: [], attackCount: null, directCount: null, indirectCount: null, under18Count: null,
    injury: null, consequences: [], damageCents: null, policeKnown: null, pmk: null, pmkNote: '', policeNumber: '', policeStation: '',
    policeOfficer: '', prosecutionNumber: '', court: '', courtNumber: '', applicationOffences: [], reportFiledOn: null, applicationFiledOn: null,
    decree: '',
  }
}

/** Somebody who is affected: a case, or nobody by name. There is no text here, so that no identity can be written into an incident. */
export const affectedFields = z.object({
  caseId: id.nullable(),
  ageGroup: code('ageGroups'),
  involvement: code('involvements'),
})
export type AffectedFields = z.infer<typeof affectedFields>

/** Names of offenders (Art. 10 DSGVO): sealed, opened on purpose, never searched. */
export const offenderFields = z.object({ names: text(2_000), note: text(2_000) })
export type OffenderFields = z.infer<typeof offenderFields>

/** `V-2026-003`. */
export function formatIncidentNumber(year: number, sequence: number): string {
  return `V-${String(year).padStart(4, '0')}-${String(sequence).padStart(3, '0')}`
}

/** Whether a text looks like the file number of a public prosecutor, e.g. „1234 Js 5678/26“. A hint: no number is refused. */
export function looksLikeProsecution(number: string): boolean {
  return /^\d{1,4}\s(?:U)?Js\s\d{1,6}\/\d{2}(?:\s?[A-Z]{1,3})?$/u.test(number.trim())
}

/** The office counts a motive that the police doesn't: a normal finding, which is reported and not an error. */
export function differsFromPolice({ attack, motive, policeKnown, pmk }: Pick<IncidentFields, 'attack' | 'motive' | 'policeKnown' | 'pmk'>): boolean {
  const own = attack && motive !== null && motive !== 'unclear'
  return policeKnown === 'yes' && ((own && pmk === 'no') || (attack && motive === 'unclear' && pmk === 'yes'))
}

/** Everything of an incident that is written in words; where there is nothing, a record surely says nothing of a person. */
export function wordsOf(fields: IncidentFields): string[] {
  const { summary, description, placeDetail, actorOrganisation, resultNote, pmkNote, policeNumber, policeOfficer, prosecutionNumber, courtNumber } = fields
  return [
    summary, description, placeDetail, actorOrganisation, ...fields.claims.map(({ note }) => note), ...fields.evidence.map((each) => each.description),
    ...fields.steps.flatMap(({ note, next }) => [note, next]), resultNote, pmkNote, policeNumber, policeOfficer, prosecutionNumber, courtNumber,
  ].filter((text) => text.trim() !== '')
}
