import { z } from 'zod'

/** Kinds of document that an office writes, in the order in which they are offered. */
export const documentKinds = [
  'brief', 'kurzbrief', 'vermerk', 'verfuegung', 'stellungnahme', 'vorlage', 'einladung', 'pressemitteilung', 'grusswort', 'urkunde',
  'bescheinigung', 'zweisprachig',
] as const
export const documentKindSchema = z.enum(documentKinds)
export type DocumentKind = (typeof documentKinds)[number]

/** Kinds with the address field of a letter. */
export const addressedKinds: readonly DocumentKind[] = ['brief', 'kurzbrief', 'stellungnahme', 'einladung', 'zweisprachig']

export const documentKindLabels: Record<DocumentKind, string> = {
  brief: 'Brief', kurzbrief: 'Kurzbrief', vermerk: 'Vermerk', verfuegung: 'Verfügung', stellungnahme: 'Stellungnahme', vorlage: 'Vorlage für Gremien',
  einladung: 'Einladung', pressemitteilung: 'Pressemitteilung', grusswort: 'Grußwort', urkunde: 'Urkunde', bescheinigung: 'Bescheinigung',
  zweisprachig: 'Zweisprachiger Brief',
}

/** What a kind of document says beyond what every letter says. */
export interface Particular {
  /** The name in templates, too. */
  key: string
  label: string
  /** `list`: one entry a line; `checks`: any of the options; `rows`: a table. */
  type: 'line' | 'lines' | 'list' | 'date' | 'choice' | 'checks' | 'rows'
  options?: readonly string[]
  columns?: readonly { key: string; label: string }[]
  /** What a sample says: lines of text, or rows with their columns divided by a bar. */
  sample: string
  /** Without it the document isn't complete: a gap is marked. */
  required?: true
}

/** The particulars of each kind (domain: mandatory parts of the documents of an administration). */
export const particulars: Record<DocumentKind, readonly Particular[]> = {
  brief: [],
  kurzbrief: [
    { key: 'bitte_um', label: 'Mit der Bitte um', type: 'checks', options: ['Kenntnisnahme', 'Stellungnahme', 'Erledigung', 'Rücksprache', 'Rückgabe', 'zum Verbleib'], sample: 'Kenntnisnahme\nRückgabe' },
  ],
  vermerk: [
    { key: 'anlass', label: 'Anlass', type: 'line', sample: 'Gespräch zur Sprachmittlung', required: true },
    { key: 'teilnehmende', label: 'Teilnehmende', type: 'list', sample: 'Mara Muster\nJana Beispiel (Jobcenter)' },
    { key: 'ergebnis', label: 'Ergebnis oder Vorschlag', type: 'lines', sample: 'Die Sprechzeiten werden ab Januar gemeinsam veröffentlicht.' },
  ],
  verfuegung: [
    { key: 'punkte', label: 'Punkte der Verfügung', type: 'rows', columns: [{ key: 'text', label: 'Punkt' }, { key: 'wer', label: 'Wer' }, { key: 'vermerk', label: 'gef. am / Hz.' }], sample: 'Schreiben an den Fachbereich 61|IB|\nMitzeichnung|FB 50|\nWv. 15.12.2026|IB|\nz. d. A.||', required: true },
  ],
  stellungnahme: [
    { key: 'anlass', label: 'Bezug oder Anlass', type: 'line', sample: 'Ihr Schreiben vom 9. November 2026', required: true },
    { key: 'gegenstand', label: 'Gegenstand', type: 'line', sample: 'Entwurf des Bebauungsplans W/52' },
    { key: 'grundlage', label: 'Grundlage der Beteiligung', type: 'line', sample: '§ 7 der Hauptsatzung' },
    { key: 'votum', label: 'Gesamtvotum', type: 'choice', options: ['zugestimmt', 'zugestimmt mit Maßgaben', 'Bedenken', 'abgelehnt', 'Fehlanzeige'], sample: 'zugestimmt mit Maßgaben', required: true },
    { key: 'empfehlungen', label: 'Empfehlungen', type: 'list', sample: 'Gemeinschaftsraum im Erdgeschoss sichern\nHinweise in einfacher Sprache' },
  ],
  vorlage: [
    { key: 'vorlagennummer', label: 'Nummer der Vorlage', type: 'line', sample: 'OB-027/26', required: true },
    { key: 'einreicher', label: 'Einreicher', type: 'line', sample: 'Integrationsbeauftragte' },
    { key: 'oeffentlichkeit', label: 'Beratung', type: 'choice', options: ['öffentlich', 'nichtöffentlich'], sample: 'öffentlich', required: true },
    { key: 'beratungsfolge', label: 'Beratungsfolge', type: 'rows', columns: [{ key: 'gremium', label: 'Gremium' }, { key: 'datum', label: 'Sitzung am' }, { key: 'zustaendigkeit', label: 'Zuständigkeit' }, { key: 'ergebnis', label: 'Ergebnis' }], sample: 'Sozialausschuss|02.12.2026|Vorberatung|\nStadtverordnetenversammlung|16.12.2026|Entscheidung|' },
    { key: 'beschlussvorschlag', label: 'Beschlussvorschlag', type: 'lines', sample: 'Die Stadtverordnetenversammlung beschließt das Integrationskonzept 2027 bis 2031.', required: true },
    { key: 'rechtsgrundlage', label: 'Rechtsgrundlage', type: 'line', sample: '§ 28 BbgKVerf' },
    { key: 'finanzen', label: 'Finanzielle Auswirkungen', type: 'lines', sample: 'Keine' },
  ],
  einladung: [
    { key: 'termin', label: 'Tag', type: 'date', sample: '2026-12-07', required: true },
    { key: 'uhrzeit', label: 'Uhrzeit', type: 'line', sample: '17:00 bis 19:00 Uhr', required: true },
    { key: 'ort', label: 'Ort', type: 'line', sample: 'Rathaus, Raum 2.14 (barrierefrei)', required: true },
    { key: 'tagesordnung', label: 'Tagesordnung', type: 'list', sample: 'Begrüßung\nInterkulturelle Woche 2027\nVerschiedenes' },
    { key: 'rueckmeldung', label: 'Rückmeldung bis', type: 'date', sample: '2026-11-30' },
    { key: 'hinweise', label: 'Hinweise', type: 'lines', sample: 'Kinderbetreuung und Sprachmittlung auf Anfrage' },
  ],
  pressemitteilung: [
    { key: 'sperrfrist', label: 'Sperrfrist', type: 'line', sample: 'frei ab 21.11.2026, 12:00 Uhr' },
    { key: 'vorspann', label: 'Vorspann', type: 'lines', sample: 'Die Stadt Musterstadt eröffnet am Montag die Interkulturelle Woche.', required: true },
    { key: 'zitat', label: 'Zitat', type: 'lines', sample: '„Alle sind eingeladen.“' },
    { key: 'abbinder', label: 'Abbinder: wer wir sind', type: 'lines', sample: 'Die Integrationsbeauftragte vertritt die Belange der Zugewanderten in Musterstadt.' },
    { key: 'kontakt', label: 'Kontakt für Rückfragen', type: 'lines', sample: 'Pressestelle, 030 23125-120' },
  ],
  grusswort: [
    { key: 'anlass', label: 'Anlass', type: 'line', sample: 'Eröffnung der Interkulturellen Woche 2027', required: true },
    { key: 'dauer', label: 'Länge', type: 'line', sample: '4 Minuten' },
  ],
  urkunde: [
    { key: 'person', label: 'Für', type: 'line', sample: 'Kim Nguyen', required: true },
    { key: 'anlass', label: 'Anlass', type: 'lines', sample: 'für zehn Jahre ehrenamtliche Sprachmittlung', required: true },
  ],
  bescheinigung: [
    { key: 'person', label: 'Für', type: 'line', sample: 'Kim Nguyen', required: true },
    { key: 'geboren', label: 'Geboren am', type: 'date', sample: '1990-05-04' },
    { key: 'gegenstand', label: 'Worüber', type: 'line', sample: 'Teilnahme an der Schulung „Sprachmittlung in Beratungen“', required: true },
    { key: 'zeitraum', label: 'Zeitraum', type: 'line', sample: '1. bis 30. Oktober 2026, 24 Stunden' },
  ],
  zweisprachig: [
    { key: 'sprache', label: 'Zweite Sprache', type: 'line', sample: 'Українська', required: true },
    { key: 'betreff_uebersetzt', label: 'Betreff in der zweiten Sprache', type: 'line', sample: 'Запрошення', required: true },
    { key: 'uebersetzung', label: 'Text in der zweiten Sprache', type: 'lines', sample: 'запрошуємо Вас на зустріч.\nПриходьте, будь ласка.', required: true },
  ],
}

/** What a document says in one of its particulars: text, or the rows of a table. */
const particularValue = z.union([z.string().max(20_000), z.array(z.record(z.string().max(40), z.string().max(2_000))).max(200)])
export const particularsSchema = z.record(z.string().max(40), particularValue)
export type Particulars = z.infer<typeof particularsSchema>

/** The sample of a particular as the value that it stands for. */
export function sampleValue(particular: Particular): Particulars[string] {
  const { columns, sample } = particular
  if (!columns) return sample
  return sample.split('\n').map((line) => {
    const cells = line.split('|')
    return Object.fromEntries(columns.map(({ key }, index) => [key, cells[index] ?? '']))
  })
}
