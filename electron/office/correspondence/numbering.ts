import type { OfficeSchema } from '../database/office/schema.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'

/**
 * Takes the next number of a year, counted from 1. It is part of the transaction that stores the letter, so a failed write
 * takes no number; and it is past the change log on purpose, so that undoing a new letter doesn't give its number to another.
 */
export async function nextSequence(transaction: WriteTransaction<OfficeSchema>, year: number): Promise<number> {
  const { last } = await transaction.database
    .insertInto('letter_counter')
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet((eb) => ({ last: eb('letter_counter.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
