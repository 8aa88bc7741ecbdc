import {
  convertMillimetersToTwip, Document, Packer, PageOrientation, TextRun, type FileChild, type IRunOptions, type ISectionOptions,
} from 'docx'
import { cleanText } from '../../../shared/correspondence/clean-text.ts'

/** Font that every machine of an office has. */
const FONT = 'Arial'

/** How a page is laid out. */
export interface Sheet {
  title: string
  /** Name of the office; the only name in the file's properties. */
  office: string
  landscape: boolean
  /** Points of running text. */
  points: number
  children: FileChild[]
  footers?: ISectionOptions['footers']
}

/** A4 page as DOCX with title, language and heading styles, so that a reader can find its way. */
export async function sheetDocx({ title, office, landscape, points, children, footers }: Sheet): Promise<Uint8Array> {
  const margin = convertMillimetersToTwip(landscape ? 14 : 22)
  const heading = (size: number, after: number) => ({
    run: { bold: true, size: size * 2, color: 'auto', font: FONT }, paragraph: { keepNext: true, spacing: { before: 0, after } },
  })
  const creator = office || 'Integrationsbüro'
  const document = new Document({
    title, creator, lastModifiedBy: creator, compatibility: { version: 15 },
    styles: {
      default: {
        document: { run: { font: FONT, size: points * 2, language: { value: 'de-DE', bidirectional: 'ar-SA' } }, paragraph: { spacing: { after: 80 } } },
        heading1: heading(points + 6, 160),
        heading2: heading(points + 2, 80),
      },
    },
    sections: [{
      properties: {
        page: {
          size: {
            width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297),
            orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: { left: margin, right: margin, top: margin, bottom: margin },
        },
      },
      ...(footers && { footers }),
      children,
    }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** One line of text; what XML forbids is left out. */
export function textRun(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ ...options, text: cleanText(text).replaceAll(/\s+/gu, ' ') })
}
