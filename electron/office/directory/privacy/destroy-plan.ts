import { sql } from 'kysely'
import { agreementState } from '../../../../shared/directory/dealings/agreements.ts'
import { displayName } from '../../../../shared/directory/names.ts'
import type { DependentLetter, DestructionPlan } from '../../../../shared/directory/privacy/model.ts'
import { letterRetention } from '../../../../shared/directory/privacy/rules.ts'
import { lettersTo } from '../../correspondence/service.ts'
import { backupsGoneBy, backupsIn } from '../../database/backups.ts'
import { findRecords } from '../../database/search-index.ts'
import type { OfficeDesk } from '../../session.ts'
import { readAgreements } from '../dealings/repository.ts'
import { readContact } from '../repository.ts'
import { readPrivacy, today } from './state.ts'

const mentionsShown = 10

/**
 * What depends on contacts that are to be destroyed, for somebody to look at before it is done.
 * @param folder the vault's folder, for the copies that may still hold the contacts afterwards
 */
export async function planDestruction(desk: OfficeDesk, folder: string, ids: readonly string[]): Promise<DestructionPlan> {
  const letters = await dependentLetters(desk, ids)
  const contacts: DestructionPlan['contacts'] = []
  for (const id of ids) {
    const found = await planOne(desk, id, letters)
    if (found) contacts.push(found)
  }
  return { contacts, letters, backups: backupsIn(folder), backupsGoneBy: backupsGoneBy(folder) }
}

/** Letters to the contacts with the end of their retention. */
export async function dependentLetters(desk: OfficeDesk, ids: readonly string[]): Promise<DependentLetter[]> {
  return (await lettersTo(desk, ids)).map(({ id, number, date, status, contactId }) =>
    ({ id, number, date, status, contactId, keptUntil: status === 'final' ? letterRetention.until(date) : null }))
}

async function planOne(desk: OfficeDesk, id: string, letters: readonly DependentLetter[]): Promise<DestructionPlan['contacts'][number] | null> {
  const database = desk.database.read
  const contact = await readContact(database, id)
  if (!contact) return null
  const count = async (table: 'contact' | 'contact_encounter' | 'distribution_member', column: string): Promise<number> => {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`.execute(database as never)
    return rows[0]?.n ?? 0
  }
  const day = today()
  return {
    id,
    name: displayName(contact),
    proposal: (await readPrivacy(database, id)).proposal,
    roles: contact.roles.length,
    subordinates: await count('contact', 'parent_id'),
    encounters: await count('contact_encounter', 'contact_id'),
    runningAgreements: (await readAgreements(database, id)).filter((agreement) => ['running', 'ending'].includes(agreementState(agreement, day))).length,
    lists: await count('distribution_member', 'contact_id'),
    mentions: await mentionsOf(desk, displayName(contact), new Set([id, ...letters.filter(({ contactId }) => contactId === id).map((letter) => letter.id)])),
  }
}

/** Other records in which every word of the name stands; whether they mean this contact only a person can tell. */
async function mentionsOf(desk: OfficeDesk, name: string, own: ReadonlySet<string>): Promise<DestructionPlan['contacts'][number]['mentions']> {
  const mentions: DestructionPlan['contacts'][number]['mentions'] = []
  for (const { type } of desk.database.types.all()) {
    const hits = await findRecords(desk.database.read as never, name, { type, limit: mentionsShown })
    mentions.push(...hits.filter(({ record }) => !own.has(record.id)).map(({ record, title }) => ({ ...record, title })))
  }
  return mentions.slice(0, mentionsShown)
}
