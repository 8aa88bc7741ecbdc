import { bodyText } from '../../../../shared/correspondence/body.ts'
import { letterFieldsSchema, letterStatusLabels } from '../../../../shared/correspondence/letter.ts'
import { mailWayLabels } from '../../../../shared/correspondence/statements/workflow.ts'
import { paperKinds } from '../../../../shared/attachments/kinds.ts'
import { labelOf, type CatalogueName } from '../../../../shared/counselling/catalogues.ts'
import { rules } from '../../../../shared/counselling/deadlines/data.ts'
import { outcomeLabels } from '../../../../shared/counselling/deadlines/stored.ts'
import { firstAid, incidentLabel, type IncidentList } from '../../../../shared/counselling/incidents/catalogues.ts'
import { retentionRules } from '../../../../shared/counselling/privacy/rules.ts'
import { handOverLabels } from '../../../../shared/counselling/referrals/model.ts'
import { releaseWayLabels } from '../../../../shared/counselling/releases/model.ts'
import { LAENDER } from '../../../../shared/vault/laender.ts'

type Row = Record<string, unknown>
type Word = (code: string, row: Row) => string

const from = (labels: Readonly<Record<string, string>>): Word => (code) => labels[code] ?? code
const incident = (list: IncidentList): Word => (code) => incidentLabel(list, code)
const catalogue = (name: CatalogueName): Word => (code) => labelOf(name, code)
const land: Word = (code) => LAENDER.find((entry) => entry.code === code)?.name ?? code
const rule: Word = (code) => rules.find(({ id }) => id === code)?.title ?? code
const euros: Word = (cents) => (Number(cents) / 100).toLocaleString('de-DE', { style: 'currency', currency: 'EUR' })

const lists: Readonly<Record<string, string>> = {
  characteristics: 'Merkmal', forms: 'Form', concerns: 'Anliegen', laws: 'Einordnung', offences: 'Tatbestand', consequences: 'Folge', applicationOffences: 'Antragsdelikt',
}

const person = { origin: catalogue('origins'), age_band: catalogue('ageBands'), gender: catalogue('genders') }

/** Words for the codes of columns whose list isn't one of `resources/counselling/dossier-labels.json`, by table and column. */
const words: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  counselling_case: person,
  consultation: { ...person, residence_status: catalogue('residenceStatus') },
  client_identity: { country: (code) => (/^[A-Z]{2}$/u.test(code) ? new Intl.DisplayNames('de', { type: 'region' }).of(code) ?? code : code) },
  attachment: { kind: from(paperKinds) },
  case_privacy: { retention_rule: (code) => retentionRules.find((known) => known.code === code)?.label ?? code },
  deadline: {
    kind: from({
      end: 'Ende einer Frist', earliest: 'frühester Tag', backward: 'rückwärts gerechnet', summons: 'Ladungsfrist', hours: 'Frist in Stunden', age: 'Altersgrenze', 'year-end': 'Jahresende', validity: 'Gültigkeit',
      retroactive: 'Rückwirkung', none: 'ohne feste Länge',
    }),
    land, rule_id: rule, done_how: from(outcomeLabels),
    certainty: from({ certain: 'sicher', substantial: 'im Wesentlichen sicher', recheck: 'erneut zu prüfen' }),
    check_kind: from({ 'second-person': 'zweite Person', 'second-look': 'zweiter Blick derselben Person' }),
  },
  incident: {
    time_band: incident('timeBands'), place_kind: incident('placeKinds'), report_way: incident('reportWays'), life_area: incident('lifeAreas'), actor_known: incident('actorKnown'),
    actor_kind: incident('actorKinds'), land, result: incident('results'), motive: incident('motives'), injury: incident('injuries'), police_known: incident('yesNo'), pmk: incident('yesNo'),
    result_amount_cents: euros, damage_cents: euros,
  },
  incident_code: { code: (code, row) => (String(row.list) in lists ? incidentLabel(row.list as IncidentList, code) : code) },
  incident_affected: { age_group: incident('ageGroups'), involvement: incident('involvements') },
  incident_claim: { code: incident('claims'), amount_cents: euros },
  incident_evidence: { kind: incident('evidenceKinds') },
  incident_step: { code: incident('interventions') },
  incident_first_aid: { item: (code) => firstAid.items.find((item) => item.code === code)?.label ?? code },
  incident_refusal: { rule },
  referral: { quality: catalogue('referralQualities'), feedback: catalogue('referralFeedback'), hand_over: from(handOverLabels) },
  secrecy_release: { signed_way: from(releaseWayLabels) },
  client_letter: { content: letterText, status: from(letterStatusLabels), sent_way: from(mailWayLabels) },
  client_letter_version: { content: letterText, kind: from({ kept: 'festgehalten', final: 'fertiggestellt' }) },
}

/** What a letter says, as it stands on the paper. */
function letterText(content: string): string {
  const fields = letterFieldsSchema.safeParse(JSON.parse(content))
  if (!fields.success) return content
  const { addressLines, subject, salutation, body, closing, signatureName, enclosures, copies } = fields.data
  const listed = [enclosures.length > 0 ? `Anlagen: ${enclosures.join(', ')}` : '', copies.length > 0 ? `Kopie an: ${copies.join(', ')}` : '']
  return [addressLines.join(', '), subject, salutation, bodyText(body), closing, signatureName, ...listed].filter(Boolean).join('\n')
}

/** The name that a row itself gives to a value: which list it is of; undefined for every other column. */
export function labelInRow(table: string, column: string, { list }: Row): string | undefined {
  return table === 'incident_code' && column === 'code' ? lists[String(list)] : undefined
}

/** The word for a code of a column; undefined for a column without a list. */
export function wordOfColumn(table: string, column: string, code: string, row: Row): string | undefined {
  return words[table]?.[column]?.(code, row)
}
