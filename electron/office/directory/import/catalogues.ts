import { detailOptions, type DetailCatalogue } from '../../../../shared/directory/details.ts'
import { affiliationLabels, publicationLabels } from '../../../../shared/directory/labels.ts'
import { affiliations, publications, type Affiliation, type Publication } from '../../../../shared/directory/model.ts'
import { comparable } from '../../../../shared/search/normalise.ts'
import type { RowNotes } from './cells.ts'

/** How lists abbreviate languages. */
const SHORT: Record<string, string> = {
  arab: 'arabisch', kurd: 'kurdisch', turk: 'turkisch', russ: 'russisch', ukr: 'ukrainisch', engl: 'englisch', franz: 'franzosisch', frz: 'franzosisch', span: 'spanisch',
  poln: 'polnisch', vietn: 'vietnamesisch', pers: 'persisch', rum: 'rumanisch', ital: 'italienisch', dt: 'deutsch', serb: 'serbisch', kroat: 'kroatisch', alban: 'albanisch', bulg: 'bulgarisch',
  portug: 'portugiesisch', paschto: 'paschtu', somali: 'somalisch',
}
/** Every entry that ever stood in the catalogue may stand in an old list. */
const byName = new Map<DetailCatalogue, Map<string, string>>()

function entries(name: DetailCatalogue): Map<string, string> {
  const known = byName.get(name) ?? new Map(detailOptions(name, '2026-01-01').flatMap(({ value, label }) => [[comparable(label), value], [value, value]]))
  byName.set(name, known)
  return known
}

/** Codes for the words of a cell ("arab., kurd. (Sorani)"); what the catalogue doesn't know word for word goes to the note. */
export function readCatalogue(name: DetailCatalogue, cells: readonly string[], notes: RowNotes): { codes: string[], note: string | null } {
  const codes = new Set<string>()
  const unknown: string[] = []
  for (const word of cells.flatMap((cell) => cell.split(/\s*[,;/\n]\s*|\s+und\s+/u)).filter((part) => part !== '')) {
    const plain = comparable(word)
    const code = entries(name).get(plain) ?? entries(name).get(SHORT[plain] ?? '')
    if (code === undefined) unknown.push(word)
    else codes.add(code)
  }
  if (unknown.length === 0) return { codes: [...codes], note: null }
  const label = name === 'languages' ? 'Sprachen' : 'Arbeitsbereiche'
  notes.move('catalogue', name, unknown.join(', '), 'steht nicht im Katalog; die Angabe kommt in die Notiz')
  return { codes: [...codes], note: `${label}: ${unknown.join(', ')}` }
}

/** Whether a contact belongs to the own house, by the words of the application's own lists. */
export function affiliationOf(cell: string, notes: RowNotes): Affiliation {
  const plain = comparable(cell)
  if (plain === 'intern') return 'internal'
  return wordOf(plain, affiliations, affiliationLabels) ?? unclear(cell, 'affiliation', notes)
}

/** Whether a contact may be published, by the words of the application's own lists. */
export function publicationOf(cell: string, notes: RowNotes): Publication {
  const plain = comparable(cell)
  if (plain === 'ja') return 'allowed'
  if (plain === 'nein') return 'refused'
  return wordOf(plain, publications, publicationLabels) ?? unclear(cell, 'publication', notes)
}

function wordOf<Code extends string>(plain: string, codes: readonly Code[], labels: Record<Code, string>): Code | undefined {
  return codes.find((code) => comparable(labels[code]) === plain)
}

function unclear(cell: string, field: 'affiliation' | 'publication', notes: RowNotes): 'unknown' {
  if (cell !== '') notes.hint(`„${cell}“ (${field === 'affiliation' ? 'intern oder extern' : 'Veröffentlichung'}) ist nicht bekannt und bleibt offen.`)
  return 'unknown'
}
