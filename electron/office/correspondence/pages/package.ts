import { unzip, ZipTrouble } from '../../documents/unzip.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { children, parseXml, type Element } from '../templates/xml.ts'

const limits = { entries: 1500, unpacked: 80 * 1024 * 1024, density: 200 }

/** A part of a packed document with what it refers to. */
export interface Part {
  root: Element
  /** Names of other parts by the id of their relationship. What lies outside of the file isn't in here. */
  targets: Map<string, string>
}

/** A packed Word document of which only words, looks and pictures are read. */
export interface DocumentPackage {
  main: Part
  /** Gives a part by its name, or null. */
  part(name: string): Part | null
  /** Names of parts that the main part refers to, by the end of their type: `styles`. */
  named(type: string): string | undefined
  bytes(name: string): Buffer | undefined
}

/** @throws OfficeError `invalid` for what can't be unpacked or isn't a document */
export function openDocument(bytes: Uint8Array): DocumentPackage {
  const entries = entriesOf(bytes)
  const part = (name: string): Part | null => {
    const content = entries.get(name)
    return content ? { root: rootOf(content), targets: new Map(relations(name).map(({ id, target }) => [id, target])) } : null
  }
  const relations = (name: string) => {
    const folder = name.slice(0, name.lastIndexOf('/') + 1)
    const content = entries.get(`${folder}_rels/${name.slice(folder.length)}.rels`)
    return content ? relationsOf(rootOf(content), folder) : []
  }
  const mainName = relations('').find(({ type }) => type === 'officeDocument')?.target ?? ''
  const main = part(mainName)
  if (!main) throw new OfficeError('invalid', { detail: 'Die Datei ist kein Word-Dokument.' })
  const own = relations(mainName)
  return { main, part, named: (type) => own.find((each) => each.type === type)?.target, bytes: (name) => entries.get(name) }
}

function entriesOf(bytes: Uint8Array): Map<string, Buffer> {
  try {
    return unzip(bytes, limits, () => true)
  } catch (error) {
    throw error instanceof ZipTrouble ? new OfficeError('invalid', { detail: 'Die Datei lässt sich nicht entpacken.' }) : error
  }
}

function rootOf(content: Buffer): Element {
  const { documentElement } = parseXml(content.toString('utf8'))
  if (!documentElement) throw new OfficeError('invalid')
  return documentElement
}

/** Relationships within the file: what points outside isn't even named to those who read the document. */
function relationsOf(root: Element, folder: string): { id: string; type: string; target: string }[] {
  return children(root).filter((each) => each.getAttribute('TargetMode')?.toLowerCase() !== 'external').map((each) => {
    const target = each.getAttribute('Target') ?? ''
    return { id: each.getAttribute('Id') ?? '', type: (each.getAttribute('Type') ?? '').replace(/^.*\//u, ''), target: target.startsWith('/') ? target.slice(1) : plain(`${folder}${target}`) }
  })
}

/** `word/../media/x` is `media/x`. */
function plain(path: string): string {
  const kept: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') kept.pop()
    else if (step !== '.') kept.push(step)
  }
  return kept.join('/')
}
