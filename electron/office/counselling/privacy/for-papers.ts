import { retentionRules } from '../../../../shared/counselling/privacy/rules.ts'
import type { CounsellingRetention } from '../../compliance-source.ts'
import type { CounsellingDesk } from '../../session.ts'
import { readPractice } from './practice-service.ts'

/** The periods of counselling as they are in force here. */
export async function retentionForPapers(desk: CounsellingDesk): Promise<CounsellingRetention> {
  const { practice, periods } = await readPractice(desk.database.read)
  return {
    periods: retentionRules.map(({ code, label, text, norm }) => {
      const own = periods.find((period) => period.code === code)
      if (!own) return { label, text, norm }
      return { label, text: `${own.years === null ? 'unbegrenzt' : `${own.years} Jahre`} (Festlegung des Büros: ${own.reason})`, norm }
    }),
    own: periods.length,
    archiveName: practice.archiveName,
    backupDays: practice.backupDays,
    backupNote: practice.backupNote,
  }
}
