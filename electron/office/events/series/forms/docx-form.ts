import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, HeightRule, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import { eventKinds } from '../../../../../shared/events/catalogue.ts'
import { accessChoices, type EntryField } from '../../../../../shared/events/series/entry-fields.ts'
import { textRuns } from '../../../documents/docx-text.ts'
import { formRows, formWords, slotsOf, type EntryForm } from './form.ts'

const margin = 1134
const width = 11906 - 2 * margin
const labelWidth = 3900
const ink = 'EFE9E1'
/** What is still to be answered. */
const open = 'FBE3B5'
const edge = { style: BorderStyle.SINGLE, size: 4, color: 'B9AFA3' }
const edges = { top: edge, bottom: edge, left: edge, right: edge }
/** Twips. */
const heights: Partial<Record<EntryField, number>> = { text: 2500, remark: 800, accessNote: 540, contact: 540, registration: 540, place: 540 }

/** The form as a Word file: a table an event with the question on the left and room on the right. */
export async function docxForm(form: EntryForm, font: string): Promise<Uint8Array> {
  const { title, lines } = formWords(form)
  const rows = formRows(form.textLimit).map(({ code, label }) => {
    const choices = code === 'kind' ? eventKinds.map(({ label: kind }) => kind) : code === 'access' ? accessChoices : []
    return { code, label, below: choices.join(' · '), height: heights[code] ?? 320 }
  })
  const look = (size: number, before: number, after: number) => ({ run: { font, size, bold: true, color: '15646D' }, paragraph: { keepNext: true, spacing: { before, after } } })
  const document = new Document({
    title, creator: form.officeName, lastModifiedBy: form.officeName, compatibility: { version: 15 },
    styles: { default: { document: { run: { font, size: 20, language: { value: 'de-DE' } }, paragraph: { spacing: { after: 60 } } }, title: look(32, 0, 120), heading1: look(24, 240, 80) } },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { left: margin, right: margin, top: margin, bottom: margin } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ size: 16, children: [`${form.code} · Seite `, PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES] })] })] }) },
      children: [
        new Paragraph({ children: textRuns(form.officeName, { size: 18, color: '5C554C' }) }),
        new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(title) }),
        ...lines.map((line) => new Paragraph({ children: textRuns(line) })),
        table([
          { label: 'Veranstalter', below: '', height: 340, value: form.partnerName, fill: ink }, { label: 'Kennung (bitte nicht ändern)', below: '', height: 340, value: form.code, fill: ink },
          { label: 'Reihe', below: '', height: 340, value: form.seriesTitle, fill: ink }, { label: 'Kein eigener Beitrag (ja)', below: 'Nur ausfüllen, wenn Sie diesmal nichts beitragen.', height: 340 },
        ]),
        ...Array.from({ length: slotsOf(form, 'docx') }, (_, index) => [
          new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, children: textRuns(`Veranstaltung ${index + 1}`) }),
          table(rows.map((row) => ({ ...row, value: form.events[index]?.cells[row.code] ?? '', fill: form.events[index]?.open.includes(row.code) ? open : undefined }))),
        ]).flat(),
      ],
    }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function table(rows: readonly { label: string; below: string; height: number; value?: string; fill?: string | undefined }[]): Table {
  const margins = { top: 40, bottom: 30, left: 100, right: 100 }
  return new Table({
    width: { size: width, type: WidthType.DXA }, columnWidths: [labelWidth, width - labelWidth], layout: TableLayoutType.FIXED,
    rows: rows.map(({ label, below, height, value = '', fill }) => new TableRow({
      cantSplit: true, height: { value: height, rule: HeightRule.ATLEAST },
      children: [
        new TableCell({
          width: { size: labelWidth, type: WidthType.DXA }, borders: edges, margins, shading: { type: ShadingType.CLEAR, fill: ink, color: 'auto' },
          // The label is the first line; what helps to answer stands in paragraphs of its own below it.
          children: [new Paragraph({ spacing: { after: 0 }, children: labelRuns(label) }), ...(below === '' ? [] : [new Paragraph({ spacing: { after: 0 }, children: textRuns(below, { size: 14 }) })])],
        }),
        new TableCell({
          width: { size: width - labelWidth, type: WidthType.DXA }, borders: edges, margins, ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
          children: value.split('\n').map((line) => new Paragraph({ spacing: { after: 0 }, children: textRuns(line) })),
        }),
      ],
    })),
  })
}

/** The question in bold, what helps to answer it in brackets behind it. */
function labelRuns(label: string): TextRun[] {
  const [question = label, hint] = label.split(/(?= \()/u)
  return [...textRuns(question, { bold: true }), ...(hint === undefined ? [] : textRuns(hint, { size: 16 }))]
}
