import organisationFile from '../../../resources/directory/organisation-words.json' with { type: 'json' }
import variantsFile from '../../../resources/directory/name-variants.json' with { type: 'json' }
import { comparable, normalisedWords } from '../../search/normalise.ts'

/** Spelling variants of a name, each led to the first of its group. */
const variants = new Map(variantsFile.groups.flatMap((group) => {
  const [first = ''] = group
  return group.map((spelling) => [comparable(spelling), comparable(first)] as const)
}))

const abbreviations = new Map(Object.entries(organisationFile.abbreviations).map(([short, long]) => [comparable(short), normalisedWords(long)] as const))
const levels = new Set(organisationFile.levels.map(comparable))
const fillers = new Set(organisationFile.fillers.map(comparable))
const regions = new Set(organisationFile.regions.map(comparable))
const sharedMailboxes = new Set(organisationFile.sharedMailboxes.map(comparable))
const legalForms = organisationFile.legalForms.map((form) => ` ${comparable(form)} `).sort((a, b) => b.length - a.length)

/** The one spelling under which all transcriptions of a name are compared: "muhammad" → "mohammed". */
export function oneSpelling(word: string): string {
  return variants.get(word) ?? word
}

/** The words of an organisation's name as they are compared. */
export interface OrganisationWords {
  /** Without legal form and fillers, as written. */
  written: string[]
  /** Abbreviations written out, levels taken off. */
  core: string[]
  /** "kreisverband", "landesverband" … */
  levels: string[]
}

/** Takes a name apart: "AWO KV OSL e. V." → arbeiterwohlfahrt oberspreewald lausitz, level kreisverband. */
export function organisationWords(name: string): OrganisationWords {
  const written = withoutLegalForm(normalisedWords(name)).filter((word) => !fillers.has(word))
  const long = written.flatMap((word) => abbreviations.get(word) ?? [word])
  const core = long.filter((word) => !levels.has(word))
  return { written, core: core.length > 0 ? core : long, levels: long.filter((word) => levels.has(word)) }
}

/** Whether a word of an organisation's name only says where it is. */
export function isRegion(word: string): boolean {
  return regions.has(word)
}

/** Whether an e-mail address is one that several people read: info@, poststelle@ … */
export function isSharedMailbox(email: string): boolean {
  return sharedMailboxes.has(comparable(email.split('@')[0] ?? ''))
}

function withoutLegalForm(words: readonly string[]): string[] {
  let text = ` ${words.join(' ')} `
  for (const form of legalForms) while (text.includes(form) && text.trim() !== form.trim()) text = text.replace(form, ' ')
  return text.trim().split(' ').filter((word) => word !== '')
}
