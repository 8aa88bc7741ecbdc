import type { Margins, Pages, Section } from '../../../../shared/correspondence/pages/model.ts'
import { attribute, child, children, is, type Element } from '../templates/xml.ts'
import { number, toggle, twips } from './measures.ts'
import { readNumbering } from './numbering.ts'
import { openDocument, type DocumentPackage, type Part } from './package.ts'
import { bordersOf } from './properties.ts'
import { emptyParagraph, readBlocks, readStories } from './read-blocks.ts'
import { Reading } from './reading.ts'
import { readSettings, readStyles } from './styles.ts'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** A4 in points, where a document doesn't say its size. */
const paper = { width: 595.3, height: 841.9 }

/**
 * Reads a DOCX as what its pages are drawn from. Only words, looks and the file's own pictures are read: links are words, and what lies
 * outside of the file, other documents in it (`altChunk`), objects and macros aren't looked at.
 * @throws OfficeError `invalid`, TemplateRefusal for XML that can't be read
 */
export function readPages(bytes: Uint8Array, missing: readonly string[]): Pages {
  const file = openDocument(bytes)
  const settings = partOf(file, 'settings')
  const styles = readStyles(partOf(file, 'styles'), partOf(file, 'theme'))
  const reading = new Reading(file, styles, readNumbering(partOf(file, 'numbering'), styles.font), isModern(settings), readBlocks)
  const { tab, evenPages, addsDistances } = readSettings(settings)
  const body = child(file.main.root, 'body')
  const stories = body ? readStories(body, file.main, reading) : []
  const sections: Section[] = []
  for (const [index, { blocks, end }] of stories.entries()) {
    const properties = end ?? (index === stories.length - 1 ? body && child(body, 'sectPr') : null)
    const last = sections.at(-1)
    // A section that goes on where the last one ended stays on its page.
    if (last && attribute(properties && child(properties, 'type'), 'val') === 'continuous') last.blocks.push(...blocks)
    else if (blocks.length > 0 || !last) sections.push(sectionOf(properties, blocks.length > 0 ? blocks : [emptyParagraph(reading)], last, { file, reading, evenPages }))
  }
  // Notes of the text only; those whose part is missing are empty.
  const notes = noteParts(file, reading)
  return { looks: reading.looks, images: reading.images, tab, addsDistances, sections, notes, missing: [...missing] }
}

function partOf(file: DocumentPackage, type: string): Element | null {
  const name = file.named(type)
  return name === undefined ? null : file.part(name)?.root ?? null
}

function isModern(settings: Element | null): boolean {
  const compatibility = settings && child(settings, 'compat')
  const mode = compatibility ? children(compatibility).find((each) => is(each, 'compatSetting') && attribute(each, 'name') === 'compatibilityMode') : null
  return (number(attribute(mode ?? null, 'val')) ?? 12) >= 15
}

interface Around { file: DocumentPackage; reading: Reading; evenPages: boolean }

function sectionOf(properties: Element | null, blocks: Section['blocks'], before: Section | undefined, around: Around): Section {
  const size = properties && child(properties, 'pgSz')
  const margin = properties && child(properties, 'pgMar')
  const measure = (name: string, usual: number) => twips(attribute(margin, name)) ?? usual
  const [top, bottom] = [measure('top', 70.9), measure('bottom', 56.7)]
  const borders = properties && child(properties, 'pgBorders')
  const numbers = properties && child(properties, 'pgNumType')
  const first = properties ? toggle(properties, 'titlePg') ?? false : false
  return {
    width: twips(attribute(size, 'w')) ?? paper.width, height: twips(attribute(size, 'h')) ?? paper.height,
    top: Math.abs(top), bottom: Math.abs(bottom), left: measure('left', 70.9) + measure('gutter', 0), right: measure('right', 70.9),
    header: measure('header', 35.4), footer: measure('footer', 35.4), pushed: { top: top >= 0, bottom: bottom >= 0 },
    borders: borders ? bordersOf(borders) : null, start: number(attribute(numbers, 'start')),
    headers: marginsOf('header', properties, first, before?.headers, around), footers: marginsOf('footer', properties, first, before?.footers, around), blocks,
  }
}

/** What a section doesn't say it has from the one before. */
function marginsOf(place: 'header' | 'footer', properties: Element | null, first: boolean, before: Margins | undefined, { file, reading, evenPages }: Around): Margins {
  const read = (kind: string) => {
    const reference = properties && children(properties).find((each) => is(each, `${place}Reference`) && (attribute(each, 'type') ?? 'default') === kind)
    const part = file.part(file.main.targets.get(reference?.getAttributeNS(relationships, 'id') ?? '') ?? '')
    return part ? readBlocks(part.root, part, reading) : null
  }
  return {
    first: first ? read('first') ?? before?.first ?? [] : null,
    even: evenPages ? read('even') ?? before?.even ?? [] : null,
    others: read('default') ?? before?.others ?? [],
  }
}

function noteParts(file: DocumentPackage, reading: Reading): Pages['notes'] {
  const name = file.named('footnotes')
  const part: Part | null = name === undefined ? null : file.part(name)
  return reading.notes.map((id) => {
    const note = part && children(part.root).find((each) => is(each, 'footnote') && attribute(each, 'id') === id)
    return part && note ? readBlocks(note, part, reading) : []
  })
}
