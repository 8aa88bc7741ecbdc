import { BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType, convertMillimetersToTwip } from 'docx'
import type { Sheet, SheetRow } from '../../../../shared/counselling/releases/sheet.ts'
import { germanTexts, textsVersion, type SheetLanguage } from '../../../../shared/counselling/releases/texts.ts'
import { textRuns } from '../../documents/docx-text.ts'
import { sheetDocx, textRun } from '../../documents/docx-sheet.ts'

const width = convertMillimetersToTwip(83)
const line = { style: BorderStyle.SINGLE, size: 4, color: '8A8178' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/**
 * Writes a sheet as a Word file that can still be changed: German on the left, the other language on the right. Word shapes and
 * orders every script with the fonts of the machine, so this form serves languages that the program's own fonts can't draw.
 */
export async function sheetAsDocx(sheet: Sheet, look: { title: string; language: SheetLanguage | null; supplied: boolean; points: number }): Promise<Uint8Array> {
  const { language, supplied, points, title } = look
  const origin = supplied ? `Übersetzung aus dem Programm, Fassung ${textsVersion}, von einer sprachkundigen Person zu prüfen.` : 'Übersetzung des Büros.'
  return sheetDocx({
    title, office: sheet.sender, landscape: false, points,
    children: [
      ...(sheet.sender === '' ? [] : [new Paragraph({ children: [textRun(sheet.sender, { size: 18 })] })]),
      new Table({
        layout: TableLayoutType.FIXED, columnWidths: [width, width], width: { size: 2 * width, type: WidthType.DXA },
        borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
        rows: [...sheet.rows, ...(language === null ? [] : [{ kind: 'sentence', key: 'reservation' } as const])].flatMap((row) => rowsOf(row, language, points)),
      }),
      ...(language === null ? [] : [new Paragraph({ spacing: { before: 120 }, children: [textRun(origin, { size: 17 })] })]),
    ],
  })
}

function rowsOf(row: SheetRow, language: SheetLanguage | null, points: number): TableRow[] {
  const bold = row.kind === 'title' || row.kind === 'field'
  const size = (row.kind === 'title' ? points + 5 : points) * 2
  const heading = row.kind === 'title' ? { heading: HeadingLevel.HEADING_1 } : {}
  const signing = row.kind === 'signature'
  const above = signing ? { top: { ...line, color: '000000' } } : {}
  const cell = (children: Paragraph[], whole = false, borders = {}) => new TableCell({
    children, borders, columnSpan: whole ? 2 : 1, margins: { top: 40, bottom: 40, left: 60, right: 60 }, width: { size: whole ? 2 * width : width, type: WidthType.DXA },
  })
  const german = new Paragraph({ ...heading, keepNext: row.kind === 'field', children: textRuns(germanTexts[row.key], { bold, size }) })
  const other = language && new Paragraph({
    bidirectional: language.rightToLeft,
    children: textRuns(language.texts[row.key], { bold, size, language: language.rightToLeft ? { bidirectional: language.tag } : { value: language.tag } }),
  })
  const blank = (height: number) => new TableRow({ height: { value: convertMillimetersToTwip(height), rule: 'atLeast' }, children: [cell([new Paragraph({ children: [] })], true)] })
  const labels = new TableRow({ cantSplit: true, children: other ? [cell([german], false, above), cell([other], false, above)] : [cell([german], true, above)] })
  if (signing) return [blank(9), labels]
  if (row.kind !== 'field') return [labels]
  const values = (row.value ?? '').split('\n').map((text) => new Paragraph({ children: textRuns(text, { size: points * 2 }) }))
  return [labels, new TableRow({ cantSplit: true, height: { value: convertMillimetersToTwip(6), rule: 'atLeast' }, children: [cell(values, true, { bottom: line })] })]
}
