import { z } from 'zod'
import { addDays } from '../../holidays/days.ts'
import { catalogues, findEntry, type CatalogueName, type ResidenceExtension } from '../catalogues.ts'
import { computeDeadline } from '../deadlines.ts'
import { realDay } from '../model.ts'

const code = (name: CatalogueName, missing: string) =>
  z.string({ error: missing }).refine((value) => findEntry(name, value) !== undefined, { error: missing })

/** The fields of one entry of a residence-status history, each on its own. */
export const residenceShape = z.object({
  /** Which member of the household, in a neutral word („Kind 1“); empty for the person of the case. */
  person: z.string().trim().max(60, 'Höchstens 60 Zeichen.'),
  code: code('residenceStatus', 'Bitte einen Status wählen.'),
  /** Legal basis as it is printed, e.g. „§ 25 Abs. 2 S. 1 Alt. 2“. */
  basis: z.string().trim().max(120, 'Höchstens 120 Zeichen.'),
  from: realDay.nullable(),
  printedExpiry: realDay.nullable(),
  /** Day to which it is valid whatever is printed; only with a reason. */
  effectiveExpiry: realDay.nullable(),
  extension: code('residenceExtensions', 'Bitte einen Grund wählen.').nullable(),
  note: z.string().max(5_000, 'Höchstens 5.000 Zeichen.'),
})

/** What a person enters about a residence status. */
export const residenceFields = residenceShape
  .refine(({ from, printedExpiry }) => from === null || printedExpiry === null || from <= printedExpiry, {
    path: ['printedExpiry'], error: 'Das Ende liegt vor dem Beginn.',
  })
  .refine(({ effectiveExpiry, extension }) => effectiveExpiry === null || extension !== null, {
    path: ['extension'], error: 'Bitte angeben, warum der Titel anders gilt als aufgedruckt.',
  })
export type ResidenceFields = z.infer<typeof residenceFields>

export const residenceSchema = residenceShape.extend({
  id: z.string(),
  version: z.number().int(),
  caseId: z.string(),
  trashed: z.boolean(),
  updatedAt: z.string(),
})
/** One entry of the residence-status history of a case. */
export type ResidenceStatus = z.infer<typeof residenceSchema>

type Expiring = Pick<ResidenceFields, 'printedExpiry' | 'effectiveExpiry' | 'extension'>

/** The day to which a title is valid; null without a date, which under a legal fiction means „until the decision“. */
export function validUntil({ printedExpiry, effectiveExpiry, extension }: Expiring): string | null {
  return effectiveExpiry ?? (openEnded(extension) ? null : printedExpiry)
}

/** Whether a title is valid until somebody decides. */
export function openEnded(extension: string | null): boolean {
  return extensionOf(extension)?.openEnded ?? false
}

/**
 * The day to which an ordinance extends a title by the dated rules of the deadlines; null where none does. It is offered, never
 * set silently: whether the person is covered is for a human to check.
 */
export function extendedBy(status: string, printedExpiry: string | null): { extension: string; until: string } | null {
  if (printedExpiry === null) return null
  for (const { code: extension, rule, statuses } of catalogues.residenceExtensions.entries) {
    if (rule === undefined || !(statuses?.includes(status) ?? true)) continue
    const until = computeDeadline({ rule, land: 'BE', way: 'event', date: printedExpiry }).deadline
    if (until !== null && until > printedExpiry) return { extension, until }
  }
  return null
}

/** The parts of the radar: weeks that a title is still valid, at most. */
export const radarGroups = ['expired', '1', '4', '8', '12', 'open-ended'] as const
export type RadarGroup = (typeof radarGroups)[number]

export const radarLabels: Readonly<Record<RadarGroup, string>> = {
  expired: 'Abgelaufen',
  '1': 'Bis 1 Woche',
  '4': 'Bis 4 Wochen',
  '8': 'Bis 8 Wochen',
  '12': 'Bis 12 Wochen',
  'open-ended': 'Fortgeltung ohne Datum',
}

/** Where a title stands in the radar on an ISO day; null when it is valid for longer than twelve weeks or without end. */
export function radarGroupOf(title: Expiring, today: string): RadarGroup | null {
  const until = validUntil(title)
  if (until === null) return openEnded(title.extension) ? 'open-ended' : null
  if (until < today) return 'expired'
  const weeks = ([1, 4, 8, 12] as const).find((count) => until <= addDays(today, 7 * count))
  return weeks === undefined ? null : (String(weeks) as RadarGroup)
}

function extensionOf(extension: string | null): ResidenceExtension | undefined {
  return extension === null ? undefined : (findEntry('residenceExtensions', extension) as ResidenceExtension | undefined)
}
