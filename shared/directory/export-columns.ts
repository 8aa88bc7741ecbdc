/** The columns of a list that is given out. Headings that the import knows make a list that can be brought back unchanged. */
export const exportColumns = [
  { key: 'name', heading: 'Name' },
  { key: 'organisation', heading: 'Organisation' },
  { key: 'department', heading: 'Abteilung' },
  { key: 'shortName', heading: 'Kurzname' },
  { key: 'type', heading: 'Art' },
  { key: 'salutation', heading: 'Anrede' },
  { key: 'title', heading: 'Titel' },
  { key: 'givenNames', heading: 'Vornamen' },
  { key: 'familyName', heading: 'Familienname' },
  { key: 'originalName', heading: 'Name in eigener Schrift' },
  { key: 'role', heading: 'Funktion' },
  { key: 'street', heading: 'Straße' },
  { key: 'addressExtra', heading: 'Adresszusatz' },
  { key: 'postalCode', heading: 'PLZ' },
  { key: 'place', heading: 'Ort' },
  { key: 'country', heading: 'Land' },
  { key: 'phone', heading: 'Telefon' },
  { key: 'mobile', heading: 'Mobil' },
  { key: 'fax', heading: 'Fax' },
  { key: 'email', heading: 'E-Mail' },
  { key: 'web', heading: 'Internet' },
  { key: 'languages', heading: 'Sprachen' },
  { key: 'areas', heading: 'Arbeitsbereiche' },
  { key: 'tags', heading: 'Schlagwörter' },
  { key: 'note', heading: 'Notiz' },
  // Put together for use elsewhere; the import passes them over.
  { key: 'letterAddress', heading: 'Versandanschrift' },
  { key: 'letterSalutation', heading: 'Anredezeile' },
  { key: 'reached', heading: 'Weg' },
] as const

export type ExportColumn = typeof exportColumns[number]['key']

export const exportColumnKeys = exportColumns.map(({ key }) => key) as [ExportColumn, ...ExportColumn[]]

/** The columns that a list has until somebody chooses others: all that is needed to write to people, and nothing private. */
export const usualColumns: readonly ExportColumn[] = [
  'organisation', 'department', 'salutation', 'title', 'givenNames', 'familyName', 'role', 'street', 'addressExtra', 'postalCode', 'place', 'country', 'phone', 'mobile', 'email', 'tags',
]

/** The columns of a list on paper. */
export const usualPaperColumns: readonly ExportColumn[] = ['name', 'organisation', 'role', 'phone', 'email', 'place']

/** The heading of a column. */
export function exportHeading(key: ExportColumn): string {
  return exportColumns.find((column) => column.key === key)?.heading ?? key
}
