import type { Finding } from '../../../../shared/directory/duplicates/certainty.ts'
import { compareProfiles } from '../../../../shared/directory/duplicates/compare.ts'
import type { TypedContact } from '../../../../shared/directory/duplicates/contract.ts'
import { profileOf, type Profile } from '../../../../shared/directory/duplicates/profile.ts'
import { normalisedWords } from '../../../../shared/search/normalise.ts'
import { sql } from 'kysely'
import type { OfficeSchema } from '../../database/office/schema.ts'
import { matchExpression } from '../../database/search-index.ts'
import type { ReadDatabase } from '../../database/side.ts'
import { e164 } from '../phone.ts'
import type { PairIndex } from './pair-index.ts'

/** From so many letters on a name is looked for. */
const LEAST_LETTERS = 3
/** Contacts whose name only begins like the typed one are offered up to this many; more would say nothing. */
const MOST_BEGINNINGS = 3
const PREFIX_HITS = 30

interface SimilarContact {
  id: string
  finding: Finding
}

const rank = { sure: 0, likely: 1, possible: 2 } as const

/** Contacts that a typed one may be, also while its name is only begun; the likeliest first. */
export async function similarTo(database: ReadDatabase<OfficeSchema>, index: PairIndex, typed: TypedContact, except?: string): Promise<SimilarContact[]> {
  const profile = profileOf({
    ...typed, id: except ?? 'typed', typeCode: null, organisations: [],
    channels: typed.channels.map((channel) => ({ ...channel, e164: ['phone', 'mobile'].includes(channel.kind) ? e164(channel.value, typed.addresses[0]?.country || 'DE') : null })),
  })
  const found = new Map<string, SimilarContact>()
  for (const candidate of index.candidates(profile)) {
    const finding = compareProfiles(profile, candidate, index.isWidespread)
    if (finding) found.set(candidate.id, { id: candidate.id, finding })
  }
  if (found.size < 5) for (const candidate of await beginningAlike(database, index, typed, profile)) {
    if (!found.has(candidate.id)) found.set(candidate.id, candidate)
  }
  return [...found.values()].filter(({ id }) => id !== except)
    .sort((a, b) => rank[a.finding.certainty] - rank[b.finding.certainty] || b.finding.weight - a.finding.weight)
}

/** Contacts of the kind whose name holds every typed word as a word's beginning; none when so many do that it says nothing. */
async function beginningAlike(database: ReadDatabase<OfficeSchema>, index: PairIndex, typed: TypedContact, profile: Profile): Promise<SimilarContact[]> {
  const name = typed.kind === 'person' ? `${typed.givenNames} ${typed.familyName}` : typed.name
  if (normalisedWords(name).join('').length < LEAST_LETTERS) return []
  const match = matchExpression(name, 'contact', '{title_text}')
  if (match === null) return []
  const { rows } = await sql<{ record_id: string }>`SELECT document.record_id FROM search_index CROSS JOIN search_document AS document ON document.id = search_index.rowid
    WHERE search_index MATCH ${match} ORDER BY search_index.rowid DESC LIMIT ${PREFIX_HITS}`.execute(database as never)
  const alike: SimilarContact[] = []
  for (const { record_id: id } of rows) {
    const known = index.profile(id)
    if (known?.kind !== typed.kind || id === profile.id) continue
    // Another department of the same authority is another contact.
    if (profile.department.length > 0 && known.department.length > 0 && profile.department.join() !== known.department.join()) continue
    alike.push({ id, finding: { certainty: 'possible', weight: 0, reasons: ['begins-alike'], doubts: [] } })
  }
  return alike.length > MOST_BEGINNINGS ? [] : alike
}
