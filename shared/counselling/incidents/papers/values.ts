import { germanDate } from '../../../dates.ts'
import { germanDay } from '../../../holidays/days.ts'
import { incidentLabel } from '../catalogues.ts'
import type { Incident } from '../contract.ts'

/** What the papers speak of, with the words for a gap. */
export const paperKeys = {
  client: 'Vor- und Familienname',
  clientAddress: 'Anschrift der betroffenen Person',
  birthDate: 'Geburtsdatum',
  recipient: 'Empfänger mit Anschrift',
  writtenOn: 'Tag der Niederschrift',
  replyBy: 'Antwort bis',
  occurred: 'Tag des Vorfalls',
  occurredBand: 'Tag und Tageszeit des Vorfalls',
  place: 'Ort des Vorfalls',
  lifeArea: 'Lebensbereich',
  summary: 'Was geschah',
  description: 'Hergang',
  characteristics: 'Merkmal',
  forms: 'Form der Benachteiligung',
  organisation: 'beteiligte Stelle',
  rejection: 'Zugang der Ablehnung',
  evidence: 'Belege und Indizien',
  witnesses: 'Zeuginnen und Zeugen',
  assertions: 'Höhe der Forderung',
  concerns: 'Anliegen',
  harm: 'Folgen',
  offences: 'in Betracht kommende Delikte',
  policeNumber: 'Vorgangsnummer der Polizei',
  prosecutionNumber: 'Aktenzeichen der Staatsanwaltschaft',
  reportFiled: 'Tag der Anzeige',
  result: 'Ergebnis',
  deadlines: 'offene Fristen',
} as const
export type PaperKey = keyof typeof paperKeys
export type PaperValues = Readonly<Record<PaperKey, string | readonly string[]>>

/** What is known beside the incident. Names come from the identity card only when it was opened for the paper. */
export interface PaperContext {
  client: string
  clientAddress: readonly string[]
  birthDate: string
  recipient: readonly string[]
  writtenOn: string
  replyBy: string
}

const money = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 })
const euros = (cents: number): string => `${money.format(cents / 100)} EUR`

/** The values of an incident as the papers speak of them; what isn't known is empty. */
export function paperValues(incident: Incident, context: PaperContext): PaperValues {
  const { occurredOn, occurredUntil, timeBand, municipality, district, placeKind, placeDetail, summary, description, evidence, claims, deadlines } = incident
  const occurred = occurredOn === null ? '' : occurredUntil === null || occurredUntil === occurredOn
    ? `am ${germanDate(occurredOn)}`
    : `vom ${germanDate(occurredOn)} bis ${germanDate(occurredUntil)}`
  return {
    ...context,
    writtenOn: context.writtenOn === '' ? '' : germanDate(context.writtenOn),
    replyBy: context.replyBy === '' ? '' : germanDate(context.replyBy),
    occurred,
    occurredBand: [occurred, timeBand === null || timeBand === 'unknown' ? '' : incidentLabel('timeBands', timeBand)].filter(Boolean).join(', '),
    place: [placeDetail, placeKind === null ? '' : incidentLabel('placeKinds', placeKind), district, municipality].filter(Boolean).join(', '),
    lifeArea: incident.lifeArea === null ? '' : incidentLabel('lifeAreas', incident.lifeArea),
    summary: summary.trim() || description.trim(),
    description: description.trim() || summary.trim(),
    characteristics: incident.characteristics.map(({ code, ascribed }) => `${incidentLabel('characteristics', code)}${ascribed ? ' (zugeschrieben)' : ''}`).join(', '),
    forms: incident.forms.map((code) => incidentLabel('forms', code)).join(', '),
    organisation: incident.actorOrganisation.trim(),
    rejection: incident.rejectionOn === null ? '' : germanDate(incident.rejectionOn),
    evidence: evidence.map(evidenceLine),
    witnesses: evidence.filter(({ kind }) => kind === 'witness').map(({ description: witness }) => witness).filter(Boolean),
    assertions: claims.flatMap(({ code, amountCents }) => amountCents === null ? [] : [`${incidentLabel('claims', code)}: ${euros(amountCents)}`]),
    concerns: incident.concerns.map((code) => incidentLabel('concerns', code)).join(', '),
    harm: harmOf(incident),
    offences: [
      ...incident.offences.map((code) => incidentLabel('offences', code)), ...incident.applicationOffences.map((code) => `${incidentLabel('applicationOffences', code)} (§ ${code} StGB)`),
    ].join(', '),
    policeNumber: [incident.policeNumber, incident.policeNumber === '' ? '' : incident.policeStation].filter(Boolean).join(', '),
    prosecutionNumber: incident.prosecutionNumber.trim(),
    reportFiled: incident.reportFiledOn === null ? '' : germanDate(incident.reportFiledOn),
    result: incident.result === null ? '' : [incidentLabel('results', incident.result), incident.resultNote.trim()].filter(Boolean).join('. '),
    deadlines: deadlines.filter(({ done }) => done === null).map(({ title, dueOn, norm }) => `${title}: bis ${germanDay(dueOn)}${norm === '' ? '' : ` (${norm})`}`),
  }
}

/** Whether nothing is known for a key. */
export function isMissing(values: PaperValues, key: PaperKey): boolean {
  return values[key].length === 0
}

function evidenceLine({ kind, description, datedOn }: Incident['evidence'][number]): string {
  const label = incidentLabel('evidenceKinds', kind)
  return [description.trim() === '' ? label : `${label}: ${description.trim()}`, datedOn === null ? '' : `vom ${germanDate(datedOn)}`].filter(Boolean).join(', ')
}

function harmOf({ injury, consequences, damageCents }: Incident): string {
  return [
    injury === null || injury === 'none' || injury === 'unknown' ? '' : `Verletzung: ${incidentLabel('injuries', injury)}`,
    ...consequences.filter((code) => code !== 'none').map((code) => incidentLabel('consequences', code)),
    damageCents === null ? '' : `Sachschaden ${euros(damageCents)}`,
  ].filter(Boolean).join(', ')
}
