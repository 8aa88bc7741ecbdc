import { clockTime, isoDay, germanDate } from '../dates.ts'
import type { BackupPlace, FailureKind } from './model.ts'
import { replacedAt, replacedName } from './replaced/model.ts'

/** What happened, what was kept and what to do, for each reason and place. */
export function failureWords(kind: FailureKind, place: BackupPlace): { happened: string; next: string } {
  const where = place === 'own' ? 'im Ordner des Tresors' : 'am zweiten Ort'
  const kept = 'Alle früheren Sicherungen und die Daten des Büros sind unverändert.'
  switch (kind) {
    case 'disk-full':
      return { happened: `Für die Sicherung ist ${where} nicht genug Platz.`, next: `${kept} Geben Sie dort Speicherplatz frei; beim nächsten Anlass versucht es das Büro von selbst erneut.` }
    case 'not-reachable':
      return { happened: `Der Ort der Sicherung (${where}) ist nicht erreichbar.`, next: `${kept} Stecken Sie den Stick an oder verbinden Sie das Laufwerk; beim nächsten Anlass versucht es das Büro von selbst erneut.` }
    case 'read-only':
      return { happened: `Die Sicherung darf ${where} nicht geschrieben werden.`, next: `${kept} Prüfen Sie Schreibschutz und Rechte oder fragen Sie Ihre IT.` }
    case 'held':
      return { happened: `Ein anderes Programm hält eine Datei der Sicherung ${where} fest, zum Beispiel ein Virenscanner.`, next: `${kept} Beim nächsten Anlass versucht es das Büro von selbst erneut.` }
    case 'source-damaged':
      return { happened: 'Eine Datei des Tresors ist beschädigt. Sie wurde nicht gesichert, damit keine gute Sicherung durch eine beschädigte verdrängt wird.', next: 'Alle früheren Sicherungen sind unverändert. Lassen Sie die Dateien, wie sie sind, und verständigen Sie Ihre IT.' }
    case 'copy-damaged':
      return { happened: `Die Kopie stimmte nach dem Schreiben nicht mit dem Tresor überein (${where}). Sie wurde verworfen.`, next: `${kept} Lassen Sie das Laufwerk prüfen.` }
    case 'in-use':
      return { happened: 'Der Tresor ist an einem anderen Platz geöffnet.', next: 'Dort wird gesichert, sobald das Büro gesperrt wird.' }
    case 'gave-way':
      return { happened: 'Die Sicherung wurde abgebrochen, weil am Tresor gearbeitet werden sollte.', next: `${kept} Beim nächsten Anlass versucht es das Büro von selbst erneut.` }
    case 'failed':
      return { happened: 'Die Sicherung ist fehlgeschlagen.', next: `${kept} Beim nächsten Anlass versucht es das Büro von selbst erneut. Bleibt der Fehler, verständigen Sie Ihre IT.` }
  }
}

/** „heute, 14:03", „gestern, 17:20", „am 03.11.2026". */
export function ageWords(at: string, now: Date): string {
  const then = new Date(at)
  const days = Math.round((Date.parse(isoDay(now)) - Date.parse(isoDay(then))) / 86_400_000)
  if (days === 0) return `heute, ${clockTime(then)}`
  if (days === 1) return `gestern, ${clockTime(then)}`
  return `am ${germanDate(at)}`
}

/** What a destruction doesn't reach: copies in the vault, and the day by which they are gone. */
export function copiesText(copies: readonly { name: string }[], goneBy: string | null): string {
  const replaced = copies.filter(({ name }) => replacedName.test(name)).map(({ name }) => germanDate(isoDay(replacedAt(name))))
  const kept = copies.length - replaced.length
  const sets = kept === 0 || goneBy === null
    ? 'Im Tresor liegt keine Sicherung.'
    : `Im Tresor ${kept === 1 ? 'liegt 1 Sicherung, die' : `liegen ${kept} Sicherungen, die`} die Daten noch verschlüsselt enthalten ${kept === 1 ? 'kann' : 'können'}; nach der Aufbewahrungsregel geht die letzte spätestens am ${germanDate(goneBy)}, am zweiten Ort ebenso, sobald er erreichbar ist.`
  const aside = replaced.length === 0 ? '' : replaced.length === 1
    ? ` Dazu ein Stand, der bei einer Wiederherstellung am ${replaced[0]} ersetzt wurde: Er geht erst, wenn ihn jemand unter Einstellungen, Sicherungen endgültig entfernt.`
    : ` Dazu ${replaced.length} Stände, die bei Wiederherstellungen ersetzt wurden (${replaced.join(', ')}): Sie gehen erst, wenn sie jemand unter Einstellungen, Sicherungen endgültig entfernt.`
  return sets + aside
}

/** „12,3 MB". */
export function sizeWords(bytes: number): string {
  const units = ['Byte', 'KB', 'MB', 'GB']
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)))
  return `${(bytes / 1024 ** step).toLocaleString('de-DE', { maximumFractionDigits: step < 2 ? 0 : 1 })} ${units[step]}`
}
