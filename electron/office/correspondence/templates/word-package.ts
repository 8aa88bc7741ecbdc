import { maxTemplateBytes } from '../../../../shared/correspondence/templates/model.ts'
import { unzip, ZipTrouble, type ZipReason } from '../../documents/unzip.ts'
import { holdsMarks } from './marks.ts'
import { TemplateRefusal, type RefusalReason } from './refusal.ts'
import { children, parseXml } from './xml.ts'

/** The text of a template of a hundred pages has a tenth of this. */
const maxXml = 12 * 1024 * 1024
/** Tables in text boxes in tables stay far below this many elements inside each other. */
const deepest = 400
const limits = { entries: 1500, unpacked: 80 * 1024 * 1024, density: 120 }

const zipRefusals: Record<ZipReason, RefusalReason> = {
  damaged: 'damaged', encrypted: 'encrypted', 'too-many': 'too-many-parts', 'too-large': 'too-large-unpacked', dense: 'zip-bomb',
}
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A Word file that was looked through and is harmless. */
export interface WordPackage {
  /** All entries by name. */
  entries: Map<string, Buffer>
  /** Name of the part with the text: usually `word/document.xml`. */
  main: string
  /** Headers and footers as the main part refers to them. */
  relations: { id: string; type: string; target: string }[]
}

/**
 * Opens a DOCX or DOTX after making sure that nothing in it acts, points outside or fills the memory.
 * @throws TemplateRefusal with the reason in German
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  if (bytes.length === 0) throw new TemplateRefusal('empty')
  if (bytes.length > maxTemplateBytes) throw new TemplateRefusal('oversize')
  refuseOtherFiles(bytes)
  const entries = entriesOf(bytes)
  if (entries.get('mimetype')?.toString('latin1').startsWith('application/vnd.oasis.opendocument')) throw new TemplateRefusal('open-document')
  const typesXml = entries.get('[Content_Types].xml')
  const rootRelations = entries.get('_rels/.rels')
  if (!typesXml || !rootRelations) throw new TemplateRefusal('not-docx')
  if ([...entries.keys()].some((name) => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|[\\:]|\0/u.test(name))) throw new TemplateRefusal('unsafe-names')
  for (const [name, content] of entries) if (/\.(?:xml|rels)$/iu.test(name)) refuseUnreadable(content)
  const types = typesXml.toString('utf8')
  if ([...entries.keys()].some((name) => /vbaProject|vbaData/iu.test(name)) || /macroEnabled|vbaProject/iu.test(types)) throw new TemplateRefusal('macros')
  const main = relationsOf(rootRelations).find(({ type }) => type === 'officeDocument')?.target ?? ''
  if (!entries.has(main) || !/wordprocessingml\.(?:document|template)\.main\+xml/u.test(types)) throw new TemplateRefusal('not-docx')
  for (const [name, content] of entries) if (name.endsWith('.rels')) refuseRelations(content)
  for (const [name, content] of entries) if (/\.(?:xml|rels)$/iu.test(name)) refuseBrokenXml(content.toString('utf8'))
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const own = entries.get(`${folder}_rels/${main.slice(folder.length)}.rels`)
  const relations = own ? relationsOf(own).map((relation) => ({ ...relation, target: relation.target.startsWith('/') ? relation.target.slice(1) : `${folder}${relation.target}` })) : []
  return { entries, main, relations }
}

/** Nobody writes the signs by hand that mark tags while a document is filled; whoever does wants to get past the study of the template. */
function refuseBrokenXml(text: string): void {
  parseXml(text)
  const signs = [...text.matchAll(/&#(?:x([0-9a-f]+)|([0-9]+));/giu)].map((match) => (match[1] ? Number.parseInt(match[1], 16) : Number(match[2])))
  if (holdsMarks(text) || signs.some((code) => code >= 0xfdd0 && code <= 0xfdef)) throw new TemplateRefusal('hidden-signs')
}

/** The content types with a template declared as what it becomes: a document. */
export function asDocument(contentTypes: string): string {
  return contentTypes.replace('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml', documentType)
}

function refuseOtherFiles(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // OLE: the old format of Word, or the envelope in which Word keeps an encrypted DOCX.
  if (file.readUIntBE(0, Math.min(4, file.length)) === 0xd0cf11e0) {
    throw new TemplateRefusal(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-word')
  }
  if (file.toString('latin1', 0, 2) !== 'PK') throw new TemplateRefusal('not-docx')
}

function entriesOf(bytes: Uint8Array): Map<string, Buffer> {
  try {
    return unzip(bytes, limits, () => true)
  } catch (error) {
    throw error instanceof ZipTrouble ? new TemplateRefusal(zipRefusals[error.reason]) : error
  }
}

/** Word writes UTF-8; in anything else a document type could hide from the search for it. */
function refuseUnreadable(content: Buffer): void {
  if (content.length > maxXml) throw new TemplateRefusal('too-large-unpacked')
  if (depthOf(content.toString('latin1')) > deepest) throw new TemplateRefusal('broken-xml')
  if (content.includes(0)) throw new TemplateRefusal('broken-xml')
  if (/^[^>]{0,200}encoding\s*=\s*["'](?!utf-?8["'])/iu.test(content.toString('latin1', 0, 300))) throw new TemplateRefusal('broken-xml')
}

/** How many elements stand inside each other, without parsing: a parser that goes into depth would be the thing to exhaust. */
function depthOf(xml: string): number {
  let depth = 0
  let most = 0
  for (const [tag] of xml.matchAll(/<\/?[A-Za-z][^<>]*>/gu)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) most = Math.max(most, depth += 1)
  }
  return most
}

function relationsOf(content: Buffer): { id: string; type: string; target: string; external: boolean }[] {
  const root = parseXml(content.toString('utf8')).documentElement
  return (root ? children(root) : []).map((element) => ({
    id: element.getAttribute('Id') ?? '',
    type: (element.getAttribute('Type') ?? '').replace(/^.*\//u, ''),
    target: element.getAttribute('Target')?.replace(/^\//u, '') ?? '',
    external: element.getAttribute('TargetMode')?.toLowerCase() === 'external',
  }))
}

/** Links that a person clicks are harmless; whatever Word would fetch or run by itself is refused. */
function refuseRelations(content: Buffer): void {
  for (const { type, external } of relationsOf(content)) {
    if (type === 'vbaProject') throw new TemplateRefusal('macros')
    if (type === 'aFChunk' || type === 'subDocument') throw new TemplateRefusal('foreign-part')
    if (external && type === 'attachedTemplate') throw new TemplateRefusal('attached-template')
    if (external && type === 'image') throw new TemplateRefusal('linked-image')
    if (type === 'control' || (type === 'oleObject' && !external)) throw new TemplateRefusal('active-content')
    if (external && type !== 'hyperlink') throw new TemplateRefusal('linked-object')
  }
}

/** Type of a relationship of the main part. */
export function relationType(name: string): string {
  return `${relationships}${name}`
}
