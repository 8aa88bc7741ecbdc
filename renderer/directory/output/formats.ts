import type { SaveKind } from '../../../shared/desktop.ts'
import { outputFormatLabels } from '../../../shared/directory/output/labels.ts'
import type { OutputFormat } from '../../../shared/directory/output/model.ts'

/** A format that is saved as one file. */
export type FileFormat = Exclude<OutputFormat, 'email' | 'letters'>

/** The formats as they are offered. */
const formatGroups: readonly { group: string; items: readonly OutputFormat[] }[] = [
  { group: 'Liste', items: ['xlsx', 'csv', 'csv-1252', 'pdf'] },
  { group: 'E-Mail', items: ['email'] },
  { group: 'Post', items: ['letters', 'labels', 'envelopes', 'envelopes-docx'] },
  { group: 'Veranstaltung', items: ['badges'] },
  { group: 'Adressbuch', items: ['vcard3', 'vcard4'] },
]

/** The names that are proposed; they say nothing of the contacts. */
export const proposals: Record<FileFormat, { name: string; kind: SaveKind }> = {
  xlsx: { name: 'Kontaktliste.xlsx', kind: 'xlsx' }, csv: { name: 'Kontaktliste.csv', kind: 'csv' }, 'csv-1252': { name: 'Kontaktliste.csv', kind: 'csv' },
  pdf: { name: 'Kontaktliste.pdf', kind: 'pdf' }, vcard4: { name: 'Kontakte.vcf', kind: 'vcf' }, vcard3: { name: 'Kontakte.vcf', kind: 'vcf' },
  labels: { name: 'Etiketten.pdf', kind: 'pdf' }, badges: { name: 'Namensschilder.pdf', kind: 'pdf' }, envelopes: { name: 'Umschläge.pdf', kind: 'pdf' },
  'envelopes-docx': { name: 'Umschläge.docx', kind: 'docx' },
}

/** Whether a format is a table whose columns can be chosen. */
export function hasColumns(format: OutputFormat): boolean {
  return format === 'xlsx' || format === 'csv' || format === 'csv-1252' || format === 'pdf'
}

/** The formats for a select field. */
export const formatOptions = formatGroups.map(({ group, items }) => ({ group, items: items.map((value) => ({ value, label: outputFormatLabels[value] })) }))

/** "1 Kontakt", "42 Kontakte". */
export function contactsText(count: number): string {
  return count === 1 ? '1 Kontakt' : `${count.toLocaleString('de-DE')} Kontakte`
}
