import { oc } from '@orpc/contract'
import { errorCodes, errorDataSchema, errorTexts, type ErrorCode } from './errors.ts'

type ErrorMap = Record<ErrorCode, { message: string; data: typeof errorDataSchema }>

const errorMap = Object.fromEntries(
  errorCodes.map((code) => [code, { message: errorTexts[code].title, data: errorDataSchema }]),
) as ErrorMap

/** Start of every procedure: each may fail with the closed set of codes in `errors.ts` and with nothing else. */
export const procedure = oc.errors(errorMap)
