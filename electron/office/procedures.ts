import { implement } from '@orpc/server'
import { contract } from '../../shared/contract.ts'
import { OfficeError } from '../../shared/errors.ts'
import { noted } from './audit/noted.ts'
import type { OfficeContext } from './office-context.ts'
import { expectTyped } from './typed-input.ts'

/** Procedures that answer while the office is locked. What is to stand in the log is entered here, whichever feature it belongs to. */
export const open = implement(contract)
  .$context<OfficeContext>()
  // Input is checked before any middleware: a form that was filled in wrongly is no event, and none of it reaches the log.
  .$config({ initialInputValidationIndex: Number.NEGATIVE_INFINITY })
  .use(({ context, path, next }, input) => noted(context.process, path, input, async () => next(), () => expectTyped(context, path.join('.'), input)))

/** Procedures of the office side: they get `context.desk`, the office database of whoever has unlocked. */
export const office = open.use(({ context, next }) => {
  const session = context.process.unlocked
  return next({ context: { session, desk: session.office } })
})

/**
 * Procedures of the counselling side: they get `context.desk`, the counselling database. A person without its key gets
 * `forbidden`; there is nothing a role flag could be changed to, because the database isn't open in their process.
 */
export const counselling = open.use(({ context, next }) => {
  const session = context.process.unlocked
  if (!session.counselling) throw new OfficeError('forbidden')
  return next({ context: { session, desk: session.counselling } })
})
