import PizZip from 'pizzip'
import type { DocumentKind } from '../../../../shared/correspondence/templates/kinds.ts'
import { slots, type Decisions, type Fault, type Study } from '../../../../shared/correspondence/templates/model.ts'
import { bodyLook, type BodyLook } from './body-look.ts'
import { fault } from './fault-texts.ts'
import { mailMergeToTags } from './mail-merge.ts'
import { marks } from './marks.ts'
import { Names } from './names.ts'
import { addNumbering } from './numbering.ts'
import { outlineOf, type TagLabel } from './outline.ts'
import { textParts, type TextPart } from './parts.ts'
import { applyPlace } from './places.ts'
import { studyPart } from './study-part.ts'
import { asDocument, openWordPackage, type WordPackage } from './word-package.ts'
import { all, children, serialiseXml, type Element } from './xml.ts'

/** A template that can be filled. */
export interface PreparedTemplate {
  bytes: Uint8Array
  kind: DocumentKind
  /** Where the text goes and how it looks there; null for a template without a text. */
  look: BodyLook | null
}

/** What was decided about names for other templates of the kind: field by normal name. */
export type Remembered = ReadonlyMap<string, string>

/**
 * Reads a template: what stands where, which names it uses, what is wrong with it; and makes it ready to be filled. The file
 * itself is never changed: what a person decided is applied anew each time.
 * @throws TemplateRefusal
 */
export function prepareTemplate(bytes: Uint8Array, kind: DocumentKind, decisions: Decisions, remembered: Remembered = new Map()): { study: Study; prepared: PreparedTemplate } {
  const file = openWordPackage(bytes)
  const parts = textParts(file)
  const names = new Names(kind, decisions.names, remembered)
  const faults: Fault[] = wholeFileFaults(file, parts)
  const textAt: Element[] = []
  const outlines = parts.map((part) => {
    const numbers = new Map(part.paragraphs.map((paragraph, index) => [paragraph, index]))
    for (const name of mailMergeToTags(part.document)) faults.push(fault('mail-merge', { part: part.name, paragraph: null, where: part.label, quote: name }, name))
    for (const place of decisions.places.filter((each) => each.part === part.name)) {
      const paragraph = part.paragraphs[place.paragraph]
      if (paragraph) applyPlace(paragraph, place)
      else faults.push(lostPlace(place.field, part.label))
    }
    const studied = studyPart(part, names, numbers)
    faults.push(...studied.faults)
    textAt.push(...studied.textAt)
    return { part: part.name, label: part.label, blocks: outlineOf(part.document, numbers, labelsOf(names)) }
  })
  for (const place of decisions.places) if (!parts.some(({ name }) => name === place.part)) faults.push(lostPlace(place.field, ''))
  const lacking = lackingFields(names, textAt.length > 0)
  for (const label of lacking) faults.push(fault('lacking', { part: '', paragraph: null, where: '', quote: '' }, label))
  const look = packParts(file, parts, textAt[0] ?? null)
  return { study: { outline: outlines, placeholders: names.placeholders, faults, lacking }, prepared: { bytes: pack(file), kind, look } }
}

function lostPlace(field: string, where: string): Fault {
  return fault('place-lost', { part: '', paragraph: null, where, quote: '' }, slots[field as keyof typeof slots] ?? field)
}

/** Labels of the fields that a document of this kind must have and that can be put into place, but stand nowhere. */
function lackingFields({ fields, used }: Names, hasText: boolean): string[] {
  const covered = new Set([...used, ...(hasText ? ['text'] : []), ...(used.has('informationsblock') ? ['datum', 'unser_zeichen'] : [])])
  return fields.filter(({ key, required }) => required && key in slots && !covered.has(key)).map(({ label }) => label)
}

function labelsOf(names: Names): TagLabel {
  const labels = new Map(names.fields.flatMap(({ key, label, columns }) => [[key, label] as const, ...(columns ?? []).map((column) => [column.key, column.label] as const)]))
  const repeated = new Set(names.fields.filter(({ columns }) => columns !== undefined).map(({ key }) => key))
  return (key, sign) => `${sign === '#' ? (repeated.has(key) ? 'je ' : 'wenn ') : sign === '^' ? 'wenn nicht ' : ''}${labels.get(key) ?? key}`
}

function wholeFileFaults({ entries }: WordPackage, parts: readonly TextPart[]): Fault[] {
  const whole = { part: '', paragraph: null, where: '', quote: '' }
  const faults: Fault[] = []
  if (parts.some(({ document }) => all(document, 'ins').length + all(document, 'del').length > 0)) faults.push(fault('tracked-changes', whole))
  for (const part of parts) {
    for (const deleted of all(part.document, 'delText')) {
      const name = /\{([^{}]+)\}/u.exec(deleted.textContent ?? '')?.[1]
      if (name) faults.push(fault('in-deleted', { ...whole, part: part.name, where: part.label }, name))
    }
  }
  if ([...entries].some(([name, content]) => /\/comments\d*\.xml$/u.test(name) && content.includes('<w:comment '))) faults.push(fault('comments', whole))
  return faults
}

/** Writes the changed parts back. Gives how the text will look, if there is one. */
function packParts(file: WordPackage, parts: readonly TextPart[], textAt: Element | null): BodyLook | null {
  const inMain = parts.some(({ name, paragraphs }) => name === file.main && textAt !== null && paragraphs.includes(textAt))
  const look = textAt && bodyLook(textAt, file, addNumbering(file.entries, file.main), inMain)
  for (const { name, document } of parts) {
    // Word keeps an older copy of each drawing for versions before 2010; where its words are filled, the copy would say the opposite.
    const drawings = Array.from(document.getElementsByTagNameNS('*', 'AlternateContent'))
    for (const choice of drawings) {
      if (!choice.textContent?.includes(marks.tagStart)) continue
      for (const fallback of children(choice).filter(({ localName }) => localName === 'Fallback')) choice.removeChild(fallback)
    }
    file.entries.set(name, Buffer.from(serialiseXml(document)))
  }
  return look
}

/** The properties of a filled document name the office and the subject, nobody's computer. */
const coreProperties = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${marks.tagStart}titel${marks.tagEnd}</dc:title><dc:creator>${marks.tagStart}urheber${marks.tagEnd}</dc:creator><cp:lastModifiedBy>${marks.tagStart}urheber${marks.tagEnd}</cp:lastModifiedBy><dc:language>de-DE</dc:language></cp:coreProperties>`

function pack({ entries }: WordPackage): Uint8Array {
  const zip = new PizZip()
  const types = entries.get('[Content_Types].xml')?.toString('utf8') ?? ''
  zip.file('[Content_Types].xml', asDocument(types))
  for (const [name, content] of entries) {
    if (name === '[Content_Types].xml' || name.endsWith('/')) continue
    zip.file(name, name === 'docProps/core.xml' ? coreProperties : content)
  }
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
