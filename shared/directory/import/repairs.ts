/**
 * What the import offers to mend. Every kind can be accepted or declined as a whole and for a single row; nothing is mended
 * without being shown.
 */
export const importRepairKinds = [
  'mojibake', 'two-people', 'family', 'care-of', 'employer-in-name', 'title-in-name', 'name-parts', 'title-in-salutation',
  'post-code-zero', 'post-code-place', 'two-numbers', 'channel-remark', 'short-number', 'not-a-channel', 'email-cleaned', 'date',
  'country', 'salutation', 'type', 'catalogue', 'spreadsheet-text', 'zero-bytes', 'dash',
] as const

export type ImportRepairKind = typeof importRepairKinds[number]

interface RepairText {
  label: string
  /** True where only a person can know: the row waits until somebody has accepted or declined. */
  asks: boolean
  /** What stays when the repair is declined. */
  declined: string
}

export const importRepairTexts: Record<ImportRepairKind, RepairText> = {
  mojibake: { label: 'Beschädigte Buchstaben wiederherstellen', asks: true, declined: 'Der Text bleibt, wie er in der Datei steht.' },
  'two-people': { label: 'Zwei Personen in einer Zelle trennen', asks: true, declined: 'Die Zelle wird ein Kontakt.' },
  family: { label: '„Familie“ aus dem Namen lösen', asks: true, declined: 'Der Name bleibt, wie er in der Datei steht.' },
  'care-of': { label: '„z. Hd.“ aus dem Namen lösen', asks: true, declined: 'Der Name bleibt, wie er in der Datei steht.' },
  'employer-in-name': { label: 'Angabe in Klammern als Organisation', asks: true, declined: 'Die Klammer bleibt im Namen.' },
  'title-in-name': { label: 'Anrede und Titel aus dem Namen lösen', asks: true, declined: 'Der Name bleibt, wie er in der Datei steht.' },
  'name-parts': { label: '„Familienname, Vorname“ trennen', asks: true, declined: 'Der Name bleibt ungetrennt im Familiennamen.' },
  'title-in-salutation': { label: 'Titel aus der Anrede lösen', asks: false, declined: 'Die Anrede kommt in die Notiz.' },
  'post-code-zero': { label: 'Führende Null der Postleitzahl ergänzen', asks: false, declined: 'Die Postleitzahl bleibt vierstellig.' },
  'post-code-place': { label: 'Postleitzahl und Ort trennen', asks: false, declined: 'Beides bleibt im Ort.' },
  'two-numbers': { label: 'Mehrere Nummern in einer Zelle trennen', asks: false, declined: 'Die Zelle bleibt eine Nummer.' },
  'channel-remark': { label: 'Zusatz einer Nummer als Beschriftung', asks: false, declined: 'Der Zusatz bleibt bei der Nummer.' },
  'short-number': { label: 'Von Excel gekürzte Nummer in die Notiz', asks: false, declined: 'Die gekürzte Nummer bleibt als Nummer stehen.' },
  'not-a-channel': { label: 'Text ohne Nummer oder Adresse in die Notiz', asks: false, declined: 'Der Text bleibt, wo er steht.' },
  'email-cleaned': { label: 'E-Mail-Adressen trennen und kürzen', asks: false, declined: 'Die Zelle bleibt eine Adresse.' },
  date: { label: 'Datum lesen', asks: false, declined: 'Die Angabe kommt in die Notiz.' },
  country: { label: 'Unbekanntes Land in den Adresszusatz', asks: false, declined: 'Die Zeile kommt mit Begründung zurück.' },
  salutation: { label: 'Unbekannte Anrede in die Notiz', asks: false, declined: 'Die Zeile kommt mit Begründung zurück.' },
  type: { label: 'Unbekannte Art als Schlagwort', asks: false, declined: 'Die Zeile kommt mit Begründung zurück.' },
  catalogue: { label: 'Angabe außerhalb des Katalogs in die Notiz', asks: false, declined: 'Die Zeile kommt mit Begründung zurück.' },
  'spreadsheet-text': { label: 'Excel-Schreibweise für Text auflösen', asks: false, declined: 'Die Schreibweise bleibt stehen.' },
  'zero-bytes': { label: 'Nullzeichen entfernen', asks: false, declined: 'An ihrer Stelle steht ␀.' },
  dash: { label: 'Strich als „keine Angabe“', asks: false, declined: 'Der Strich wird übernommen.' },
}
