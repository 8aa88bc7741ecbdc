import { computeDeadline } from '../../../../shared/counselling/deadlines.ts'
import { formatBirthDate, type IdentityFields } from '../../../../shared/counselling/identity/model.ts'
import { factsOf, type AnswerKey, type FactKey, type Facts, type Starter } from '../../../../shared/counselling/letters/starters.ts'
import { displayName } from '../../../../shared/directory/names.ts'
import { germanDate } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { Land } from '../../../../shared/vault/laender.ts'
import type { CounsellingDesk } from '../../session.ts'
import { hasOpened } from '../access/log.ts'
import { readCase } from '../cases/repository.ts'
import { deadlinesOf } from '../deadlines/repository.ts'
import { readIdentity } from '../identity/repository.ts'
import { getClientLetter } from './service.ts'

/**
 * The identity card, if the person has opened it for this; the line in its log is there already.
 * @throws OfficeError `forbidden` for an opening that isn't this person's
 */
export async function openedCard(desk: CounsellingDesk, caseId: string, opening: string | null): Promise<IdentityFields | null> {
  if (opening === null) return null
  if (!(await hasOpened(desk.database.read, opening, caseId, desk.person.id))) throw new OfficeError('forbidden')
  return (await readIdentity(desk.database.read, caseId))?.fields ?? null
}

/** What a letter can say of its case. Address and date of birth of a protected person are given to nobody else. */
export async function caseFacts(desk: CounsellingDesk, caseId: string, { card, toClient }: { card: IdentityFields | null; toClient: boolean }): Promise<Facts> {
  const found = await readCase(desk.database.read, caseId)
  const [next] = (await deadlinesOf(desk.database.read, { caseId, consultationId: null }, desk.person.id)).filter(({ done, trashed }) => done === null && !trashed).sort((a, b) => a.dueOn.localeCompare(b.dueOn))
  const name = card === null ? '' : displayName({ ...card, kind: 'person', title: '' })
  const born = card === null || card.birthDate === '' ? '' : formatBirthDate(card.birthDate)
  const address = card === null || (card.addressProtected && !toClient) ? '' : [card.street, card.addressExtra, [card.postalCode, card.place].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return {
    person: name, geburtstag: born && `geboren am ${born}`, anschrift: address, betreff_person: [name, born && `geb. ${born}`].filter(Boolean).join(', '),
    fall: found?.number ?? '', frist: next ? germanDate(next.dueOn) : '',
  }
}

/** The facts of a new letter: of the case, of what the person answered, and what the deadline calculator makes of it. */
export async function newLetterFacts(
  desk: CounsellingDesk, caseId: string, about: { card: IdentityFields | null; toClient: boolean }, answers: Partial<Record<AnswerKey, string>>, starter: Starter | undefined, land: Land,
): Promise<Facts> {
  const given = Object.fromEntries(Object.entries(factsOf(answers)).filter(([, value]) => value !== ''))
  return { ...(await caseFacts(desk, caseId, about)), ...given, ...(starter?.rule && answers.appliedOn && { untaetig_ab: ruleDay(starter.rule, land, answers.appliedOn) }) }
}

/** What can be put into a letter, as far as it is known. @throws OfficeError `not-found`, `forbidden` */
export async function factsOfLetter(desk: CounsellingDesk, id: string, opening: string | null): Promise<{ key: FactKey; value: string }[]> {
  const { row, letter } = await getClientLetter(desk, id)
  const toClient = row.to_client === 1
  const facts: Facts = { ...(await caseFacts(desk, row.case_id, { card: await openedCard(desk, row.case_id, opening), toClient })), zeichen: letter.yourReference }
  return Object.entries(facts).filter(([, value]) => value !== '').map(([key, value]) => ({ key: key as FactKey, value }))
}

function ruleDay(rule: string, land: Land, date: string): string {
  const { deadline } = computeDeadline({ rule, land, way: 'event', date })
  return deadline ? germanDate(deadline.slice(0, 10)) : ''
}
