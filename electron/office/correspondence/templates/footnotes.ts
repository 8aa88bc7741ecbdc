import type PizZip from 'pizzip'
import { escapeXml } from './body-runs.ts'
import { asDocument, relationType, type WordPackage } from './word-package.ts'
import { wordNamespace } from './xml.ts'

/** How notes get into a template. */
export interface NoteLook {
  /** The part with the notes; it may not be there yet. */
  part: string
  /** The part with the text. */
  main: string
  /** The next free number of a note. */
  next: number
  /** Ids of the template's own styles, where it has them. */
  textStyle: string | null
  referenceStyle: string | null
}

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml'
const superscript = '<w:sz w:val="18"/><w:szCs w:val="18"/><w:vertAlign w:val="superscript"/>'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
/** The lines above the notes, which Word asks of every file that has notes. */
const separators = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'

/** Reads where a template keeps its notes. */
export function noteLook({ entries, main, relations }: WordPackage, styles: Pick<NoteLook, 'textStyle' | 'referenceStyle'>): NoteLook {
  const part = relations.find(({ type }) => type === 'footnotes')?.target ?? `${main.slice(0, main.lastIndexOf('/') + 1)}footnotes.xml`
  const ids = [...(entries.get(part)?.toString('utf8') ?? '').matchAll(/<w:footnote [^>]*w:id="(-?\d+)"/gu)].map((match) => Number(match[1]))
  return { part, main, next: Math.max(0, ...ids) + 1, ...styles }
}

/** The run in the text that refers to a note. */
export function noteReference(look: NoteLook, id: number): string {
  return `<w:r><w:rPr>${referenceLook(look)}</w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
}

/** A note as it stands in the part of the notes. */
export function noteXml(look: NoteLook, id: number, text: string): string {
  const style = look.textStyle === null ? '' : `<w:pPr><w:pStyle w:val="${look.textStyle}"/></w:pPr>`
  const size = look.textStyle === null ? '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>' : ''
  return `<w:footnote w:id="${id}"><w:p>${style}<w:r><w:rPr>${referenceLook(look)}</w:rPr><w:footnoteRef/></w:r><w:r>${size}<w:t xml:space="preserve"> ${escapeXml(text)}</w:t></w:r></w:p></w:footnote>`
}

/** Puts notes into a filled document; the part is made and declared if the template has none. */
export function addNotes(zip: PizZip, look: NoteLook, notes: string): void {
  const known = zip.file(look.part)?.asText()
  if (known === undefined) declare(zip, look)
  const text = known ?? `${declaration}<w:footnotes xmlns:w="${wordNamespace}">${separators}</w:footnotes>`
  const opened = text.replace(/<w:footnotes([^>]*)\/>/u, '<w:footnotes$1></w:footnotes>')
  zip.file(look.part, opened.replace('</w:footnotes>', () => `${notes}</w:footnotes>`))
}

function referenceLook({ referenceStyle }: NoteLook): string {
  return referenceStyle === null ? superscript : `<w:rStyle w:val="${referenceStyle}"/>`
}

function declare(zip: PizZip, { part, main }: NoteLook): void {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const types = zip.file('[Content_Types].xml')?.asText() ?? ''
  zip.file('[Content_Types].xml', asDocument(types).replace('</Types>', `<Override PartName="/${part}" ContentType="${contentType}"/></Types>`))
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`
  const known = zip.file(relations)?.asText() ?? `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
  const opened = known.replace(/<Relationships([^>]*)\/>/u, '<Relationships$1></Relationships>')
  zip.file(relations, opened.replace('</Relationships>', `<Relationship Id="rIdOfficeFootnotes" Type="${relationType('footnotes')}" Target="footnotes.xml"/></Relationships>`))
}
