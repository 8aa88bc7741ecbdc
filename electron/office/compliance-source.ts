/** What the counselling has settled about keeping, in words for papers about the whole office. */
export interface CounsellingRetention {
  /** Rules with the office's own periods in their place. */
  periods: { label: string; text: string; norm: string }[]
  /** How many of them are the office's own. */
  own: number
  archiveName: string
  /** Days for which backups outside of the vault are kept; null where nothing is settled. */
  backupDays: number | null
  backupNote: string
}
