import { workingDaysBefore } from '../../../../shared/correspondence/statements/ladder.ts'
import type { Statement } from '../../../../shared/correspondence/statements/model.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { WriteTransaction } from '../../database/write-transaction.ts'

/** Gives the open steps of a ladder their days before another deadline. */
export async function moveSteps(transaction: WriteTransaction<OfficeSchema>, { steps, land }: Pick<Statement, 'steps' | 'land'>, due: string | null): Promise<void> {
  for (const step of steps) {
    if (due !== null && step.doneOn === null) await transaction.update('statement_step', step.id, { due_on: workingDaysBefore(due, step.workingDays, land) })
  }
}
