import { replacedAt } from '../../../shared/backup/replaced/model.ts'
import { backupRules } from '../../../shared/backup/rules.ts'
import { gap } from '../../../shared/correspondence/gaps.ts'
import { LAENDER } from '../../../shared/vault/laender.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import type { Facts } from './facts.ts'

/** What stands for `{name}` in the fixed texts. */
export function wordsOf(facts: Facts): Record<string, string> {
  return {
    today: germanDate(facts.today),
    land: landName(facts.law.land) || gap('Bundesland'),
    law: facts.law.law || gap('Rechtsgrundlage des Landes'),
    lockMinutes: lockWords(facts),
    backupKeep: keepWords(facts),
    probeDays: String(facts.backups.probeDays),
    secondPlace: facts.backups.secondPlace ? 'eingerichtet' : 'nicht eingerichtet',
    argon: argonWords(facts),
    auditMonths: `${facts.audit.months} Monate`,
    archive: facts.retention.archiveName || gap('zuständiges Archiv'),
  }
}

/** Fills the fixed texts. */
export function filled(text: string, words: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => words[name] ?? whole)
}

/** "10 Minuten", or from the shortest to the longest where people have set it differently. */
export function lockWords({ lock }: Pick<Facts, 'lock'>): string {
  const [first = 0] = lock
  const last = lock.at(-1) ?? first
  return first === last ? `${first} Minuten` : `${first} bis ${last} Minuten (je nach Person)`
}

/** How long backups are kept. */
export function keepWords({ backups: { days, weeks, months } }: Pick<Facts, 'backups'>): string {
  return `je eine Sicherung der letzten ${days} Tage, ${weeks} Wochen und ${months} Monate`
}

/** The parameters by which a passphrase becomes a key. */
export function argonWords({ encryption: { memoryKiB, passes, lanes } }: Pick<Facts, 'encryption'>): string {
  return `${Math.round(memoryKiB / 1024)} MiB, ${passes} Durchläufe, ${lanes} Bahnen`
}

/** The Land by its name. */
export function landName(code: string): string {
  return LAENDER.find((land) => land.code === code)?.name ?? ''
}

/** Until when states stay that restorations have replaced, and which there are. */
export function replacedWords({ backups: { replaced } }: Pick<Facts, 'backups'>): string {
  const rule = `bis jemand sie endgültig entfernt; das Büro schlägt es ${backupRules.proposeRemovalDays} Tage nach der Wiederherstellung vor`
  return replaced.length === 0 ? `${rule}. Zurzeit keine` : `${rule}. Zurzeit vom ${replaced.map((name) => germanDate(isoDay(replacedAt(name)))).join(', ')}`
}
