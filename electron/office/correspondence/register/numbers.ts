import { formatNumber, initialsOf, type NumberParts } from '../../../../shared/correspondence/register/number-pattern.ts'
import type { RegisterSettings } from '../../../../shared/correspondence/register/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'
import type { OfficeDesk } from '../../session.ts'
import { readSettings } from './settings-service.ts'

/** A number given out. */
export interface GivenNumber {
  year: number
  sequence: number
  number: string
}

type Pattern = { [Name in keyof RegisterSettings]: RegisterSettings[Name] extends string ? Name : never }[keyof RegisterSettings]

/**
 * Gives the next number of a series by the pattern of the office. It is part of the transaction that stores the record, so a failed
 * write takes no number; and it is past the change log on purpose, so that undo doesn't give a number to another.
 * @param day the day that decides the year, ISO
 */
export async function nextNumber(
  transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, { series, pattern, day, plan }: { series: string; pattern: Pattern; day: string; plan?: string },
): Promise<GivenNumber> {
  const year = Number(day.slice(0, 4))
  const { last: sequence } = await transaction.database
    .insertInto('register_counter')
    .values({ series, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['series', 'year']).doUpdateSet((eb) => ({ last: eb('register_counter.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return { year, sequence, number: await formatted(transaction, desk, pattern, { year, sequence, ...(plan !== undefined && { plan }) }) }
}

/** A number by a pattern of the office, with the initials of who asks for it. */
export async function formatted(transaction: WriteTransaction<OfficeSchema>, desk: OfficeDesk, pattern: Pattern, parts: NumberParts): Promise<string> {
  const { settings } = await readSettings(transaction.database)
  return formatNumber(settings[pattern], { ...parts, initials: initialsOf(desk.person.name) })
}
