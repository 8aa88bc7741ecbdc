import { OfficeError, type ErrorData } from '../../../shared/errors.ts'
import { PROGRAM_SLOTS } from './lease-file.ts'
import { VaultError, type VaultErrorReason } from './vault-error.ts'

/** What exactly happened, for the screens; the code's own text says what to do next. */
const DETAILS: Partial<Record<VaultErrorReason, string>> = {
  damaged: 'Die Datei „vault.json“ und ihre Kopie sind beschädigt. Ohne sie lassen sich die Daten nicht entschlüsseln.',
  tampered: 'Die Liste der Personen wurde außerhalb des Programms verändert. Es wurde deshalb nichts geöffnet.',
  'weak-derivation': 'Die Schutzeinstellungen eines Zugangs wurden außerhalb des Programms herabgesetzt.',
  'key-mismatch': 'Die Schlüssel in „vault.json“ gehören nicht zu den Datenbanken in diesem Ordner.',
  'folder-missing': 'Der Ordner des Tresors ist nicht erreichbar.',
  'vault-exists': 'In diesem Ordner gibt es bereits ein Büro. Es wurde nicht verändert.',
  'folder-not-empty': 'In diesem Ordner liegen bereits Datenbanken eines Büros. Sie wurden nicht verändert.',
  'recovery-key': 'Der Wiederherstellungsschlüssel gehört nicht zu diesem Büro oder wurde inzwischen erneuert.',
  wait: 'Nach mehreren falschen Eingaben ist eine kurze Pause nötig.',
  'last-leitung': 'Ein Büro braucht mindestens eine Leitung. Geben Sie zuerst einer anderen Person die Rolle Leitung.',
  'own-person': 'Den eigenen Zugang kann nur eine andere Leitung ändern oder entfernen.',
  'name-taken': 'Diesen Namen trägt bereits eine andere Person des Büros.',
  'passphrase-too-short': 'Die Passphrase ist zu kurz.',
  'changed-on-disk': 'Die Zugänge wurden inzwischen von einem anderen Programm geändert. Bitte sperren und neu entsperren.',
  'other-program': 'Das Büro ist an einem anderen Platz geöffnet.',
  'lease-lost': 'Ein anderes Programm hat das Büro übernommen. Es wurde hier geschlossen.',
  'no-arrangement': 'Für dieses Büro gilt kein Vertretungsfall (mehr). Er wurde nicht eingerichtet oder widerrufen.',
  'arrangement-expired': 'Der Vertretungsfall ist abgelaufen. Hier hilft nur noch der Wiederherstellungsschlüssel.',
  'arrangement-unknown': 'Dieser Vertretungsfall wurde widerrufen. Es wurde nichts geöffnet.',
  'holder-code': 'Dieser Code gehört nicht zum geltenden Vertretungsfall. Stammt er von einem alten Blatt?',
  'same-code': 'Das ist zweimal derselbe Code. Gebraucht werden die Codes von zwei Blättern.',
  'too-many-days': 'So lange lässt der Vertretungsfall niemanden ein. Bitte weniger Tage angeben.',
  'deputy-over': 'Die Vertretung ist beendet: Der Zugang war befristet.',
  'deputy-unrecorded': 'Für diesen Zugang ist keine laufende Vertretung verzeichnet. Es wurde nichts geöffnet.',
  'clock-behind': 'Die Uhr dieses Rechners geht nach: Das Büro wurde schon zu einer späteren Zeit benutzt. Bitte die Uhr stellen lassen und neu versuchen.',
  'share-away': 'Der Ordner des Tresors ist nicht erreichbar.',
  'no-answer': 'Der andere Platz antwortet nicht. Er arbeitet vielleicht gerade an etwas Langem, oder er wurde unterbrochen.',
  'no-room-for-copy': 'Auf diesem Rechner ist im Ordner für vorübergehende Dateien zu wenig Platz für die Kopie.',
  'still-changing': 'Die Dateien haben sich während des Kopierens geändert. Bitte versuchen Sie es noch einmal.',
  'renewal-unfinished': 'Eine Erneuerung der Schlüssel ist noch nicht abgeschlossen. Bitte sperren und neu entsperren.',
}

const ORPHANED =
  'Im Ordner liegen Datenbanken, aber die Datei „vault.json“ mit den Schlüsseln und ihre Kopie fehlen. ' +
  'Es wurden keine neuen Schlüssel angelegt.'

/**
 * The error of the vault as it crosses the port.
 *
 * @param holderName name of the person whose slot stands in a lease, for `busy`
 */
export function toOfficeError(error: VaultError, holderName = ''): OfficeError {
  const { code, reason, details } = error
  const detail = detailOf(error)
  const data: ErrorData = { part: reason === 'folder-missing' ? 'folder' : 'vault-file' }
  if (detail) data.detail = detail
  if (details.retryAfter !== undefined) data.waitSeconds = details.retryAfter
  if (details.field) data.fields = { [details.field]: detail ?? 'Bitte ausfüllen.' }
  if (details.host && details.since && !isProgram(details.slot)) data.holder = { host: details.host, person: holderName, since: details.since }
  return new OfficeError(code, data)
}

function isProgram(slot: string | undefined): boolean {
  return Object.values(PROGRAM_SLOTS).some((name) => name === slot)
}

function detailOf({ code, reason, details }: VaultError): string | undefined {
  if (code === 'corrupt' && reason === 'vault-file-missing') return ORPHANED
  if (details.service) return `Der Ordner wird von „${details.service}“ abgeglichen.`
  // Nobody of flesh and blood is named here: no text would fit the name that the screen puts before it.
  if (details.slot === PROGRAM_SLOTS.backup) return `Auf dem Rechner „${details.host}“ läuft gerade eine Sicherung. Das dauert meist nur Sekunden.`
  if (details.slot === PROGRAM_SLOTS.restore) return `Auf dem Rechner „${details.host}“ wird das Büro gerade wiederhergestellt.`
  return reason && DETAILS[reason]
}

/** Runs an action of the vault; its errors leave as errors of the port. */
export async function crossingPort<Result>(action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (error) {
    throw error instanceof VaultError ? toOfficeError(error) : error
  }
}
