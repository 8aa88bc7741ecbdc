import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import type { Salutation } from '../../../../shared/directory/model.ts'
import { comparable } from '../../../../shared/search/normalise.ts'
import type { RowNotes } from './cells.ts'

/** A person's name as read from the cells of a row. */
export interface ReadName {
  familyName: string
  givenNames: string
  title: string
  salutation: Salutation
  formerNames: string
  /** Organisation in brackets behind the name. */
  employer: string
  /** What the name says besides, for the note. */
  note: string
  /** The name stays unsplit, because nothing in the list says where. */
  unsplit: boolean
}

const SALUTATIONS: Record<string, Salutation> = {
  frau: 'ms', fr: 'ms', mrs: 'ms', ms: 'ms', herr: 'mr', herrn: 'mr', hr: 'mr', hrn: 'mr', mr: 'mr', divers: 'name', neutral: 'name', ohne: 'none',
  'neutral ganzer name': 'name', 'nicht gewahlt': 'none',
}
const ONE = '(?:Herrn?|Hrn?\\.|Frau|Fr\\.)'
const AND = '\\s*(?:u\\.|und|&|\\+|/)\\s*'
const PAIR_BY_SALUTATION = new RegExp(`^(${ONE})${AND}(${ONE})\\s+(.+)$`, 'u')
const PAIR_OF_NAMES = new RegExp(`^(${ONE}\\s+.+?)${AND}(${ONE}\\s+.+)$`, 'u')
const PAIR_OF_GIVEN = /^(\p{Lu}[\p{L}\p{M}-]+)\s+(?:u\.|und|&|\+)\s+(\p{Lu}[\p{L}\p{M}-]+)\s+(\p{L}[\p{L}\p{M}'’ -]+)$/u
const TITLE = /(?:^|(?<=[\s,]))(?:(?:Univ\.-)?Prof\.|Dr\.(?:[\s-]?(?:med|phil|jur|iur|rer|nat|pol|theol|Ing|h|c|hc|habil|dent|vet|oec|paed|soc)\.?)*|Dipl\.-[\p{L}.]+(?:\s\(FH\))?|Mag\.|M\.\s?A\.|B\.\s?A\.|M\.\s?Sc\.|B\.\s?Sc\.|Ing\.|RA(?:in)?)(?=$|[\s,])/gu

/** The salutation that a word stands for; `undefined` for any other word. */
export function salutationOf(word: string): Salutation | undefined {
  return SALUTATIONS[comparable(word)]
}

/**
 * Two people in one cell: "Herr u. Frau Schmidt", "Frau Abel / Herr Zorn", "Anna und Peter Schmidt". Gives both as single
 * names, or `null` where the cell names one person or the repair was declined.
 */
export function twoPeople(cell: string, field: ImportField, notes: RowNotes): [string, string] | null {
  const bySalutation = PAIR_BY_SALUTATION.exec(cell)
  const names = PAIR_OF_NAMES.exec(cell)
  const given = PAIR_OF_GIVEN.exec(cell)
  const pair: [string, string] | null = bySalutation !== null ? [`${bySalutation[1]} ${bySalutation[3]}`, `${bySalutation[2]} ${bySalutation[3]}`]
    : names !== null ? [names[1] ?? '', names[2] ?? '']
      : given !== null ? [`${given[3]}, ${given[1]}`, `${given[3]}, ${given[2]}`] : null
  if (pair === null) return null
  return notes.offer('two-people', field, cell, pair.join(' | '), 'zwei Personen in einer Zelle') ? pair : null
}

/** Reads a name. Whatever is taken out of it is offered as a repair; what the list doesn't say is never split. */
export function readName(cells: { name: string, familyName: string, givenNames: string }, notes: RowNotes): ReadName {
  const split = cells.familyName !== '' || cells.givenNames !== ''
  const read: ReadName = { familyName: '', givenNames: cells.givenNames, title: '', salutation: 'none', formerNames: '', employer: '', note: split && !sameWords(cells) ? cells.name : '', unsplit: false }
  const field: ImportField = split ? 'familyName' : 'name'
  let name = split ? cells.familyName : cells.name
  name = takeCareOf(name, field, notes)
  name = takeFamily(name, field, read, notes)
  name = takeBrackets(name, field, read, notes)
  name = takeTitles(name, field, read, notes)
  if (read.givenNames !== '') read.givenNames = takeTitles(read.givenNames, 'givenNames', read, notes)
  const comma = !split && /^([^,]+),\s*([^,]+)$/u.exec(name)
  if (comma && notes.offer('name-parts', field, name, `Familienname „${familyOf(comma)}“, Vornamen „${givenOf(comma)}“`, 'am Komma getrennt')) {
    return { ...read, familyName: familyOf(comma), givenNames: givenOf(comma) }
  }
  return { ...read, familyName: name, unsplit: !split && /\s/u.test(name) }
}

/** Address books give the whole name beside its parts. */
function sameWords({ name, familyName, givenNames }: { name: string, familyName: string, givenNames: string }): boolean {
  const parts = new Set(comparable(`${familyName} ${givenNames}`).split(' '))
  return comparable(name).split(' ').every((word) => parts.has(word))
}

/** "Frau Dr." in a column of salutations: the salutation and the title, or `null` for anything else. */
export function titledSalutation(cell: string): { salutation: Salutation, title: string } | null {
  const titles = [...cell.matchAll(TITLE)].map(([title]) => title.trim())
  const rest = cell.replace(TITLE, ' ').trim()
  const salutation = rest === '' ? 'none' : salutationOf(rest)
  return titles.length === 0 || salutation === undefined ? null : { salutation, title: titles.join(' ') }
}

/** "von der Heide, Karl-Theodor Frhr.": what was a title of nobility is part of the family name (Article 109 of the constitution of 1919). */
const NOBILITY = /\s+((?:Frhr|Frfr|Gf|Grf|Frh)\.|Freiherr|Freifrau|Graf|Gräfin)$/u
const familyOf = (comma: RegExpExecArray) => [NOBILITY.exec(comma[2] ?? '')?.[1] ?? '', comma[1] ?? ''].filter(Boolean).join(' ').trim()
const givenOf = (comma: RegExpExecArray) => (comma[2] ?? '').replace(NOBILITY, '').trim()

function takeCareOf(name: string, field: ImportField, notes: RowNotes): string {
  const match = /^(?:z\.?\s?Hd\.?|zu\s+H(?:ä|ae)nden|zu\s+Hd\.?|c\/o|attn\.?:?)\s+(?:von\s+)?(\S.*)$/iu.exec(name)
  return match?.[1] === undefined ? name : notes.repair('care-of', field, name, match[1], '„zu Händen“ gehört nicht zum Namen')
}

function takeFamily(name: string, field: ImportField, read: ReadName, notes: RowNotes): string {
  const match = /^(?:Fam\.|Familie)\s+(\S.*)$/iu.exec(name)
  if (match?.[1] === undefined || !notes.offer('family', field, name, match[1], '„Familie“ kommt in die Notiz')) return name
  read.note = [read.note, 'Familie'].filter(Boolean).join('\n')
  return match[1]
}

function takeBrackets(name: string, field: ImportField, read: ReadName, notes: RowNotes): string {
  const match = /^(.*\S)\s*\(([^()]+)\)$/u.exec(name)
  if (match === null) return name
  const [, before = '', inside = ''] = match
  if (/^(?:geb|verh|verw|fr(?:ü|ue)her|ehem)\b/iu.test(inside)) {
    if (!notes.offer('title-in-name', field, name, `${before} | Frühere Namen: ${inside}`, 'früherer Name gelöst')) return name
    read.formerNames = inside
    return before
  }
  if (!notes.offer('employer-in-name', field, name, `${before} | Organisation: ${inside}`, 'Angabe in Klammern')) return name
  read.employer = inside
  return before
}

function takeTitles(name: string, field: ImportField, read: ReadName, notes: RowNotes): string {
  const words = name.split(' ')
  const first = words[0] ?? ''
  const salutation = words.length > 1 && /^(?:Herrn?|Hrn?\.|Frau|Fr\.|Mr\.?|Mrs\.?|Ms\.?)$/u.test(first) ? first : ''
  const rest = salutation === '' ? name : name.slice(salutation.length).trim()
  const titles = [...rest.matchAll(TITLE)].map(([title]) => title.trim())
  if (salutation === '' && titles.length === 0) return name
  const bare = rest.replace(TITLE, ' ').replace(/\s+,/gu, ',').replace(/,(?=\s*$)/u, '').replace(/^\s*,\s*/u, '').replace(/\s+/gu, ' ').trim()
  if (bare === '') return name
  const after = [salutation && `Anrede: ${salutation}`, titles.length > 0 && `Titel: ${titles.join(' ')}`, bare].filter(Boolean).join(' | ')
  if (!notes.offer('title-in-name', field, name, after, 'Anrede oder Titel steht im Namen')) return name
  if (salutation !== '') read.salutation = salutationOf(salutation) ?? 'none'
  read.title = [read.title, ...titles].filter(Boolean).join(' ')
  return bare
}
