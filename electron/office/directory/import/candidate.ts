import { importFieldLabels, type ImportField } from '../../../../shared/directory/import.ts'
import { contactInputSchema, type ContactInput, type OrganisationInput, type Salutation } from '../../../../shared/directory/model.ts'
import { organisationTypes } from '../../../../shared/directory/organisation-types.ts'
import { comparable } from '../../../../shared/search/normalise.ts'
import { readAddress } from './addresses.ts'
import { cleanCell, lookAtRemark, RowNotes } from './cells.ts'
import { readChannels } from './channels.ts'

/** What one row of a list would become. */
export interface Candidate {
  contact: ContactInput
  /** For a person: the organisation in which the row places the person, with the role there. */
  employer: { organisation: OrganisationInput, role: string } | null
}

export type CandidateOrReason = { candidate: Candidate, notes: RowNotes } | { reason: string, notes: RowNotes }

const SALUTATIONS: Record<string, Salutation> = {
  frau: 'ms', fr: 'ms', mrs: 'ms', ms: 'ms', herr: 'mr', herrn: 'mr', hr: 'mr', mr: 'mr', divers: 'name', neutral: 'name', ohne: 'none',
}
/** Endings and words that only organisations bear in their names. */
const ORGANISATION_MARKS = /\b(?:e\.\s?V\.|g?GmbH|AG|KG|UG|eG|gUG|OHG|KdöR)(?:\s|$)|(?:amt|verein|verband|behörde|stiftung|gemeinde|schule|zentrum|ministerium|verwaltung)\b/iu
const typeByName = new Map(organisationTypes.entries.flatMap((entry) => [[comparable(entry.short), entry.code], [comparable(entry.label), entry.code]]))

/** Reads one row after its mapping. Nothing is split or guessed that the list doesn't say; what is mended stands in the notes. */
export function readCandidate(cells: readonly string[], mapping: readonly ImportField[], newId: () => string): CandidateOrReason {
  const notes = new RowNotes()
  const row = new RowCells(cells, mapping, notes)
  const draft = readContact(row, notes, newId)
  if (draft === null) return { reason: 'Weder Organisation noch Name sind angegeben.', notes }
  const contact = contactInputSchema.safeParse(draft.contact)
  if (!contact.success) return { reason: tooLong(contact.error.issues[0]?.path ?? []), notes }
  return { candidate: { contact: contact.data, employer: draft.employer }, notes }
}

function tooLong(path: PropertyKey[]): string {
  return `Eine Angabe ist zu lang oder nicht gültig (${path.map(String).join('.')}).`
}

/** The cells of a row by what they mean. */
class RowCells {
  readonly #byField = new Map<ImportField, string[]>()

  constructor(cells: readonly string[], mapping: readonly ImportField[], notes: RowNotes) {
    mapping.forEach((field, index) => {
      const cell = field === 'ignore' ? '' : cleanCell(cells[index] ?? '', field, notes)
      if (cell !== '') this.#byField.set(field, [...this.all(field), cell])
    })
  }

  all(field: ImportField): string[] {
    return this.#byField.get(field) ?? []
  }

  /** One text for a field; further columns for the same field follow after a comma. */
  text(field: ImportField): string {
    return this.all(field).join(', ')
  }
}

function readContact(row: RowCells, notes: RowNotes, newId: () => string): Candidate | null {
  const person = row.text('familyName') !== '' || row.text('givenNames') !== ''
  const name = row.text('name')
  const organisation = row.text('organisation')
  const personal = row.text('salutation') !== '' || row.text('title') !== ''
  const namesOrganisation = name !== '' && !person && organisation === '' && !personal && ORGANISATION_MARKS.test(name)
  if (!person && name === '' && organisation === '') return null
  const common = readCommon(row, notes, newId)
  if (namesOrganisation || (!person && name === '')) {
    if (namesOrganisation) notes.hint('Der Name wird als Organisation übernommen.')
    common.note = joinLines(common.note, ...leftOver(row, ['salutation', 'title', 'role']))
    return { contact: organisationDraft(row, namesOrganisation ? name : organisation, common, notes), employer: null }
  }
  if (!person) notes.hint('Der Name wird ungetrennt als Familienname übernommen.')
  const salutation = readSalutation(row.text('salutation'), common, notes)
  const contact: ContactInput = {
    kind: 'person', ...common, familyName: person ? row.text('familyName') : name, givenNames: row.text('givenNames'),
    nameOrder: 'given-first', formerNames: '', originalName: '', transliteration: '', transliterationStandard: '', title: row.text('title'), salutation,
  }
  if (person && name !== '') contact.note = joinLines(contact.note, name)
  if (organisation === '') {
    contact.note = joinLines(contact.note, ...leftOver(row, ['department', 'shortName', 'type', 'role']))
    return { contact, employer: null }
  }
  const offices = common.addresses.filter((address) => address.kind === 'office').map((address) => ({ ...address, id: newId() }))
  const bare: Common = { ...common, addresses: offices, channels: [], tags: [], note: '' }
  return { contact, employer: { organisation: organisationDraft(row, organisation, bare, notes), role: row.text('role') } }
}

type Common = Pick<
  ContactInput,
  'addresses' | 'channels' | 'tags' | 'areas' | 'languages' | 'affiliation' | 'publication' | 'ags' | 'responsibilityArea' | 'salutationText' | 'note'
>

function organisationDraft(row: RowCells, name: string, common: Common, notes: RowNotes): OrganisationInput {
  const written = row.text('type')
  const typeCode = typeByName.get(comparable(written)) ?? null
  const tags = [...common.tags]
  if (written !== '' && typeCode === null) tags.push(notes.repair('type', written, '', 'Art steht nicht im Katalog; sie wird Schlagwort') || written)
  return { kind: 'organisation', ...common, tags, name, shortName: row.text('shortName'), department: row.text('department'), typeCode, parentId: '' }
}

function readSalutation(written: string, common: Common, notes: RowNotes): Salutation {
  const found = SALUTATIONS[comparable(written)]
  if (written === '' || found !== undefined) return found ?? 'none'
  notes.repair('salutation', written, '', 'Anrede nicht erkannt; sie steht in der Notiz')
  common.note = joinLines(common.note, `Anrede: ${written}`)
  return 'none'
}

function readCommon(row: RowCells, notes: RowNotes, newId: () => string): Common {
  const office = readAddress({
    street: row.text('street'), extra: row.text('addressExtra'), postalCode: row.text('postalCode'), place: row.text('place'),
    postalCodePlace: row.text('postalCodePlace'), country: row.text('country'),
  }, 'office', { postalCode: row.text('postalCode') === '' ? 'postalCodePlace' : 'postalCode', country: 'country' }, notes)
  const home = readAddress({
    street: row.text('homeStreet'), extra: '', postalCode: row.text('homePostalCode'), place: row.text('homePlace'),
    postalCodePlace: '', country: row.text('homeCountry'),
  }, 'home', { postalCode: 'homePostalCode', country: 'homeCountry' }, notes)
  const addresses = [office, home].filter((address) => address !== null)
    .map((address, index) => ({ ...address, id: newId(), preferred: index === 0 }))
  const remark = row.all('note').join('\n')
  lookAtRemark(remark, notes)
  const country = addresses[0]?.country ?? 'DE'
  const read = (['phone', 'homePhone', 'mobile', 'fax', 'email', 'web'] as const)
    .flatMap((field) => row.all(field).map((cell) => readChannels(cell, field, country, notes)))
  return {
    addresses,
    channels: read.flatMap((item) => item.channels).map((channel) => ({ ...channel, id: newId() })),
    tags: [...new Set(row.all('tags').flatMap((cell) => cell.split(/[;,]/u)).map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    areas: [],
    languages: [],
    affiliation: 'unknown',
    publication: 'unknown',
    ags: '',
    responsibilityArea: '',
    salutationText: '',
    note: joinLines(remark, ...read.map((item) => item.note)),
  }
}

/** What a contact of this kind has no field for goes to the note under the name of its column. */
function leftOver(row: RowCells, fields: readonly ImportField[]): string[] {
  return fields.filter((field) => row.text(field) !== '').map((field) => `${importFieldLabels[field]}: ${row.text(field)}`)
}

function joinLines(...lines: (string | null)[]): string {
  return lines.filter((line) => line !== null && line !== '').join('\n')
}
