/** A field that may stand in the text of a letter. */
export interface BodyField {
  key: string
  label: string
  /** Under which heading it is offered. */
  group: 'recipient' | 'letter' | 'matter' | 'office'
}

export const bodyFieldGroups: Record<BodyField['group'], string> = { recipient: 'Empfänger', letter: 'Schreiben', matter: 'Vorgang und Frist', office: 'Dienststelle' }

/** The fields, in the order in which they are offered. Those that templates know too have the same names there. */
export const bodyFields: readonly BodyField[] = [
  { key: 'anrede', label: 'Anrede', group: 'recipient' },
  { key: 'empfaenger', label: 'Name der Empfängerin oder des Empfängers', group: 'recipient' },
  { key: 'anschrift', label: 'Anschrift in einer Zeile', group: 'recipient' },
  { key: 'ihr_zeichen', label: 'Ihr Zeichen', group: 'recipient' },
  { key: 'ihre_nachricht', label: 'Ihre Nachricht vom', group: 'recipient' },
  { key: 'datum', label: 'Datum des Schreibens', group: 'letter' },
  { key: 'nummer', label: 'Nummer des Schreibens', group: 'letter' },
  { key: 'unser_zeichen', label: 'Unser Zeichen', group: 'letter' },
  { key: 'betreff', label: 'Betreff', group: 'letter' },
  { key: 'aktenzeichen', label: 'Aktenzeichen des Vorgangs', group: 'matter' },
  { key: 'frist', label: 'Frist der Stellungnahme', group: 'matter' },
  { key: 'buero', label: 'Name der Dienststelle', group: 'office' },
  { key: 'abteilung', label: 'Zweite Zeile im Briefkopf', group: 'office' },
  { key: 'auskunft', label: 'Auskunft erteilt', group: 'office' },
  { key: 'telefon', label: 'Telefon', group: 'office' },
  { key: 'email', label: 'E-Mail', group: 'office' },
  { key: 'name', label: 'Name unter dem Schreiben', group: 'office' },
]

const labels = new Map(bodyFields.map(({ key, label }) => [key, label]))

/** How a field is called; one that this version doesn't know, by its own name. */
export function bodyFieldLabel(field: string): string {
  return labels.get(field) ?? `unbekanntes Feld „${field}“`
}
