import { textWidth } from '../../correspondence/text-width.ts'

const millimetresPerPoint = 25.4 / 72

/**
 * Breaks a text into lines that fit a width, at spaces and after hyphens and strokes; a word that is too long alone is broken
 * inside, because a name must never be cut.
 * @param size font size, in the same unit as `width`
 */
export function wrapText(text: string, size: number, width: number): string[] {
  const fits = (line: string): boolean => textWidth(line, size) / millimetresPerPoint <= width
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<=[\s/-])/u).flatMap((word) => breakWord(word, fits))) {
    if (line !== '' && !fits((line + piece).trimEnd())) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd())
  return lines
}

function breakWord(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word.trimEnd())) return [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && !fits(part + character)) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return part === '' ? parts : [...parts, part]
}
