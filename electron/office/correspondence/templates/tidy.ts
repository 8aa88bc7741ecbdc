import { marks, withoutMarks } from './marks.ts'

const gapHighlight = '<w:highlight w:val="yellow"/>'
/** Elements of a run's properties that stand before the highlight, in the order of the schema. */
const beforeHighlight = /^(?:<w:(?:rStyle|rFonts|b|bCs|i|iCs|caps|smallCaps|strike|dstrike|outline|shadow|emboss|imprint|noProof|snapToGrid|vanish|webHidden|color|spacing|w|kern|position|sz|szCs)\b[^>]*\/>)*/u
const nothingElse = /^[\s\u00A0\uFDD0]*$/u
const holdsMore = /<w:(?:drawing|pict|object|sectPr|fldChar|footnoteReference)\b|<mc:AlternateContent|<w:br w:type="(?:page|column)"/u

/**
 * Puts a filled part in order: a line with nothing but empty values goes, what is missing is marked so that it can't be overlooked,
 * and none of the signs used while filling is left.
 */
export function tidyPart(xml: string): string {
  let text = xml
  if (text.includes(marks.empty)) text = withoutEmptyLines(text)
  if (text.includes(marks.gapStart)) text = withMarkedGaps(text)
  return withoutMarks(text)
}

/** Removes paragraphs, and lines of paragraphs, that hold nothing but empty values. */
function withoutEmptyLines(xml: string): string {
  const cuts: [start: number, end: number, instead: string][] = []
  const open: { start: number; empty: boolean; outer: boolean }[] = []
  for (const match of xml.matchAll(/<w:p(?: [^>]*)?(\/?)>|<\/w:p>|\uFDD0/gu)) {
    if (match[0] === marks.empty) {
      const inner = open.at(-1)
      if (inner) inner.empty = true
    } else if (match[0] === '</w:p>') {
      const paragraph = open.pop()
      if (paragraph?.empty && !paragraph.outer) cuts.push(...tidied(xml, paragraph.start, match.index + match[0].length))
    } else if (match[1] !== '/') {
      for (const above of open) above.outer = true
      open.push({ start: match.index, empty: false, outer: false })
    }
  }
  let result = ''
  let last = 0
  for (const [start, end, instead] of cuts.toSorted((a, b) => a[0] - b[0])) {
    result += xml.slice(last, start) + instead
    last = end
  }
  return result + xml.slice(last)
}

function tidied(xml: string, start: number, end: number): [number, number, string][] {
  const paragraph = xml.slice(start, end)
  if (nothingElse.test(wordsOf(paragraph)) && !holdsMore.test(paragraph)) {
    // A cell, a text box and a header must keep one paragraph, and so must two tables between them.
    const before = xml.slice(Math.max(0, start - 10), start)
    const after = xml.slice(end, end + 6)
    if (!after.startsWith('</w:tc') && (/<\/w:p>$|<w:p\/>$/u.test(before) || /^<w:p[ >]/u.test(after))) return [[start, end, '']]
    return [[start, end, paragraph.replace(/(<w:t\b[^>]*>)[^<]*/gu, '$1')]]
  }
  return emptyLines(paragraph).map(([from, to]) => [start + from, start + to, ''])
}

function wordsOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|(<w:tab\/>|<w:br\/>)/gu)].map((match) => match[1] ?? ' ').join('')
}

/** The breaks that end a line with nothing but empty values. */
function emptyLines(paragraph: string): [number, number][] {
  const lines: { words: string; breakAt: [number, number] | null }[] = [{ words: '', breakAt: null }]
  for (const match of paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|cr)\/>/gu)) {
    const line = lines.at(-1)
    if (!line) continue
    if (match[1] !== undefined) line.words += match[1]
    else {
      line.breakAt = [match.index, match.index + match[0].length]
      lines.push({ words: '', breakAt: null })
    }
  }
  const cuts: [number, number][] = []
  lines.forEach((line, index) => {
    if (!line.words.includes(marks.empty) || !nothingElse.test(line.words)) return
    const breakAt = line.breakAt ?? lines[index - 1]?.breakAt
    if (breakAt && !cuts.includes(breakAt)) cuts.push(breakAt)
  })
  return cuts
}

/** Gives the words for missing values a run of their own with a yellow ground. */
function withMarkedGaps(xml: string): string {
  return xml.replace(/\uFDD1([^\uFDD2<]*)\uFDD2/gu, (_, words: string, at: number) => {
    const run = Math.max(xml.lastIndexOf('<w:r>', at), xml.lastIndexOf('<w:r ', at))
    if (run < 0 || xml.lastIndexOf('</w:r>', at) > run) return words
    const look = /^<w:r(?: [^>]*)?><w:rPr>(.*?)<\/w:rPr>/su.exec(xml.slice(run, at))?.[1] ?? ''
    const first = beforeHighlight.exec(look)?.[0].length ?? 0
    const marked = `${look.slice(0, first)}${gapHighlight}${look.slice(first).replace(/<w:highlight [^>]*\/>/gu, '')}`
    const plain = look === '' ? '' : `<w:rPr>${look}</w:rPr>`
    return `</w:t></w:r><w:r><w:rPr>${marked}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r><w:r>${plain}<w:t xml:space="preserve">`
  })
}
