import { z } from 'zod'
import { addDays } from '../../holidays/days.ts'
import { isoDay } from '../../dates.ts'
import { backupRules } from '../rules.ts'

/** Name of a state's folder in the vault's own: „ersetzt-2026-11-22-141503", a further one of the same second with a number behind it. */
export const replacedName = /^ersetzt-(\d{4})-(\d{2})-(\d{2})-(\d{2})(\d{2})(\d{2})(-\d+)?$/

/** A whole state of the office that a restoration has moved aside. */
export const replacedStateSchema = z.object({
  id: z.string(),
  /** When it was moved aside. */
  at: z.string(),
  /** When something was last written to it; null where its databases are missing. */
  changedAt: z.string().nullable(),
  bytes: z.number(),
  /** Whether each database lies in it. */
  office: z.boolean(),
  counselling: z.boolean(),
  /** How many people have keys to it; null where the keys can't be read. */
  people: z.int().nullable(),
})
export type ReplacedState = z.infer<typeof replacedStateSchema>

/** When a state was moved aside, by the name of its folder; local time. */
export function replacedAt(name: string): Date {
  const [, year, month, day, hours, minutes, seconds] = replacedName.exec(name)?.map(Number) ?? []
  return new Date(year ?? 0, (month ?? 1) - 1, day ?? 1, hours ?? 0, minutes ?? 0, seconds ?? 0)
}

/** The day from which on removing it is proposed: until then somebody will have noticed if the restoration was a mistake. Nothing removes it by itself. */
export function proposedFrom({ at }: Pick<ReplacedState, 'at'>): string {
  return addDays(isoDay(new Date(at)), backupRules.proposeRemovalDays)
}
