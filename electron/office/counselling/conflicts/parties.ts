import { groupBy } from '../../../../shared/group-by.ts'
import { comparable } from '../../../../shared/search/normalise.ts'
import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import type { ReadDatabase } from '../../database/side.ts'

/** Somebody in a case: the client with household, or the other side. */
export interface Party {
  caseId: string
  side: 'client' | 'household' | 'opposing'
  /** What the party is recognised by: whole names and ways to reach it, in comparable form. */
  keys: string[]
}

/** A single short word is no name to recognise somebody by: "Kind 1", "Ali". */
const FEWEST_LETTERS = 7

/**
 * Names and numbers in the form in which they are compared: the words of a name in order of the alphabet, so that a family name
 * may stand first or last; a number by its digits from the area code on; an e-mail address as it is.
 */
export function partyKeys(texts: readonly string[]): string[] {
  const keys = texts.flatMap((text) => {
    const digits = text.replace(/^\s*(?:\+|00)49/u, '0').replace(/\D/gu, '')
    if (/^[\d\s()+/.-]+$/u.test(text)) return digits.length >= 6 ? [`tel ${digits}`] : []
    if (/^\S+@\S+$/u.test(text.trim())) return [`mail ${text.trim().toLowerCase()}`]
    const name = comparable(text).split(' ').toSorted().join(' ')
    return name.replaceAll(' ', '').length >= FEWEST_LETTERS && name.includes(' ') ? [`name ${name}`] : []
  })
  return [...new Set(keys)]
}

/** The keys that both have. */
export function sharedKeys(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((key) => b.includes(key))
}

/** Every party of every case that isn't in the trash; of one case if it is named. */
export async function partiesOf(database: ReadDatabase<CounsellingSchema>, caseId?: string): Promise<Party[]> {
  const stored = database.selectFrom('counselling_case').where('counselling_case.deleted_at', 'is', null)
  const cases = caseId === undefined ? stored : stored.where('counselling_case.id', '=', caseId)
  const identities = await cases
    .innerJoin('client_identity as card', 'card.id', 'counselling_case.id')
    .select(['card.id', 'card.family_name', 'card.given_names', 'card.former_names', 'card.original_name', 'card.transliteration'])
    .execute()
  const channels = await cases
    .innerJoin('identity_channel as channel', 'channel.identity_id', 'counselling_case.id')
    .select(['channel.identity_id', 'channel.value'])
    .execute()
  const household = await cases
    .innerJoin('household_person as person', 'person.case_id', 'counselling_case.id')
    .select(['person.case_id', 'person.name'])
    .execute()
  const opposing = await cases
    .innerJoin('opposing_party as party', 'party.case_id', 'counselling_case.id')
    .select(['party.case_id', 'party.name', 'party.contact'])
    .execute()
  const reached = groupBy(channels, (channel) => channel.identity_id)
  return [
    ...identities.map((card): Party => {
      const formerly = `${card.given_names} ${card.former_names.replace(/^geb\.\s*/iu, '')}`
      const names = [`${card.given_names} ${card.family_name}`, formerly, card.original_name, card.transliteration]
      return { caseId: card.id, side: 'client', keys: partyKeys([...names, ...(reached.get(card.id) ?? []).map(({ value }) => value)]) }
    }),
    ...household.map((person): Party => ({ caseId: person.case_id, side: 'household', keys: partyKeys([person.name]) })),
    ...opposing.map((party): Party => ({ caseId: party.case_id, side: 'opposing', keys: partyKeys([party.name, ...party.contact.split(/[,;]/u)]) })),
  ]
}
