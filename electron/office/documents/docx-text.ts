import { TextRun, type IRunOptions } from 'docx'
import { cleanText } from '../../../shared/correspondence/clean-text.ts'
import { gapPieces } from '../../../shared/correspondence/gaps.ts'

/** Letters of scripts that run from right to left (Hebrew, Arabic, Syriac, Thaana, N'Ko and the Arabic extensions). */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const anyLetter = /\p{L}/u

/**
 * Gives the runs of a text: line feeds become line breaks, tabs spaces, and stretches in a right-to-left script are marked as such, so
 * that Word orders and shapes them with its fonts for these scripts. Gaps of a draft are bold and highlighted. Characters that XML
 * forbids are left out.
 */
export function textRuns(text: string, options: IRunOptions = {}): TextRun[] {
  return cleanText(text).replaceAll('\t', ' ').split('\n').flatMap((line, index) => {
    const pieces = gapPieces(line).flatMap(({ text: part, missing }) => splitByDirection(part).map((piece) => ({ ...piece, missing })))
    if (index > 0 && pieces.length === 0) return [new TextRun({ ...options, break: 1 })]
    return pieces.map((piece, at) => new TextRun({
      ...options,
      text: piece.text,
      ...(index > 0 && at === 0 ? { break: 1 } : {}),
      ...(piece.missing ? { bold: true, highlight: 'yellow' as const } : {}),
      ...(piece.rightToLeft ? { rightToLeft: true, language: { value: 'de-DE', bidirectional: 'ar-SA' } } : {}),
    }))
  })
}

/** Says whether a paragraph reads from right to left: its first letter decides, as in the Unicode bidirectional algorithm. */
export function startsRightToLeft(text: string): boolean {
  const first = anyLetter.exec(text)
  return first !== null && rightToLeft.test(first[0])
}

type Piece = { text: string; rightToLeft: boolean }

/** Cuts a line where the direction of its letters changes; digits, spaces and marks stay with what is before them. */
export function splitByDirection(line: string): Piece[] {
  // Most lines have one direction; the letters of the others are looked at one by one.
  if (!rightToLeft.test(line)) return line === '' ? [] : [{ text: line, rightToLeft: false }]
  const pieces: Piece[] = []
  for (const character of line) {
    const last = pieces.at(-1)
    const decides = anyLetter.test(character)
    const direction: boolean = decides ? rightToLeft.test(character) : (last?.rightToLeft ?? false)
    if (last && last.rightToLeft === direction) last.text += character
    else pieces.push({ text: character, rightToLeft: direction })
  }
  return pieces
}
