import { z } from 'zod'

/**
 * The closed set of errors that cross the port between the office process and the window. Neither stacks nor SQL nor
 * personal text travel with them; every code has its German text here and its screen or notice in the renderer.
 */
export const errorCodes = [
  'invalid',
  'locked',
  'forbidden',
  'wrong-passphrase',
  'conflict',
  'not-found',
  'busy',
  'disk-full',
  'read-only',
  'corrupt',
  'newer-version',
  'viewing',
  'unreachable',
  'synced-folder',
  'template',
  'policy',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What an error may carry. All texts are German and safe to show. */
export const errorDataSchema = z.object({
  /** What happened, more exactly than the code's own text. */
  detail: z.string().optional(),
  /** Messages per form field, by the field's path ("channels.0.value"). */
  fields: z.record(z.string(), z.string()).optional(),
  /** Whole seconds until the next try is accepted. */
  waitSeconds: z.number().int().optional(),
  /** Which part of the vault is affected. */
  part: z.enum(['folder', 'vault-file', 'office', 'counselling', 'backup']).optional(),
  /** Who holds the vault, for `busy`. */
  holder: z.object({ host: z.string(), person: z.string(), since: z.string() }).optional(),
  /** The record as it is now, for `conflict`. */
  current: z.unknown().optional(),
  /** Number under which the local log names this error, for `internal`. */
  incident: z.string().optional(),
  /** Faults of a document template. */
  faults: z.array(z.string()).optional(),
})

export type ErrorData = z.infer<typeof errorDataSchema>

/** An expected error of the office process. `message` is for developers and never leaves the process. */
export class OfficeError extends Error {
  readonly code: ErrorCode
  readonly data: ErrorData

  constructor(code: ErrorCode, data: ErrorData = {}) {
    super(data.detail ? `${code}: ${data.detail}` : code)
    this.name = 'OfficeError'
    this.code = code
    this.data = data
  }
}

/** What happened and what to do next, for each code: the least that any error shows. */
export const errorTexts: Record<ErrorCode, { title: string; next: string }> = {
  invalid: {
    title: 'Die Angaben sind noch nicht vollständig oder nicht gültig.',
    next: 'Bitte die gekennzeichneten Felder prüfen. Der eingegebene Text bleibt erhalten.',
  },
  locked: {
    title: 'Das Büro ist gesperrt.',
    next: 'Bitte entsperren Sie das Büro. Nicht gespeicherter Text bleibt erhalten.',
  },
  forbidden: {
    title: 'Dieser Bereich ist mit Ihrem Zugang nicht zugänglich.',
    next: 'Wenden Sie sich an die Leitung, wenn Sie den Zugang für Ihre Aufgabe brauchen.',
  },
  'wrong-passphrase': {
    title: 'Die Passphrase ist nicht richtig.',
    next: 'Bitte prüfen Sie Feststelltaste und Tastaturbelegung und versuchen Sie es erneut. Die Daten sind unverändert.',
  },
  conflict: {
    title: 'Der Eintrag wurde inzwischen an anderer Stelle geändert.',
    next: 'Bitte vergleichen Sie beide Fassungen und wählen Sie aus. Ihre Eingabe bleibt erhalten.',
  },
  'not-found': {
    title: 'Der Eintrag ist nicht mehr vorhanden.',
    next: 'Bitte aktualisieren Sie die Liste oder sehen Sie im Papierkorb nach.',
  },
  busy: {
    title: 'Der Tresor wird gerade anderweitig verwendet.',
    next: 'Bitte schließen Sie das andere Programm oder versuchen Sie es in einigen Sekunden erneut.',
  },
  'disk-full': {
    title: 'Das Laufwerk ist voll.',
    next: 'Gespeichert ist alles bis zur letzten Bestätigung. Bitte Speicherplatz freigeben und erneut speichern.',
  },
  'read-only': {
    title: 'In den Ordner des Tresors kann nicht geschrieben werden.',
    next: 'Bitte Schreibrechte und Verbindung des Laufwerks prüfen oder einen anderen Ordner wählen.',
  },
  corrupt: {
    title: 'Eine Datei des Tresors ist beschädigt.',
    next: 'Es wurde nichts verändert. Bitte die Dateien so lassen, wie sie sind, und eine Sicherung wiederherstellen.',
  },
  'newer-version': {
    title: 'Dieser Tresor wurde mit einer neueren Programmversion bearbeitet.',
    next: 'Es wurde nichts verändert. Bitte lassen Sie das Programm von Ihrer IT aktualisieren.',
  },
  viewing: {
    title: 'Das Büro ist nur zum Ansehen geöffnet.',
    next: 'Es wurde nichts gespeichert. Zum Bearbeiten muss der andere Platz sperren; danach sperren Sie hier und öffnen das Büro.',
  },
  unreachable: {
    title: 'Die Verbindung zum Ordner des Tresors ist unterbrochen.',
    next: 'Gespeichert ist alles bis zur letzten Bestätigung. Ihre Eingabe bleibt im Formular; sie wird gespeichert, sobald die Verbindung wieder da ist.',
  },
  'synced-folder': {
    title: 'Der Ordner des Tresors wird von einem anderen Programm mit dem Internet abgeglichen.',
    next: 'Es wurde nichts verändert. Bitte wählen Sie einen Ordner, der nicht abgeglichen wird, oder fragen Sie Ihre IT.',
  },
  template: {
    title: 'Die Dokumentvorlage enthält Fehler.',
    next: 'Bitte beheben Sie die genannten Stellen in der Vorlage.',
  },
  policy: {
    title: 'Das ist von Ihrer IT vorgegeben.',
    next: 'Was gilt, steht unter Einstellungen, Vorgaben Ihrer IT. Brauchen Sie es für Ihre Aufgabe, wenden Sie sich an Ihre IT.',
  },
  internal: {
    title: 'Es ist ein unerwarteter Fehler aufgetreten.',
    next: 'Bitte versuchen Sie es erneut. Bleibt der Fehler, nennen Sie Ihrer IT die Vorgangsnummer.',
  },
}
