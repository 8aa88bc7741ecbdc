import { auditKindLabels } from '../../../shared/audit/words.ts'
import { activitiesOn, activitiesSource, risks, type Activity } from '../../../shared/compliance/model.ts'
import { orGap } from '../../../shared/correspondence/gaps.ts'
import { germanDate } from '../../../shared/dates.ts'
import { letterRetention, reviewRule, unusedSince } from '../../../shared/directory/privacy/rules.ts'
import { ROLES, ROLE_DESCRIPTIONS, ROLE_LABELS } from '../../../shared/vault/roles.ts'
import { usualDeleteAfterDays as rosterDays } from '../../../shared/events/participants/catalogue.ts'
import { bullet, heading, missing, paragraph, small, space, table, type Block } from './blocks.ts'
import type { Facts } from './facts.ts'
import { argonWords, filled, keepWords, lockWords, replacedWords, wordsOf } from './words.ts'

type Insert = (facts: Facts) => Block[]

/** A fact of the office, or a mark that it has to be filled in. */
const rowOf = (name: string, value: string): string[] => [name, orGap(value, name)]

/** What the fixed texts name by `insert`: each is made from what is set. */
export const inserts: Readonly<Record<string, Insert>> = {
  controller: ({ office: { letterhead, privacy, name }, law }) => [
    heading('Verantwortlicher'),
    table(['Angabe', 'Inhalt'], [
      rowOf('Dienststelle', [name, letterhead.department].filter(Boolean).join(', ')),
      rowOf('Anschrift', [letterhead.street, `${letterhead.postalCode} ${letterhead.city}`.trim()].filter(Boolean).join(', ')),
      rowOf('Vertreten durch', privacy.representative),
      rowOf('Datenschutzbeauftragte/r', [privacy.officerName, privacy.officerContact].filter(Boolean).join(', ')),
      rowOf('Aufsichtsbehörde', law.authority),
      rowOf('Landesrecht', law.law),
    ], [2, 5]),
  ],

  activities: (facts) => activitiesOn(facts.today).flatMap((activity) => [heading(activity.title), table(['Angabe', 'Inhalt'], activityRows(activity, facts), [2, 6])])
    .concat([small(`Quelle des Vorschlags: ${activitiesSource}`)]),

  activityList: (facts) => activitiesOn(facts.today).map(({ title, purpose }) => bullet(`${title}: ${purpose}`)),

  exports: ({ exports }) => (exports.length === 0 ? [paragraph('Bisher keine.')] : exports.map(bullet)),

  roles: ({ people }) => [
    table(['Rolle', 'Personen', 'Zugriff'], ROLES.map((role) => [ROLE_LABELS[role], String(people[role]), ROLE_DESCRIPTIONS[role]]), [2, 1.4, 6], { right: [1] }),
    space,
  ],

  risks: (facts) => [table(['Risiko', 'Möglicher Schaden', 'Wahr\u00ADschein\u00ADlichkeit', 'Schwere', 'Abhilfe'],
    risks.map(({ risk, harm, likelihood, severity, measures }) => [risk, harm, likelihood, severity, filled(measures, wordsOf(facts))]), [5, 4.2, 3, 2.6, 7], { size: 17 }),
  space, missing('eigene Bewertung der Wahrscheinlichkeiten und Schweren; die Einstufung ist ein Vorschlag')],

  encryption: (facts) => [
    table(['Was', 'Wie'], [
      ['Datenbanken', `SQLCipher: ${facts.encryption.cipher} je Seite mit ${facts.encryption.hmac}; zwei Datenbanken mit je eigenem zufälligen 256-Bit-Schlüssel`],
      ['Passphrase zu Schlüssel', `Argon2id mit ${argonWords(facts)}, eigenes Salz je Person (schwächster Zugang)`],
      ['Schlüssel je Person', 'Schlüsselpaar ECDH P-384; Datenschlüssel damit versiegelt (AES-256-GCM)'],
      ['Liste der Personen', 'unterschrieben mit ECDSA P-384'],
      ['Sicherungen', 'enthalten dieselben verschlüsselten Dateien; Anzahlen darin zusätzlich mit AES-256-GCM'],
      ['Protokoll', 'verkettet mit HMAC-SHA-256'],
      ['Einordnung', 'Verfahren nach BSI TR-02102-1; Argon2id nach RFC 9106, zweite empfohlene Einstellung oder stärker'],
    ], [2, 6]),
    space,
  ],

  backups: (facts) => [
    table(['Was', 'Wie eingestellt'], [
      ['Wann', 'täglich, während das Büro offen ist, und nach jedem Sperren und Beenden, wenn sich etwas geändert hat'],
      ['Aufbewahrung', keepWords(facts)],
      ['Zweiter Ort', facts.backups.secondPlace ? 'eingerichtet; die neueste Sicherung wird dorthin kopiert und verglichen' : 'an diesem Rechner nicht eingerichtet'],
      ['Prüfung', `beim Anlegen geöffnet und gelesen; alle ${facts.backups.probeDays} Tage probeweise wiederhergestellt, mit Bescheinigung`],
      ['Wiederherstellung', 'neben dem heutigen Stand, verglichen, dann umgeschaltet; der bisherige bleibt'],
    ], [2, 6]),
    space,
    ...facts.backups.secondPlace ? [] : [missing('zweiter Ort für Sicherungen (Einstellungen, Sicherungen), oder wie die IT den Ordner des Tresors sichert')],
  ],

  policy: (facts) => (facts.policy.length === 0
    ? [paragraph('Die IT hat für diesen Rechner nichts vorgegeben.')]
    : [table(['Vorgabe', 'Wert'], facts.policy.map(({ title, value }) => [title, value]), [4, 4]), space]),

  log: ({ audit }) => [
    table(['Art', 'Was eingetragen wird'], [
      [auditKindLabels.people, 'Anlegen, Umbenennen, Rolle ändern, Entfernen, neue Passphrase vergeben'],
      [auditKindLabels.keys, 'eigene Passphrase geändert (nie die Passphrase), Wiederherstellungsschlüssel angezeigt, bestätigt oder benutzt, Schlüssel erneuert, Zahl falscher Passphrasen vor dem Entsperren'],
      [auditKindLabels.identity, 'Öffnen der Identität eines Falls, Suche nach einer Person, Öffnen der Namen von Beschuldigten'],
      [auditKindLabels.access, 'Öffnen fremder Fälle in Vertretung, Mitberatung, Übergabe, Auskunft zum Fall'],
      [auditKindLabels.export, 'jede Datei, die an einem gewählten Ort gespeichert wird: Art, Format, Anzahl'],
      [auditKindLabels.deletion, 'endgültige Löschungen: Art und Anzahl'],
      [auditKindLabels.backup, 'Sichern von Hand, Prüfen, Proben, Wiederherstellen'],
      [auditKindLabels.settings, 'Aufbewahrungsfristen der Beratung'],
      [auditKindLabels.log, 'jede Einsicht mit Anlass, Aufbewahrung des Protokolls, Entfernen nach Ablauf'],
    ], [2, 6]),
    space,
    paragraph(`Aufbewahrung: ${audit.months} Monate${audit.months === audit.standard ? ' (Voreinstellung)' : ` (Festlegung des Büros; voreingestellt sind ${audit.standard})`}, danach entfernt das Programm die Einträge selbst.`),
  ],

  logReaders: ({ audit }) => [
    bullet('Die Leitung, nur aus einem benannten Anlass. Jede Einsicht wird mit Anlass selbst eingetragen.'),
    bullet('Jede Person ihre eigenen Einträge, jederzeit.'),
    bullet('Wer keinen Zugang zur Beratung hat, kann deren Protokoll technisch nicht öffnen.'),
    bullet('Datenschutzbeauftragte, IT-Sicherheit und Personalrat auf Verlangen über die Leitung, als Ausdruck mit Prüfwert.'),
    bullet(`Aufbewahrung: ${audit.months} Monate.`),
  ],

  retention: (facts) => [
    table(['Löschklasse', 'Startzeitpunkt und Frist', 'Grundlage'], [
      ...facts.retention.periods.map(({ label, text, norm }) => [`Beratung: ${label}`, text, norm]),
      ['Kontakte ohne Nutzung', `Vorschlag, wenn seit ${germanDate(unusedSince(facts.today))} weder geprüft noch verwendet`, reviewRule('unused').reason],
      ['Kontakte ohne Zweck oder Einwilligung', 'Vorschlag sofort', 'Art. 5 Abs. 1 Buchst. b, Art. 7 Abs. 3, Art. 17 Abs. 1 DSGVO'],
      ['Schriftgut', `Schreiben von heute bis ${germanDate(letterRetention.until(facts.today))}`, letterRetention.reason],
      ['Listen von Teilnehmenden', `${rosterDays} Tage nach dem letzten Tag der Veranstaltung, soweit dort nichts anderes steht`, 'Art. 5 Abs. 1 Buchst. e DSGVO; Zuwendungsbescheid geht vor'],
      ['Protokoll', `${facts.audit.months} Monate nach dem Eintrag`, 'Art. 5 Abs. 1 Buchst. e, Art. 32 DSGVO; Dienstvereinbarung'],
      ['Sicherungen', keepWords(facts), 'Art. 32 Abs. 1 Buchst. b und c DSGVO'],
      ['Bei Wiederherstellungen ersetzte Stände', replacedWords(facts), 'Art. 5 Abs. 1 Buchst. e, Art. 32 Abs. 1 Buchst. c DSGVO'],
    ], [4, 6, 5], { size: 18 }),
    space,
  ],

  dataKinds: (facts) => [
    table(['Tätigkeit', 'Datenarten des Programms'], activitiesOn(facts.today).map(({ title, records }) => [title, kindWords(records, facts)]), [2, 6]),
    small('Datenarten ohne Stern enthalten zurzeit mindestens einen Datensatz; mit * sind sie angelegt und noch leer.'),
  ],

  outerBackups: ({ retention }) => [retention.backupDays === null
    ? missing('wie lange die IT Sicherungen des Ordners aufbewahrt (Beratung, Datenschutz, Regeln)')
    : paragraph(`Sicherungen außerhalb des Tresors (IT): längstens ${retention.backupDays} Tage. ${retention.backupNote}`)],

  contact: ({ office: { letterhead } }) => [
    paragraph('Mängel bei der Barrierefreiheit melden Sie bitte an:'),
    table(['Angabe', 'Inhalt'], [rowOf('Ansprechperson', letterhead.contactPerson), rowOf('Telefon', letterhead.phone), rowOf('E-Mail', letterhead.email)], [2, 5]),
  ],
}

function activityRows(activity: Activity, facts: Facts): string[][] {
  const words = wordsOf(facts)
  return [
    ['Zweck', activity.purpose],
    ['Rechtsgrundlage', activity.bases.map((basis) => filled(basis, words)).join('; ')],
    ['Betroffene', activity.persons.join('; ')],
    ['Daten', activity.data.join('; ')],
    ['Besondere Kategorien', filled(activity.special, words)],
    ['Empfänger', activity.recipients.join('; ')],
    ['Löschfrist', retentionWords(activity, facts)],
    ...activity.records.length === 0 ? [] : [['Datenarten', kindWords(activity.records, facts)]],
  ]
}

function retentionWords({ retention }: Activity, facts: Facts): string {
  switch (retention) {
    case 'counselling': return `${facts.retention.periods[0]?.text ?? ''}; abweichende Klassen im Löschkonzept`
    case 'contacts': return 'solange ein Zweck besteht; Vorschlag zur Löschung nach drei Jahren ohne Nutzung'
    case 'letters': return letterRetention.reason
    case 'events': return `Listen ${rosterDays} Tage nach der Veranstaltung; Belege nach dem Zuwendungsbescheid`
    case 'audit': return `Protokoll ${facts.audit.months} Monate; Sicherungen: ${keepWords(facts)}`
  }
}

function kindWords(types: readonly string[], { data }: Facts): string {
  return types.flatMap((type) => {
    const kind = data.find((entry) => entry.type === type)
    return kind ? [kind.used ? kind.label : `${kind.label}*`] : []
  }).join(', ') || 'keine eigenen'
}

/** What each setting is in one line, for the screen. */
export const summaries = {
  office: ({ office: { name, privacy } }: Facts) => [name || 'Name fehlt', privacy.officerName ? `Datenschutz: ${privacy.officerName}` : 'Datenschutzbeauftragte/r fehlt'].join('; '),
  law: ({ law }: Facts) => law.law || 'Bundesland fehlt',
  people: ({ people }: Facts) => ROLES.map((role) => `${people[role]} × ${ROLE_LABELS[role]}`).join(', '),
  data: ({ data }: Facts) => `${data.filter(({ used }) => used).length} von ${data.length} Datenarten in Gebrauch`,
  retention: ({ retention }: Facts) => (retention.own === 0 ? 'Fristen wie voreingestellt' : `${retention.own} eigene Fristen`),
  backups: (facts: Facts) => `${keepWords(facts)}; zweiter Ort ${facts.backups.secondPlace ? 'eingerichtet' : 'nicht eingerichtet'}`,
  lock: (facts: Facts) => `nach ${lockWords(facts)}`,
  encryption: (facts: Facts) => `Argon2id ${argonWords(facts)}; ${facts.encryption.cipher}`,
  exports: ({ exports }: Facts) => `${exports.length} Arten von Ausgaben im Protokoll`,
  audit: ({ audit }: Facts) => `${audit.months} Monate`,
  policy: (facts: Facts) => (facts.policy.length === 0 ? 'nichts vorgegeben' : facts.policy.map(({ title }) => title).join(', ')),
}
