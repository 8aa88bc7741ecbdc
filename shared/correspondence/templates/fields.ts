import { particulars, type DocumentKind } from './kinds.ts'

/** What a field holds: `text` is the formatted text of the document, `rows` and `list` can be repeated. */
export type FieldType = 'line' | 'lines' | 'date' | 'text' | 'rows' | 'list'

/** A name that a template may use. */
export interface TemplateField {
  key: string
  label: string
  type: FieldType
  /** Without it the document isn't complete: a gap is marked visibly and listed. */
  required: boolean
  /** Names that offices use for the same. */
  aliases: readonly string[]
  columns?: readonly { key: string; label: string }[]
}

const field = (key: string, label: string, type: FieldType, aliases: string, required = false): TemplateField =>
  ({ key, label, type, required, aliases: aliases === '' ? [] : aliases.split(' ') })

/** What an entry of a list says. */
const listColumns = [{ key: 'nr', label: 'Nr.' }, { key: 'bezeichnung', label: 'Bezeichnung' }] as const

/** What every document knows. */
const common: readonly TemplateField[] = [
  field('anschrift', 'Anschrift', 'lines', 'adresse anschriftfeld anschriftblock adressblock empfaengeranschrift address', true),
  field('empfaenger', 'Empfänger', 'line', 'empfaengername adressat recipient an'),
  field('vermerke', 'Vermerk über der Anschrift', 'lines', 'versandvermerk versandart zusatzvermerk'),
  field('ruecksendeangabe', 'Rücksendeangabe', 'line', 'absenderzeile absender ruecksendeadresse'),
  field('informationsblock', 'Informationsblock', 'lines', 'infoblock bezugszeichen'),
  field('betreff', 'Betreff', 'line', 'thema betreffzeile subject titel', true),
  field('anrede', 'Anrede', 'line', 'briefanrede anredezeile salutation', true),
  field('text', 'Text', 'text', 'brieftext inhalt textkoerper haupttext body', true),
  field('zeichenzahl', 'Länge des Textes: Zeichen mit Leerzeichen', 'line', 'zeichen_mit_leerzeichen zeichenanzahl anschlaege textlaenge'),
  field('gruss', 'Grußformel', 'line', 'grussformel schlussformel schluss closing'),
  field('unterschrift', 'Unterschrift (Block)', 'lines', 'unterschriftsblock signatur unterzeichnung'),
  field('behoerde', 'Behörde über der Unterschrift', 'line', 'dienststelle'),
  field('zusatz', 'Zeichnungszusatz', 'line', 'zeichnungszusatz im_auftrag auftrag'),
  field('name', 'Name unter dem Schreiben', 'line', 'unterzeichner unterschriftsname'),
  field('funktion', 'Funktion unter dem Namen', 'line', 'amtsbezeichnung dienstbezeichnung unterzeichner_funktion'),
  field('zeichen_unterzeichner', 'Namenszeichen der unterzeichnenden Person', 'line', 'hz_unterzeichner schlusszeichnung'),
  field('bearbeiter', 'Bearbeiterin oder Bearbeiter', 'line', 'bearbeiterin sachbearbeiter sachbearbeiterin sachbearbeitung'),
  field('namenszeichen', 'Namenszeichen der bearbeitenden Person', 'line', 'hz handzeichen kuerzel paraphe diktatzeichen'),
  field('fassung', 'Fassung (Entwurf, Abdruck)', 'line', 'ausfertigung'),
  field('abdruck_an', 'Zeile „Abdruck an: …“', 'line', 'abdruck'),
  field('begleittext', 'Text nur für diesen Empfänger', 'lines', 'begleitzeile'),
  field('datum', 'Datum', 'date', 'briefdatum date tagesdatum', true),
  field('nummer', 'Nummer des Schreibens', 'line', 'briefnummer schreibennummer'),
  field('unser_zeichen', 'Unser Zeichen', 'line', 'aktenzeichen az geschaeftszeichen gz unserzeichen'),
  field('ihr_zeichen', 'Ihr Zeichen', 'line', 'ihrzeichen'),
  field('ihre_nachricht', 'Ihre Nachricht vom', 'date', 'ihre_nachricht_vom ihr_schreiben_vom ihr_schreiben'),
  field('auskunft', 'Auskunft erteilt', 'line', 'auskunft_erteilt ansprechpartner ansprechpartnerin'),
  field('telefon', 'Telefon', 'line', 'tel durchwahl fon telefonnummer'),
  field('fax', 'Fax', 'line', 'telefax faxnummer'),
  field('email', 'E-Mail', 'line', 'e_mail mail emailadresse'),
  field('web', 'Internet', 'line', 'internet homepage website'),
  field('buero', 'Name im Briefkopf', 'line', 'behoerdenname stadt kommune traeger'),
  field('abteilung', 'Zweite Zeile im Briefkopf', 'line', 'fachbereich amt referat'),
  field('buero_strasse', 'Straße des Büros', 'line', 'strasse'),
  field('buero_plz', 'PLZ des Büros', 'line', 'plz'),
  field('buero_ort', 'Ort des Büros', 'line', 'absenderort'),
  field('bank', 'Bankverbindung', 'lines', 'bankverbindung konto iban'),
  // Of the case that a letter about a client is written from; empty in every other letter, so that their lines disappear.
  field('fall_aktenzeichen', 'Aktenzeichen des Falls (Beratung)', 'line', 'fallnummer'),
  field('fall_person', 'Ratsuchende Person (Beratung)', 'line', 'ratsuchende_person klient klientin'),
  field('fall_geboren', 'Geburtsdatum der Person (Beratung)', 'line', ''),
  field('fall_anschrift', 'Anschrift der Person (Beratung)', 'line', ''),
  field('fall_frist', 'Nächste Frist im Fall (Beratung)', 'line', ''),
  { ...field('anlagen', 'Anlagen', 'list', 'anlage enclosures'), columns: listColumns },
  { ...field('kopien', 'Kopie an', 'list', 'verteiler kopie kopie_an nachrichtlich cc'), columns: listColumns },
]

/** Kinds that go to nobody in particular: an address or salutation is no gap in them. */
const withoutRecipient: readonly DocumentKind[] = ['vermerk', 'verfuegung', 'vorlage', 'pressemitteilung', 'grusswort', 'urkunde', 'bescheinigung']

/** The field catalogue of a kind of document. Particulars of the kind go before a common field of the same name. */
export function fieldsOf(kind: DocumentKind): readonly TemplateField[] {
  const own = particulars[kind].map((particular): TemplateField => ({
    key: particular.key,
    label: particular.label,
    type: fieldTypes[particular.type],
    required: particular.required === true,
    aliases: [],
    ...(particular.columns ? { columns: particular.columns } : fieldTypes[particular.type] === 'list' ? { columns: listColumns } : {}),
  }))
  const taken = new Set(own.map(({ key }) => key))
  const alone = withoutRecipient.includes(kind)
  return [
    ...own,
    ...common.filter(({ key }) => !taken.has(key))
      .map((one) => (alone && (one.key === 'anschrift' || one.key === 'anrede') ? { ...one, required: false } : one)),
  ]
}

const fieldTypes = { line: 'line', choice: 'line', lines: 'lines', list: 'list', checks: 'list', date: 'date', rows: 'rows' } as const

/** Filters that may follow a name: `{datum | datum:kurz}`. Each with the arguments that it understands. */
export const filters: Record<string, { label: string; arguments: readonly string[] }> = {
  datum: { label: 'Datum, lang, kurz oder ISO', arguments: ['lang', 'kurz', 'iso'] },
  euro: { label: 'Betrag mit zwei Stellen und €', arguments: [] },
  anrede: { label: 'Anrede mit Komma am Ende', arguments: [] },
  liste: { label: 'Mehrere Angaben in einer Zeile: mit Komma, mit „und“ oder untereinander', arguments: ['komma', 'und', 'zeilen'] },
}

/** The names of a template as they are compared: small letters, no umlauts, words divided by `_`. */
export function normalName(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('de').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
    .normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/gu, '')
}
