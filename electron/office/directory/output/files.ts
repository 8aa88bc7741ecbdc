import { recipientFrom } from '../../../../shared/correspondence/recipient.ts'
import { exportHeading, usualColumns, usualPaperColumns } from '../../../../shared/directory/export-columns.ts'
import { outputUseLabels } from '../../../../shared/directory/output/labels.ts'
import type { OutputFormat, OutputLayout, OutputRequest } from '../../../../shared/directory/output/model.ts'
import { displayName } from '../../../../shared/directory/names.ts'
import { purposeLabel } from '../../../../shared/directory/dealings/purposes.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { findEnvelope } from '../../../../shared/labels/sheets.ts'
import { returnAddressOf, type Letterhead } from '../../../../shared/settings/letterhead.ts'
import { csvUtf8, csvWindows1252, toWindows1252 } from '../../documents/csv.ts'
import { envelopesDocx } from '../../documents/docx-envelopes.ts'
import { badgesPdf, envelopesPdf, labelsPdf } from '../../documents/pdf-labels.ts'
import { tablePdf } from '../../documents/pdf-table.ts'
import { xlsx } from '../../documents/xlsx.ts'
import { columnValue } from './columns.ts'
import type { Entry } from './entries.ts'
import { vcard } from './vcard.ts'

/** A file to hand over. */
export interface OutputFile {
  bytes: Uint8Array
  changed: { from: string; to: string }[]
}

/** What a file says of itself. */
interface FileRequest extends Pick<OutputRequest, 'use' | 'purpose'> {
  format: OutputFormat
  layout: OutputLayout
  letterhead: Letterhead
}

/** Makes the file of a format. @throws OfficeError `invalid` when the layout lacks what the format needs */
export async function outputFile(entries: readonly Entry[], request: FileRequest): Promise<OutputFile> {
  const { format, layout, letterhead } = request
  const { title } = layout
  if (format === 'csv-1252') return csvWindows1252(tableOf(entries, layout, format))
  if (format === 'vcard3') return toWindows1252(entries.map((entry) => vcard(entry, '3.0')).join(''))
  const whole = async (): Promise<Uint8Array> => {
    const [headings = [], ...rows] = tableOf(entries, layout, format)
    switch (format) {
      case 'xlsx': return xlsx({ name: title, headings, rows })
      case 'csv': return csvUtf8([headings, ...rows])
      case 'pdf': return tablePdf({ title, remarks: [remark(entries.length, request)], headings, rows })
      case 'vcard4': return new TextEncoder().encode(entries.map((entry) => vcard(entry, '4.0')).join(''))
      case 'labels': return labelsPdf(entries.map(addressOf), { title, sheet: needed(layout.sheet), start: layout.start, frames: layout.frames })
      case 'badges': return badgesPdf(entries.map(badgeOf), { title, sheet: needed(layout.sheet), start: layout.start, frames: layout.frames })
      case 'envelopes': return envelopesPdf(entries.map(addressOf), { title, envelope: needed(findEnvelope(layout.envelope)), sender: returnAddressOf(letterhead) })
      case 'envelopes-docx': return envelopesDocx(entries.map(addressOf), { title, envelope: needed(findEnvelope(layout.envelope)), sender: returnAddressOf(letterhead) }, letterhead)
      default: throw new OfficeError('invalid')
    }
  }
  return { bytes: await whole(), changed: [] }
}

function tableOf(entries: readonly Entry[], { columns }: OutputLayout, format: OutputFormat): string[][] {
  const chosen = columns ?? (format === 'pdf' ? usualPaperColumns : usualColumns)
  return [chosen.map(exportHeading), ...entries.map((entry) => chosen.map((column) => columnValue(column, entry)))]
}

function addressOf({ contact, employer }: Entry): string[] {
  return recipientFrom(contact, employer).addressLines
}

/** A badge says who somebody is and where from, nothing else. */
function badgeOf({ contact, employer }: Entry): { name: string, organisation: string } {
  return contact.kind === 'organisation' ? { name: contact.name, organisation: contact.department } : { name: displayName(contact), organisation: employer?.shortName || employer?.name || '' }
}

function remark(count: number, { use, purpose }: FileRequest): string {
  return [count === 1 ? '1 Kontakt' : `${count.toLocaleString('de-DE')} Kontakte`, purpose && `Zweck: ${purposeLabel(purpose)}`, `für: ${outputUseLabels[use]}`].filter(Boolean).join(' · ')
}

function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new OfficeError('invalid', { detail: 'Bitte einen Bogen oder Umschlag wählen.' })
  return value
}
