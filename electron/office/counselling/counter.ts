import type { CounsellingSchema } from '../database/counselling/schema.ts'
import type { WriteTransaction } from '../database/write-transaction.ts'

/** The next number of a letter within a year, from 1. A number once given never comes again, not even by undo. */
export async function nextSequence(transaction: WriteTransaction<CounsellingSchema>, letter: string, year: number): Promise<number> {
  const { last } = await transaction.database
    .insertInto('case_counter')
    .values({ letter, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['letter', 'year']).doUpdateSet((eb) => ({ last: eb('case_counter.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
