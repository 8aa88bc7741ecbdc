/** Kinds of cases with the letter that opens their number. */
export const CASE_KINDS = {
  person: { letter: 'B', label: 'Person' },
  family: { letter: 'B', label: 'Familie' },
  organisation: { letter: 'O', label: 'Verein oder Organisation' },
  professional: { letter: 'F', label: 'Fachberatung' },
} as const

export type CaseKind = keyof typeof CASE_KINDS

/** `B-2026-014`: letter of the kind, year of opening, number within the year with at least three digits. */
export const CASE_NUMBER = /^[BFO]-\d{4}-\d{3,}$/

/** Formats a case number; `sequence` counts from 1 within letter and year. */
export const formatCaseNumber = (kind: CaseKind, year: number, sequence: number): string =>
  `${CASE_KINDS[kind].letter}-${String(year).padStart(4, '0')}-${String(sequence).padStart(3, '0')}`
