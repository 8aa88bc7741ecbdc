import { AlignmentType, BorderStyle, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { Paper } from '../../../../../shared/events/series/model.ts'

/** The office's petrol, and what stands in the second row. */
export const petrol = '15646D'
export const quiet = '5C554C'
const millimetre = 56.7
const twips = (millimetres: number): number => Math.round(millimetres * millimetre)

/** Measures of a paper: sizes in twips, letters in half points. */
export interface Layout { width: number; height: number; side: number; top: number; bottom: number; text: number; body: number; scale: number }

export const layouts: Readonly<Record<Paper, Layout>> = {
  A5: layout(148, 210, 15, 16, 18, 18, 1),
  A4: layout(210, 297, 26, 24, 24, 21, 1.22),
}

function layout(width: number, height: number, side: number, top: number, bottom: number, body: number, scale: number): Layout {
  return { width: twips(width), height: twips(height), side: twips(side), top: twips(top), bottom: twips(bottom), text: twips(width - 2 * side), body, scale }
}

/** Ids of the booklet's own styles. */
export const styleIds = { when: 'WannWo', facts: 'Angaben', contentsTitle: 'Inhaltstitel', coverTitle: 'Title', coverLine: 'Subtitle', organiser: 'Veranstalter', small: 'Klein', closing: 'Grusszeile' } as const

/** Real styles: whoever works on the booklet changes one of them and not forty events. */
export function bookletStyles(font: string, { body, scale, text }: Layout, tight: boolean): IStylesOptions {
  const half = (points: number): number => Math.round(points * 2 * scale)
  const gap = (points: number): number => Math.round(points * 20 * scale)
  const style = (id: string, name: string, run: IParagraphStyleOptions['run'], paragraph: IParagraphStyleOptions['paragraph']): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, run: run ?? {}, paragraph: paragraph ?? {} })
  const contents = (id: string, name: string, bold: boolean, left: number, before: number): IParagraphStyleOptions =>
    style(id, name, { bold, size: half((bold ? 9 : 8.5) - (tight ? 1 : 0)) }, { spacing: { before: gap(tight ? before / 2 : before), after: gap(tight ? 0 : 0.5), line: tight ? 240 : 264, lineRule: LineRuleType.AUTO }, indent: { left }, rightTabStop: text, keepNext: bold })
  const chapter = { run: { font, size: half(15), bold: true, color: petrol }, paragraph: { outlineLevel: 0, keepNext: true, keepLines: true, spacing: { before: gap(16), after: gap(5) } } }
  return {
    default: {
      document: {
        run: { font, size: body, language: { value: 'de-DE' } },
        paragraph: { spacing: { before: 0, after: gap(4), line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font, size: half(27), bold: true, color: 'FFFFFF' }, paragraph: { spacing: { before: 0, after: gap(8), line: 240, lineRule: LineRuleType.AUTO } } },
      heading1: chapter,
      heading2: { run: { font, size: half(11), bold: true, color: 'auto' }, paragraph: { outlineLevel: 1, keepNext: true, keepLines: true, spacing: { before: gap(11), after: gap(1) }, leftTabStop: gap(20), indent: { left: gap(20), hanging: gap(20) } } },
    },
    paragraphStyles: [
      style(styleIds.coverLine, 'Subtitle', { size: half(14), color: 'FFFFFF' }, { spacing: { after: gap(5), line: 250, lineRule: LineRuleType.AUTO } }),
      style(styleIds.contentsTitle, 'Inhaltstitel', { size: half(15), bold: true, color: petrol }, { keepNext: true, spacing: { after: gap(6) } }),
      style(styleIds.when, 'Wann und wo', { bold: true, color: petrol }, { keepNext: true, keepLines: true, spacing: { after: gap(2) }, indent: { left: gap(20) } }),
      style('Programmtext', 'Programmtext', {}, { keepNext: true, spacing: { after: gap(2) }, indent: { left: gap(20) } }),
      style(styleIds.facts, 'Angaben', { size: half(8), color: quiet }, { keepLines: true, spacing: { after: gap(1) }, indent: { left: gap(20) } }),
      style(styleIds.organiser, 'Verzeichnis', { size: half(9) }, { keepLines: true, spacing: { after: gap(5) } }),
      style(styleIds.small, 'Klein', { size: half(8), color: quiet }, { spacing: { after: gap(3) } }),
      style(styleIds.closing, 'Grußzeile', { bold: true }, { spacing: { before: gap(8) } }),
      style('Kopfzeile', 'header', { size: half(7.5), color: quiet }, { alignment: AlignmentType.LEFT }),
      style('Fusszeile', 'footer', { size: half(7.5), color: quiet }, { spacing: { after: 0 }, rightTabStop: text, border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'B9AFA3', space: 4 } } }),
      contents('TOC1', 'toc 1', true, 0, 5), contents('TOC2', 'toc 2', false, gap(10), 0),
    ],
  }
}
