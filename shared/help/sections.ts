import { anchorOf } from './contents.ts'

/** A stretch of a handbook page under one heading. */
export interface HandbookSection {
  heading: string
  anchor: string
  /** 1 for the page's own title. */
  level: number
  /** Markdown below the heading, up to the next one. */
  text: string
}

/** Cuts the Markdown of a page at its headings. */
export function sectionsOf(markdown: string): HandbookSection[] {
  return markdown.split(/^(?=#{1,3} )/mu).flatMap((part): HandbookSection[] => {
    const [, marks = '', heading = ''] = /^(#{1,3}) (.+)$/mu.exec(part) ?? []
    return marks === '' ? [] : [{ heading, anchor: anchorOf(heading), level: marks.length, text: part.slice(part.indexOf('\n') + 1).trim() }]
  })
}

/** Where words of a query stand. */
export interface HandbookHit {
  page: string
  section: HandbookSection
  /** The line in which most of them stand, without marks of Markdown. */
  line: string
}

const plain = (text: string): string => text.replaceAll(/[*`|]|\[([^\]]*)\]\([^)]*\)/gu, (_, label?: string) => label ?? ' ').replaceAll(/\s+/gu, ' ').trim()
const folded = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss')

/** Sections that hold every word of a query, those that bear it in their heading first. Case, umlaut dots and ß don't matter. */
export function findInHandbook(pages: readonly { name: string; text: string }[], query: string): HandbookHit[] {
  const words = folded(query).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const count = (text: string): number => words.filter((word) => folded(text).includes(word)).length
  return pages
    .flatMap(({ name, text }) => sectionsOf(text).map((section) => ({ page: name, section })))
    .filter(({ section }) => count(`${section.heading} ${plain(section.text)}`) === words.length)
    .map((hit) => ({
      ...hit,
      line: plain(hit.section.text.split('\n').filter((line) => line.trim() !== '' && !/^[|:\s-]+$/u.test(line)).sort((a, b) => count(plain(b)) - count(plain(a)))[0] ?? ''),
    }))
    .sort((a, b) => count(b.section.heading) - count(a.section.heading))
}
