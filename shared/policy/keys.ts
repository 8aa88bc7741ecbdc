import { z } from 'zod'
import { auditRetention } from '../audit/model.ts'
import { saveKinds } from '../save-kinds.ts'
import { thresholds } from '../statistics/disclosure.ts'
import { LAENDER, LAND_CODES } from '../vault/laender.ts'
import { PASSPHRASE_MIN_LENGTH } from '../vault/passphrase.ts'

/**
 * Everything that IT can settle for a computer. The one source for reading `policies.json` and the registry, for `--show-policy`, the
 * page „Vorgaben Ihrer IT", the table of the handbook and the templates for group policies. A key that nothing obeys has no place here:
 * `obeyed.test.ts` names for each the test that shows it.
 */

/** How a value is written; decides about the registry type and the control in the group policy editor. */
export type PolicyKind = 'folder' | 'file' | 'number' | 'switch' | 'list' | 'choice'

/** What holds where a value can't be relied on: a stricter one, what held last and can't be changed, or nothing. */
export type Fallback<Value> = { value: Value } | 'locked' | 'ignored'

interface PolicyKey<Schema extends z.ZodType> {
  kind: PolicyKind
  schema: Schema
  group: string
  /** Name on screens and in the group policy editor. */
  title: string
  /** German description for whoever decides about it. */
  text: string
  /** What holds without the key. */
  usual: string
  fallback: Fallback<z.infer<Schema>>
  /** What the fallback means, in words. */
  fallbackText: string
  /** Values to choose from, with their German names. */
  choices?: readonly { value: string | number; label: string }[]
  range?: { min: number; max: number }
  /** A value as it stands in the file. */
  example: z.infer<Schema>
}

const longestPath = 1_000
/** A path from the root; a variable of the environment would lead where the user wants. */
const absolutePath = z.string().min(1).max(longestPath)
  .regex(/^(?:[A-Za-z]:[\\/]|\\\\[^\\/]+[\\/][^\\/]+|\/)/u, 'muss ein vollständiger Pfad sein (zum Beispiel D:\\Integration oder \\\\server\\freigabe\\integration).')
  .regex(/^[^%\p{Cc}]*$/u, 'darf keine Umgebungsvariablen wie %USERPROFILE% enthalten: Sie ließen sich vom Benutzer ändern.')

const between = (min: number, max: number) => ({ schema: z.int().min(min).max(max), range: { min, max }, kind: 'number' as const })

function key<Schema extends z.ZodType>(definition: PolicyKey<Schema>): PolicyKey<Schema> {
  return definition
}

const lastUsed = 'der zuletzt verwendete, ohne Wechsel'
const nothingGoes = 'der Höchstwert, damit nichts entfernt wird'

/** Formats in which something can leave the vault as a file. */
const formats = z.array(z.enum(saveKinds)).max(saveKinds.length)

/** How much is logged. */
export const logLevels = ['off', 'errors', 'details'] as const

export const policyKeys = {
  VaultPath: key({
    kind: 'folder', schema: absolutePath, group: 'Tresor', title: 'Ordner des Tresors', example: 'D:\\Integration\\Tresor', usual: 'im lokalen Profil, wählbar', fallback: 'locked', fallbackText: `${lastUsed}; ein neues Büro lässt sich nicht anlegen`,
    text: 'In diesem Ordner liegt der Tresor. Am Arbeitsplatz lässt sich kein anderer öffnen oder anlegen, auch nicht mit --vault; das Musterbüro bleibt möglich.',
  }),
  AllowSyncedFolders: key({
    kind: 'switch', schema: z.boolean(), group: 'Tresor', title: 'Tresor in einem Cloud-Ordner', example: false, usual: 'nein', fallback: { value: false }, fallbackText: 'nein',
    text: 'Ein Tresor in einem Ordner, den OneDrive, Nextcloud, Dropbox oder ein anderer Dienst abgleicht, wird nicht geöffnet: Der Dienst kann die Datenbank zerreißen. Mit „ja“ öffnet ihn das Büro trotzdem, zum Beispiel wenn Sie den Abgleich für ihn ausgeschlossen haben.',
  }),
  BackupPath: key({
    kind: 'folder', schema: absolutePath, group: 'Sicherungen', title: 'Zweiter Ort der Sicherungen', example: '\\\\server\\sicherung\\integration', usual: 'keiner, wählbar', fallback: 'locked', fallbackText: lastUsed,
    text: 'Hierhin geht von jeder fertigen Sicherung eine Kopie. Der Ordner muss vorhanden und für die Personen des Büros beschreibbar sein; das Büro legt darin „Integrationsbuero-Sicherungen“ an.',
  }),
  BackupKeepDays: key({
    ...between(1, 366), group: 'Sicherungen', title: 'Sicherungen: Tage', example: 14, usual: '7', fallback: { value: 366 }, fallbackText: nothingGoes,
    text: 'Von so vielen Kalendertagen bleibt die jeweils letzte Sicherung, heute eingerechnet. Die drei neuesten bleiben immer.',
  }),
  BackupKeepWeeks: key({
    ...between(1, 104), group: 'Sicherungen', title: 'Sicherungen: Wochen', example: 8, usual: '4', fallback: { value: 104 }, fallbackText: nothingGoes,
    text: 'Von so vielen Wochen (Montag bis Sonntag) bleibt die jeweils letzte Sicherung.',
  }),
  BackupKeepMonths: key({
    ...between(1, 120), group: 'Sicherungen', title: 'Sicherungen: Monate', example: 24, usual: '12', fallback: { value: 120 }, fallbackText: nothingGoes,
    text: 'Von so vielen Monaten bleibt die jeweils letzte Sicherung. So lange können gelöschte Daten noch in Sicherungen stehen.',
  }),
  BackupHour: key({
    ...between(0, 23), group: 'Sicherungen', title: 'Stunde der täglichen Sicherung', example: 12, usual: 'bald nach dem ersten Öffnen am Tag', fallback: 'ignored', fallbackText: 'bald nach dem ersten Öffnen am Tag',
    text: 'Ab dieser vollen Stunde macht das Büro die tägliche Sicherung, während es offen ist; ist es dann nicht offen, nach dem nächsten Öffnen. Legen Sie sie vor den Lauf Ihrer eigenen Datensicherung. Nach jedem Sperren und Beenden sichert es sich unabhängig davon.',
  }),
  AutoLockMinutes: key({
    ...between(1, 60), group: 'Sperren', title: 'Sperren nach Minuten ohne Benutzung', example: 10, usual: '10, wählbar', fallback: { value: 5 }, fallbackText: '5 Minuten',
    text: 'Nach so vielen Minuten ohne Benutzung sperrt sich das Büro. Eine Minute vorher erscheint ein Hinweis.',
  }),
  LockOnScreenLock: key({
    kind: 'switch', schema: z.boolean(), group: 'Sperren', title: 'Mit dem Bildschirm sperren', example: true, usual: 'ja', fallback: { value: true }, fallbackText: 'ja',
    text: 'Wird der Bildschirm gesperrt (Windows+L), sperrt sich auch das Büro. Energiesparmodus und Abmelden sperren immer.',
  }),
  MinPassphraseLength: key({
    ...between(PASSPHRASE_MIN_LENGTH, 64), group: 'Zugang', title: 'Mindestlänge der Passphrase', example: 16, usual: String(PASSPHRASE_MIN_LENGTH), fallback: { value: 16 }, fallbackText: '16 Zeichen',
    text: 'So viele Zeichen braucht jede neue Passphrase. Bestehende gelten weiter.',
  }),
  MinPassphraseStrength: key({
    ...between(1, 4), group: 'Zugang', title: 'Mindeststärke der Passphrase', example: 3, usual: 'keine, nur ein Hinweis', fallback: { value: 3 }, fallbackText: '3 (gut)',
    choices: [{ value: 1, label: 'schwach' }, { value: 2, label: 'mäßig' }, { value: 3, label: 'gut' }, { value: 4, label: 'sehr gut' }],
    text: 'So stark muss jede neue Passphrase nach der Schätzung des Büros sein: 1 schwach, 2 mäßig, 3 gut, 4 sehr gut.',
  }),
  DisableExport: key({
    kind: 'list', schema: formats, group: 'Weitergabe', title: 'Dateiformate, die nicht gespeichert werden dürfen', example: ['csv', 'xlsx', 'vcf'], usual: 'keine', fallback: { value: [...saveKinds] }, fallbackText: 'alle Formate',
    choices: saveKinds.map((kind) => ({ value: kind, label: `.${kind}` })),
    text: 'In diesen Formaten schreibt das Büro keine Dateien außerhalb des Tresors. Drucken, Ansehen und das Bearbeiten in Word gehen weiter: Die Arbeitskopien dafür werden beim Sperren entfernt; csv, xlsx, vcf, ics und json gibt es dann auch nicht zum Ansehen.',
  }),
  DisableClipboard: key({
    kind: 'switch', schema: z.boolean(), group: 'Weitergabe', title: 'Kopieren abschalten', example: true, usual: 'nein', fallback: { value: true }, fallbackText: 'ja',
    text: 'Aus dem Büro lässt sich nichts in die Zwischenablage kopieren und kein Text herausziehen. Einfügen bleibt möglich.',
  }),
  TemplateFolder: key({
    kind: 'folder', schema: absolutePath, group: 'Schreiben', title: 'Ordner mit Word-Vorlagen', example: '\\\\server\\vorlagen\\integration', usual: 'keiner', fallback: 'ignored', fallbackText: 'keiner',
    text: 'Die DOCX- und DOTX-Dateien in diesem Ordner bietet das Büro unter „Vorlagen“ zum Übernehmen an, geänderte als neue Fassung. Es liest nur: Übernommenes liegt im Tresor, geprüft wie jede andere Vorlage.',
  }),
  LibreOfficePath: key({
    kind: 'file', schema: absolutePath, group: 'Schreiben', title: 'LibreOffice', example: 'D:\\Programme\\LibreOffice\\program\\soffice.exe', usual: 'an den üblichen Orten gesucht', fallback: 'ignored', fallbackText: 'an den üblichen Orten gesucht',
    text: 'Programmdatei von LibreOffice, das aus Schreiben PDF macht. Nur dieses wird verwendet.',
  }),
  AllowWordAutomation: key({
    kind: 'switch', schema: z.boolean(), group: 'Schreiben', title: 'Word für PDF verwenden', example: false, usual: 'ja', fallback: { value: false }, fallbackText: 'nein',
    text: 'Unter Windows macht das Büro PDF mit Word, ohne Fenster und ohne Makros. Mit „nein“ nimmt es LibreOffice oder seine eigenen Mittel; Schreiben lassen sich weiter in Word bearbeiten.',
  }),
  FederalState: key({
    kind: 'choice', schema: z.enum(LAND_CODES), group: 'Fachliches', title: 'Bundesland', example: 'BB', usual: 'beim Anlegen des Büros gewählt', fallback: 'ignored', fallbackText: 'das des Büros',
    choices: LAENDER.map(({ code, name }) => ({ value: code, label: name })),
    text: 'Bestimmt Feiertage, Aufsichtsbehörde und Landesrecht.',
  }),
  SmallCellK: key({
    ...between(thresholds[0], thresholds[2]), group: 'Fachliches', title: 'Kleinste Fallzahl der Statistik', example: 5, usual: '5, wählbar ab 3', fallback: { value: thresholds[2] }, fallbackText: String(thresholds[2]),
    text: 'Zahlen, hinter denen weniger Personen oder Fälle stehen, weist die Statistik nicht aus. Kleiner lässt sich die Schwelle nicht wählen.',
  }),
  RetentionRules: key({
    kind: 'file', schema: absolutePath, group: 'Fachliches', title: 'Datei mit Aufbewahrungsfristen', example: 'C:\\ProgramData\\Integrationsbuero\\fristen.json', usual: 'Voreinstellung, von der Leitung änderbar', fallback: 'ignored', fallbackText: 'die des Büros',
    text: 'JSON-Datei mit Fristen für Beratungsdaten, zum Beispiel [{"code": "case", "years": 5, "reason": "Aktenordnung vom 1. Mai 2026, § 4"}]; "years": null bewahrt unbegrenzt auf. Was darin steht, kann die Leitung nicht ändern.',
  }),
  AuditKeepMonths: key({
    ...between(auditRetention.least, auditRetention.most), group: 'Fachliches', title: 'Aufbewahrung des Protokolls in Monaten', example: 6, usual: `${auditRetention.months}, von der Leitung änderbar`, fallback: 'locked', fallbackText: 'die im Büro festgelegte, ohne Änderung',
    text: 'So viele Monate bleiben Einträge des Protokolls über Verwaltung, Ausgaben und Öffnungen. Was älter ist, wird beim nächsten Entsperren entfernt; dass und bis wohin, steht im Protokoll. Maßgeblich ist, was mit dem Personalrat vereinbart ist.',
  }),
  LogLevel: key({
    kind: 'choice', schema: z.enum(logLevels), group: 'Betrieb', title: 'Protokoll', example: 'details', usual: 'errors', fallback: { value: 'errors' }, fallbackText: 'errors',
    choices: [{ value: 'off', label: 'keines' }, { value: 'errors', label: 'Fehler' }, { value: 'details', label: 'Fehler und Ablauf' }],
    text: 'Was im lokalen Protokoll steht: nichts (off), Fehler (errors) oder auch Start, Sperren, Ende und gelesene Vorgaben (details). Personenbezogenes steht nie darin.',
  }),
} as const

export type PolicyName = keyof typeof policyKeys
export const policyNames = Object.keys(policyKeys) as PolicyName[]

/** Values that hold; what isn't there was not settled by IT. */
export type PolicyValues = { [Name in PolicyName]?: z.infer<(typeof policyKeys)[Name]['schema']> }

/** A key as a name given from outside; null for an unknown one. */
export function policyName(text: string): PolicyName | null {
  return Object.hasOwn(policyKeys, text) ? (text as PolicyName) : null
}

/** Folder of the registry that group policies write to. */
export const registryKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Integrationsbuero\\Integrationsbuero'
