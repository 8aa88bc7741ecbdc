import { z } from 'zod'
import { passphraseProblem } from './passphrase.ts'

/** A passphrase that is chosen now, with the sentence that says why it may not be used. */
export const newPassphrase = z.string().superRefine((value, context) => {
  const problem = passphraseProblem(value)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})
