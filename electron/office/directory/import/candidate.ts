import type { z } from 'zod'
import { importFieldLabels, type ImportField } from '../../../../shared/directory/import/fields.ts'
import type { ImportOptions, RemarkDecision } from '../../../../shared/directory/import/model.ts'
import { salutationLabels } from '../../../../shared/directory/labels.ts'
import { contactInputSchema, type ContactInput, type OrganisationInput } from '../../../../shared/directory/model.ts'
import { organisationTypes } from '../../../../shared/directory/organisation-types.ts'
import { comparable } from '../../../../shared/search/normalise.ts'
import { readAddress } from './addresses.ts'
import { affiliationOf, publicationOf, readCatalogue } from './catalogues.ts'
import { cleanCell, lookAtRemark, RowNotes } from './cells.ts'
import { channelFields, readChannels } from './channels.ts'
import { readDay } from './days.ts'
import { readName, salutationOf, titledSalutation, twoPeople } from './names.ts'

/** What one row of a list would become. */
export interface Candidate {
  contact: ContactInput
  /** For a person: the organisation in which the row places the person, with the role there. */
  employer: { organisation: OrganisationInput, role: string, from: string | null, to: string | null } | null
  /** Name of the organisation that an organisation is a part of, empty for none. */
  parent: string
  /** Day on which somebody last made sure that it is right, ISO. */
  checkedOn: string | null
  /** A remark that is not meant for everybody. It stands in the note only if that was decided. */
  remark: { text: string, decision: RemarkDecision | 'open' } | null
}

/** A contact as it is read: fields that lists don't have get their defaults from the model. */
type Draft = z.input<typeof contactInputSchema>
type OrganisationDraft = Extract<Draft, { kind: 'organisation' }>
type PersonDraft = Extract<Draft, { kind: 'person' }>
type DraftCandidate = Omit<Candidate, 'contact' | 'employer'> & { contact: Draft, employer: Omit<NonNullable<Candidate['employer']>, 'organisation'> & { organisation: OrganisationDraft } | null }

export interface ReadCandidate {
  /** Tells it from the others, also after another decision: the line, and for the second person of a cell a number behind it. */
  key: string
  candidate: Candidate | null
  /** Why there is no candidate; `null` for one that is read. */
  reason: string | null
  notes: RowNotes
}

/** Endings and words that only organisations bear in their names. */
const ORGANISATION_MARKS = /\b(?:e\.\s?V\.|g?GmbH|AG|KG|UG|eG|gUG|OHG|KdöR)(?:\s|$)|(?:amt|verein|verband|behörde|stiftung|gemeinde|schule|zentrum|ministerium|verwaltung)\b/iu
const typeByName = new Map(organisationTypes.entries.flatMap((entry) => [[comparable(entry.short), entry.code], [comparable(entry.label), entry.code]]))

/** Reads one row after its mapping: one contact, or two where a cell names two people and that was accepted. */
export function readCandidates(cells: readonly string[], mapping: readonly ImportField[], line: number, options: ImportOptions, newId: () => string): ReadCandidate[] {
  const key = String(line)
  const notes = new RowNotes(options, options.rows?.[key])
  const row = new RowCells(cells, mapping, notes)
  const [name, field] = row.text('name') !== '' ? [row.text('name'), 'name'] as const : [row.text('familyName'), 'familyName'] as const
  const pair = row.text('givenNames') === '' && !namesOrganisation(row) ? twoPeople(name, field, notes) : null
  if (pair === null) return [readOne(row, key, notes, options, newId)]
  return pair.map((person, index) => {
    const own = index === 0 ? key : `${key}.${index + 1}`
    // What was found out about the row holds for both; each has decisions of its own about its contact.
    const copy = new RowNotes(options, options.rows?.[key])
    copy.repairs.push(...notes.repairs)
    copy.hints.push(...notes.hints)
    return readOne(row.withName(person), own, copy, options, newId)
  })
}

function readOne(row: RowCells, key: string, notes: RowNotes, options: ImportOptions, newId: () => string): ReadCandidate {
  const failed = (reason: string): ReadCandidate => ({ key, candidate: null, reason, notes })
  const candidate = readContact(row, key, notes, options, newId)
  if (candidate === null) return failed('Weder Organisation noch Name sind angegeben.')
  if (notes.refused !== null) return failed(notes.refused)
  const contact = contactInputSchema.safeParse(candidate.contact)
  if (!contact.success) return failed(`Eine Angabe ist zu lang oder nicht gültig (${(contact.error.issues[0]?.path ?? []).map(String).join('.')}).`)
  const employer = candidate.employer === null ? null : contactInputSchema.safeParse(candidate.employer.organisation)
  if (employer !== null && (!employer.success || employer.data.kind !== 'organisation')) return failed('Die Angabe zur Organisation ist zu lang oder nicht gültig.')
  const placed = candidate.employer === null || employer === null ? null : { ...candidate.employer, organisation: employer.data as OrganisationInput }
  return { key, candidate: { ...candidate, contact: contact.data, employer: placed }, reason: null, notes }
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

  /** The same row for one of two people. */
  withName(name: string): RowCells {
    const copy = new RowCells([], [], new RowNotes())
    for (const [field, cells] of this.#byField) if (field !== 'salutation') copy.#byField.set(field, cells)
    copy.#byField.set('name', [name])
    copy.#byField.delete('familyName')
    return copy
  }
}

/** A name that only an organisation can have, in a list without a column for organisations. */
function namesOrganisation(row: RowCells): boolean {
  const person = ['familyName', 'givenNames', 'organisation', 'salutation', 'title'].some((field) => row.text(field as ImportField) !== '')
  return !person && ORGANISATION_MARKS.test(row.text('name'))
}

function readContact(row: RowCells, key: string, notes: RowNotes, options: ImportOptions, newId: () => string): DraftCandidate | null {
  const person = row.text('familyName') !== '' || row.text('givenNames') !== ''
  const name = row.text('name')
  const organisation = row.text('organisation')
  const bearsOwnName = namesOrganisation(row) || (comparable(row.text('kind')) === 'organisation' && !person && organisation === '')
  if (!person && name === '' && organisation === '') return null
  const { common, remark, checkedOn } = readCommon(row, key, notes, options, newId)
  const role = { from: readDay(row.text('roleFrom'), 'roleFrom', 'Funktion seit', notes), to: readDay(row.text('roleTo'), 'roleTo', 'Funktion bis', notes) }
  common.note = joinLines(common.note, role.from.note, role.to.note)
  if ((bearsOwnName && name !== '') || (!person && name === '')) {
    if (bearsOwnName) notes.hint('Der Name wird als Organisation übernommen.')
    common.note = joinLines(common.note, ...leftOver(row, ['salutation', 'title', 'role', 'formerNames', 'originalName', 'middleNames', 'roleFrom', 'roleTo']))
    return { contact: organisationDraft(row, bearsOwnName ? name : organisation, common, notes), employer: null, parent: row.text('parent'), remark, checkedOn }
  }
  const { contact, employer } = readPerson(row, { name, organisation }, common, notes)
  if (employer === '') {
    contact.note = joinLines(contact.note, ...leftOver(row, ['department', 'shortName', 'type', 'role', 'roleFrom', 'roleTo', 'parent']))
    return { contact, employer: null, parent: '', remark, checkedOn }
  }
  const offices = common.addresses.filter((address) => address.kind === 'office').map((address) => ({ ...address, id: newId(), preferred: true }))
  const bare: Common = { ...common, addresses: offices, channels: [], tags: [], areas: [], languages: [], affiliation: 'unknown', publication: 'unknown', ags: '', responsibilityArea: '', salutationText: '', note: '' }
  return {
    contact, parent: '', remark, checkedOn,
    employer: { organisation: organisationDraft(row, employer, bare, notes), role: row.text('role'), from: role.from.day, to: role.to.day },
  }
}

function readPerson(row: RowCells, { name, organisation }: { name: string, organisation: string }, common: Common, notes: RowNotes): { contact: PersonDraft & { note: string }, employer: string } {
  const read = readName({ name, familyName: row.text('familyName'), givenNames: [row.text('givenNames'), row.text('middleNames')].filter(Boolean).join(' ') }, notes)
  if (read.unsplit) notes.hint('Der Name wird ungetrennt als Familienname übernommen.')
  const written = row.text('salutation')
  const titled = salutationOf(written) === undefined ? titledSalutation(written) : null
  const split = titled !== null && notes.offer('title-in-salutation', 'salutation', written, [salutationLabels[titled.salutation], titled.title].join(' | '), 'Titel steht in der Anrede')
  const known = written === '' ? read.salutation : split ? titled.salutation : salutationOf(written)
  if (known === undefined) notes.move('salutation', 'salutation', written, 'Anrede nicht erkannt; sie steht in der Notiz')
  const contact: PersonDraft & { note: string } = {
    kind: 'person', ...common, familyName: read.familyName, givenNames: read.givenNames, nameOrder: 'given-first',
    formerNames: [row.text('formerNames'), read.formerNames].filter(Boolean).join(', '), originalName: row.text('originalName'), transliteration: row.text('transliteration'),
    title: [row.text('title'), split ? titled.title : '', read.title].filter(Boolean).join(' '), salutation: known ?? 'none',
    note: joinLines(common.note, known === undefined ? `Anrede: ${written}` : null, read.note),
  }
  if (organisation !== '' && read.employer !== '') contact.note = joinLines(contact.note, read.employer)
  return { contact, employer: organisation || read.employer }
}

type Common = Pick<ContactInput, 'addresses' | 'channels' | 'tags' | 'areas' | 'languages' | 'affiliation' | 'publication' | 'ags' | 'responsibilityArea' | 'salutationText' | 'note'>

function organisationDraft(row: RowCells, name: string, common: Common, notes: RowNotes): OrganisationDraft {
  const written = row.text('type')
  const typeCode = typeByName.get(comparable(written)) ?? null
  const tags = [...common.tags]
  if (written !== '' && typeCode === null) {
    notes.move('type', 'type', written, 'Art steht nicht im Katalog; sie wird Schlagwort')
    tags.push(written.slice(0, 60))
  }
  return { kind: 'organisation', ...common, tags, name, shortName: row.text('shortName'), department: row.text('department'), typeCode }
}

function readCommon(row: RowCells, key: string, notes: RowNotes, options: ImportOptions, newId: () => string) {
  const fields = { postalCode: 'postalCode', postalCodePlace: 'postalCodePlace', country: 'country' } as const
  const text = (field: ImportField) => row.text(field)
  const read = [
    readAddress({ street: text('street'), extra: text('addressExtra'), postalCode: text('postalCode'), place: text('place'), postalCodePlace: text('postalCodePlace'), country: text('country') }, 'office', fields, notes),
    readAddress({ street: text('homeStreet'), extra: '', postalCode: text('homePostalCode'), place: text('homePlace'), postalCodePlace: text('homePostalCodePlace'), country: text('homeCountry') },
      'home', { postalCode: 'homePostalCode', postalCodePlace: 'homePostalCodePlace', country: 'homeCountry' }, notes),
    readAddress({ street: text('otherStreet'), extra: '', postalCode: text('otherPostalCode'), place: text('otherPlace'), postalCodePlace: '', country: text('otherCountry') },
      'other', { postalCode: 'otherPostalCode', postalCodePlace: 'otherPlace', country: 'otherCountry' }, notes),
  ]
  const addresses = read.filter((address) => address !== null).map((address, index) => ({ ...address, id: newId(), preferred: index === 0 }))
  const country = addresses[0]?.country ?? 'DE'
  const channels = channelFields.flatMap((field) => row.all(field).map((cell) => readChannels(cell, field, country, notes)))
  const languages = readCatalogue('languages', row.all('languages'), notes)
  const areas = readCatalogue('areas', row.all('areas'), notes)
  const checked = readDay(text('checkedOn'), 'checkedOn', 'Zuletzt geprüft', notes)
  const { note, remark } = readRemark(row.all('note').join('\n'), key, notes, options)
  const common: Common = {
    addresses,
    channels: unique(channels.flatMap((item) => item.channels), ({ kind, value }) => `${kind} ${value}`).map((channel) => ({ ...channel, id: newId() })),
    tags: [...new Set(row.all('tags').flatMap((cell) => cell.split(/[;,\n]/u)).map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    areas: areas.codes,
    languages: languages.codes,
    affiliation: affiliationOf(text('affiliation'), notes),
    publication: publicationOf(text('publication'), notes),
    ags: text('ags'),
    responsibilityArea: text('responsibilityArea'),
    salutationText: text('salutationText'),
    note: joinLines(note, ...channels.map((item) => item.note), languages.note, areas.note, checked.note),
  }
  return { common, remark, checkedOn: checked.day }
}

/** A remark that is not meant for everybody goes where somebody decides; until then it is shown as a note would. */
function readRemark(text: string, key: string, notes: RowNotes, options: ImportOptions): { note: string, remark: Candidate['remark'] } {
  if (!lookAtRemark(text, notes)) return { note: text, remark: null }
  const decision = options.rows?.[key]?.remark ?? options.remark ?? 'open'
  return { note: decision === 'note' || decision === 'open' ? text : '', remark: { text, decision } }
}

/** What a contact of this kind has no field for goes to the note under the name of its column. */
function leftOver(row: RowCells, fields: readonly ImportField[]): string[] {
  return fields.filter((field) => row.text(field) !== '').map((field) => `${importFieldLabels[field]}: ${row.text(field)}`)
}

function unique<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

function joinLines(...lines: (string | null)[]): string {
  return lines.filter((line) => line !== null && line !== '').join('\n')
}
