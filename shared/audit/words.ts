import { replacedAt } from '../backup/replaced/model.ts'
import { germanDateTime } from '../dates.ts'
import { ROLE_LABELS, type Role } from '../vault/roles.ts'
import { auditPurposes, type AuditEntry, type AuditKind } from './model.ts'
import { exportLabel } from './exports.ts'

export const auditKindLabels: Record<AuditKind, string> = {
  log: 'Protokoll', people: 'Personen', keys: 'Schlüssel', settings: 'Einstellungen', access: 'Zugriff auf Fälle',
  identity: 'Identität geöffnet', export: 'Ausgabe', deletion: 'Löschung', backup: 'Sicherung',
}

/** What happened, by its code. */
const words: Readonly<Record<string, string>> = {
  'begun': 'Protokoll begonnen',
  'read': 'Protokoll eingesehen',
  'pruned': 'Einträge nach Ablauf der Frist entfernt',
  'retention': 'Aufbewahrung des Protokolls festgelegt',
  'anchor-missing': 'Abweichung festgestellt: Das Protokoll enthält einen früher bestätigten Eintrag nicht mehr',
  'person-added': 'Person angelegt',
  'person-renamed': 'Person umbenannt',
  'role-changed': 'Rolle geändert',
  'person-removed': 'Person entfernt',
  'passphrase-reset': 'Neue Passphrase vergeben',
  'own-passphrase': 'Eigene Passphrase geändert',
  'recovery-drafted': 'Neuer Wiederherstellungsschlüssel angezeigt',
  'recovery-confirmed': 'Wiederherstellungsschlüssel bestätigt',
  'recovery-used': 'Mit dem Wiederherstellungsschlüssel geöffnet',
  'keys-renewed': 'Schlüssel der Datenbanken erneuert',
  'work-handed-over': 'Zuständigkeiten übergeben',
  'deputy-drafted': 'Blätter für den Vertretungsfall angezeigt',
  'deputy-arranged': 'Vertretungsfall eingerichtet',
  'deputy-revoked': 'Vertretungsfall widerrufen',
  'deputy-opened': 'Im Vertretungsfall zu zweit geöffnet',
  'deputy-ended': 'Vertretung beendet',
  'deputy-seen': 'Öffnung im Vertretungsfall zur Kenntnis genommen',
  'wrong-holder-tries': 'Falsche Codes vor dieser Öffnung zu zweit',
  'desk-taken-over': 'Tresor von einem Rechner übernommen, der sich nicht mehr meldete',
  'wrong-tries': 'Falsche Passphrasen vor diesem Entsperren',
  'wrong-recovery-tries': 'Falsche Wiederherstellungsschlüssel vor diesem Öffnen',
  'period': 'Aufbewahrungsfrist der Beratung geändert',
  'identity': 'Identität geöffnet',
  'search': 'Nach einer Person gesucht und diesen Fall gefunden',
  'offender': 'Namen von Verursachern geöffnet',
  'export': 'Auskunft zum Fall geöffnet',
  'deputy': 'Fall in Vertretung geöffnet',
  'shared': 'Fall für jemanden geöffnet',
  'share-ended': 'Öffnung eines Falls beendet',
  'handed-over': 'Fall übergeben',
  'destroyed': 'Endgültig gelöscht',
  'part-destroyed': 'Eintrag einer Liste endgültig gelöscht',
  'backed-up': 'Sicherung von Hand begonnen',
  'verified': 'Sicherung geprüft',
  'probed': 'Wiederherstellung von Hand geprobt',
  'restore-prepared': 'Sicherung zum Vergleich geöffnet',
  'restore-decided': 'Wiederherstellung entschieden',
  'restore-discarded': 'Geöffnete Sicherung verworfen',
  'restored': 'Früherer Stand wiederhergestellt',
  'replaced-removed': 'Ersetzten Stand endgültig entfernt',
}

/** Every code that has words. */
export const auditWords: ReadonlySet<string> = new Set(Object.keys(words))

/** What an entry says, in one line. */
export function entryText({ kind, what, detail, number }: Pick<AuditEntry, 'kind' | 'what' | 'detail' | 'number'>): string {
  if (kind === 'export') return [exportLabel(what), detail && `als ${detail.toUpperCase()}`, number !== null && `${number} Datensätze`].filter(Boolean).join(', ')
  const text = words[what] ?? what
  switch (what) {
    case 'read': return `${text}: ${auditPurposes.find(({ code }) => code === detail)?.label ?? detail}`
    case 'pruned': return `${text}: bis Nr. ${number ?? 0}`
    case 'retention': return `${text}: ${number ?? 0} Monate`
    case 'person-added': case 'role-changed': return `${text}: ${ROLE_LABELS[detail as Role] ?? detail}`
    case 'wrong-tries': case 'wrong-recovery-tries': case 'wrong-holder-tries': return `${text}: ${number ?? 0}`
    case 'destroyed': case 'part-destroyed': return `${text}: ${detail}${number !== null && number > 1 ? `, ${number} Datensätze` : ''}`
    case 'replaced-removed': return `${text}: ${germanDateTime(replacedAt(detail).toISOString())}`
    default: return text
  }
}
