import { sql } from 'kysely'
import type { CaseReference } from '../../../../shared/counselling/access/contract.ts'
import { parseBirthDate } from '../../../../shared/counselling/identity/model.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { normalisedWords } from '../../../../shared/search/normalise.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'
import type { CounsellingDesk } from '../../session.ts'
import { noteAccess } from '../access/log.ts'
import { seenCases } from '../access/repository.ts'
import { partyKeys, sharedKeys } from '../conflicts/parties.ts'

/** Who is looked for. */
interface Wanted {
  /** Whole words of the name in any order and any spelling of DIN 91379, a telephone number or an e-mail address; may be empty. */
  name: string
  /** As people type it: `12.3.1988`, `3.1988`, `1988`; empty where it isn't known. */
  birthDate: string
}

interface Card {
  id: string
  /** Each way to write the name, and whether it is the family name alone. */
  family: string[]
  words: Set<string>
  birthDate: string
  reach: string[]
}

/**
 * The cases of a person. A name is found by whole words: those of the whole family name at least, or any of them with a date of
 * birth. Each case found gets a line in its log. Cases of other counsellors are left out, found or not.
 * @throws OfficeError `invalid` when there is nothing to look for
 */
export async function findByIdentity(desk: CounsellingDesk, wanted: Wanted, reason: string): Promise<CaseReference[]> {
  const born = parseBirthDate(wanted.birthDate)
  if (born === undefined) throw new OfficeError('invalid', { fields: { birthDate: 'Bitte als 12.3.1988, 3.1988 oder 1988 angeben.' } })
  const asked = { words: normalisedWords(wanted.name), reach: partyKeys([wanted.name]).filter((key) => !key.startsWith('name ')), born }
  if (asked.words.length === 0 && born.length < 10) {
    throw new OfficeError('invalid', { fields: { name: 'Bitte den Namen angeben, eine Telefonnummer, eine E-Mail-Adresse oder das volle Geburtsdatum.' } })
  }
  const { read } = desk.database
  const found = (await cards(read)).filter((card) => fits(card, asked)).map(({ id }) => id)
  const ids = [...await seenCases(read, desk.person, found)]
  if (ids.length === 0) return []
  for (const id of ids) await noteAccess(desk, id, 'search', reason)
  const rows = await read
    .selectFrom('counselling_case').select(['id', 'number', 'alias', 'counsellor_name']).where('id', 'in', ids).orderBy('number').execute()
  return rows.map(({ id, number, alias, counsellor_name }) => ({ id, number, alias, counsellorName: counsellor_name }))
}

function fits(card: Card, { words, reach, born }: { words: readonly string[]; reach: readonly string[]; born: string }): boolean {
  if (reach.length > 0) return sharedKeys(card.reach, reach).length > 0
  const sameBirth = card.birthDate !== '' && born !== '' && (card.birthDate.startsWith(born) || born.startsWith(card.birthDate))
  if (born !== '' && card.birthDate !== '' && !sameBirth) return false
  if (words.length === 0) return sameBirth && card.birthDate.length === born.length
  if (!words.every((word) => card.words.has(word))) return false
  return sameBirth || card.family.some((family) => family.split(' ').every((word) => words.includes(word)))
}

/** The cards of all cases that aren't in the trash, in comparable form. */
async function cards(database: ReadDatabase<CounsellingSchema>): Promise<Card[]> {
  const present = sql<string>`(SELECT id FROM counselling_case WHERE deleted_at IS NULL)`
  const rows = await database
    .selectFrom('client_identity')
    .select(['id', 'family_name', 'given_names', 'former_names', 'original_name', 'transliteration', 'birth_date'])
    .where('id', 'in', present)
    .execute()
  const channels = groupBy(
    await database.selectFrom('identity_channel').select(['identity_id', 'value']).where('identity_id', 'in', present).execute(),
    ({ identity_id }) => identity_id,
  )
  return rows.map((row) => {
    const formerly = row.former_names.replaceAll(/\bgeb\.\s*/giu, '')
    const names = [row.family_name, formerly, row.original_name, row.transliteration].map((name) => normalisedWords(name))
    // A mononym stands in the field of the given names alone.
    const whole = row.family_name === '' ? [...names, normalisedWords(row.given_names)] : names
    return {
      id: row.id,
      family: whole.filter((name) => name.length > 0).map((name) => name.join(' ')),
      words: new Set([...names.flat(), ...normalisedWords(row.given_names)]),
      birthDate: row.birth_date,
      reach: partyKeys((channels.get(row.id) ?? []).map(({ value }) => value)),
    }
  })
}
