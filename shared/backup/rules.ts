import type { KeepRule } from './keep.ts'

/** The figures of backups in one place. */
export const backupRules = {
  keep: { days: 7, weeks: 4, months: 12, newest: 3 } satisfies KeepRule,
  /** From so many days on the status bar warns that the newest backup, or the newest copy at the second place, is old. */
  oldAfterDays: 3,
  /** The structure of databases below this size is walked through in every backup, that of larger ones once in so many days. */
  thoroughBytes: 48 * 1024 * 1024,
  thoroughDays: 7,
  /** The newest set is restored for a test once in so many days. */
  probeDays: 30,
  /** So long after a restoration removing the state that it replaced is proposed. */
  proposeRemovalDays: 30,
} as const

/** When the daily backup was last to be made: today at that hour, or yesterday as long as it hasn't come. Local time. */
export function lastDailyTime(now: Date, hour: number): Date {
  const time = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hour)
  if (time > now) time.setDate(time.getDate() - 1)
  return time
}

/** Whether a backup of that time is too old at `now`. */
export function isOld(at: string | null, now: Date): boolean {
  return at === null || now.getTime() - Date.parse(at) > backupRules.oldAfterDays * 86_400_000
}
