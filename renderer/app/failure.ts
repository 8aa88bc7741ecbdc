import { ORPCError } from '@orpc/client'
import { errorCodes, errorTexts, type ErrorCode, type ErrorData } from '../../shared/errors.ts'

/** An error as screens show it: what happened, and what to do next. */
export interface Failure {
  code: ErrorCode
  data: ErrorData
  title: string
  next: string
}

/** Turns whatever a call threw into words. A broken connection counts as `locked`: the office process has ended. */
export function failureOf(error: unknown): Failure {
  const code = codeOf(error)
  const data = error instanceof ORPCError ? ((error.data ?? {}) as ErrorData) : {}
  return failureFrom(code, data)
}

/**
 * Whether a query's error takes the place of its data. Not while the office is closed under an open form: the form would
 * go, and its text with it.
 */
export function hidesData(error: unknown, data: unknown): boolean {
  return error !== null && (data === undefined || failureOf(error).code !== 'locked')
}

/** Words for a code and its data. */
export function failureFrom(code: ErrorCode, data: ErrorData): Failure {
  return { code, data, title: data.detail ?? errorTexts[code].title, next: nextStep(code, data) }
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof ORPCError) return errorCodes.find((code) => code === error.code) ?? 'internal'
  return error instanceof Error && error.name === 'AbortError' ? 'locked' : 'internal'
}

function nextStep(code: ErrorCode, data: ErrorData): string {
  const incident = data.incident ? ` Vorgangsnummer: ${data.incident}.` : ''
  return errorTexts[code].next + incident
}
