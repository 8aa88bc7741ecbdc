import PizZip from 'pizzip'
import { all, children, parseXml, serialiseXml, type Document, type Element } from '../templates/xml.ts'

/** A cleaned file, and what was taken out of it, in German. */
export interface Cleaned { bytes: Uint8Array; report: string[] }

/** Properties that say who worked on a file and how; title and subject of a letter are its own. */
const personal: Readonly<Record<string, string>> = {
  creator: 'Verfasser', lastModifiedBy: 'zuletzt bearbeitet von', description: 'Kommentar zur Datei', keywords: 'Stichwörter', category: 'Kategorie', revision: 'Zahl der Überarbeitungen',
  Company: 'Firma', Manager: 'Vorgesetzte Person', Template: 'Name der Vorlage', TotalTime: 'Bearbeitungszeit', HyperlinkBase: 'Basis der Links',
}
const commentParts = /^word\/(?:comments\w*|people)\.xml$/u
const commentAnchors = ['commentRangeStart', 'commentRangeEnd', 'commentReference']
/** Whether a part may hold anything of what is taken out, seen in its text: reading it as XML takes most of the time. */
const mayHold = {
  comments: /[<:]comment(?:Range(?:Start|End)|Reference)[\s/>]/u,
  traces: /[<:](?:ins|del|move(?:From|To)\w*|\w+Change|vanish|trackRevisions|rsids)[\s/>]|[\s:]rsid\w*=/u,
}
const formattingChanges = ['pPrChange', 'rPrChange', 'sectPrChange', 'tblPrChange', 'tblPrExChange', 'tcPrChange', 'trPrChange', 'tblGridChange', 'numberingChange']

/**
 * Takes out of a DOCX what its readers are not meant to see: names in the properties, comments, tracked changes (they are accepted), the
 * numbers by which Word tells editing sessions apart. Gives a line for each kind of thing that was there.
 */
export function cleanDocx(bytes: Uint8Array): Cleaned {
  const zip = new PizZip(bytes)
  const report = [...cleanProperties(zip), ...removeCustomProperties(zip), ...removeComments(zip)]
  const counts = { tracked: 0, hidden: 0 }
  for (const name of names(zip)) {
    if (!/^word\/[^/]+\.xml$/u.test(name) || !holds(zip, name, mayHold.traces)) continue
    change(zip, name, (document) => {
      counts.tracked += acceptChanges(document)
      counts.hidden += all(document, 'vanish').filter(({ parentNode }) => parentNode?.parentNode?.localName === 'r').length
      for (const each of [...all(document, 'trackRevisions'), ...all(document, 'rsids')]) remove(each)
      for (const each of elements(document)) for (const attribute of Array.from(each.attributes)) if (attribute.localName?.startsWith('rsid')) each.removeAttributeNode(attribute)
    })
  }
  if (counts.tracked > 0) report.push(`Nachverfolgte Änderungen angenommen: ${counts.tracked}`)
  if (counts.hidden > 0) report.push(`Achtung, ausgeblendeter Text ist noch enthalten: ${counts.hidden} ${counts.hidden === 1 ? 'Stelle' : 'Stellen'}`)
  return { bytes: zip.generate({ type: 'uint8array', compression: 'DEFLATE' }), report }
}

function cleanProperties(zip: PizZip): string[] {
  const found: string[] = []
  for (const name of ['docProps/core.xml', 'docProps/app.xml']) {
    change(zip, name, (document) => {
      for (const each of document.documentElement ? children(document.documentElement) : []) {
        const label = personal[each.localName ?? '']
        if (label === undefined) continue
        if (each.textContent !== '' && each.localName !== 'revision' && each.localName !== 'TotalTime') found.push(label)
        remove(each)
      }
    })
  }
  return found.length > 0 ? [`Eigenschaften der Datei entfernt: ${found.join(', ')}`] : []
}

function removeCustomProperties(zip: PizZip): string[] {
  // The part is often there with nothing in it.
  const filled = /<(?:\w+:)?property\b/u.test(zip.file('docProps/custom.xml')?.asText() ?? '')
  removeParts(zip, (name) => name === 'docProps/custom.xml')
  return filled ? ['Eigene Eigenschaften der Datei entfernt'] : []
}

function removeComments(zip: PizZip): string[] {
  const part = zip.file('word/comments.xml')?.asText()
  const comments = part === undefined ? 0 : all(parseXml(part), 'comment').length
  removeParts(zip, (name) => commentParts.test(name))
  for (const name of names(zip)) {
    if (!/^word\/[^/]+\.xml$/u.test(name) || !holds(zip, name, mayHold.comments)) continue
    change(zip, name, (document) => { for (const anchor of commentAnchors) for (const each of all(document, anchor)) remove(each) })
  }
  return comments > 0 ? [`Kommentare entfernt: ${comments}`] : []
}

/** Removes parts with every relationship and content type that names them. */
function removeParts(zip: PizZip, drop: (name: string) => boolean): void {
  const dropped = names(zip).filter(drop)
  for (const name of dropped) zip.remove(name)
  if (dropped.length === 0) return
  const files = new Set(dropped.map((name) => name.split('/').at(-1)))
  for (const name of names(zip)) {
    if (!name.endsWith('.rels') && name !== '[Content_Types].xml') continue
    change(zip, name, (document) => {
      for (const each of document.documentElement ? children(document.documentElement) : []) {
        const target = each.getAttribute('Target') ?? each.getAttribute('PartName')
        if (target !== null && files.has(target.split('/').at(-1))) remove(each)
      }
    })
  }
}

/** @returns how many insertions and deletions there were */
function acceptChanges(document: Document): number {
  let count = 0
  for (const name of formattingChanges) for (const each of all(document, name)) remove(each)
  for (const each of [...all(document, 'del'), ...all(document, 'moveFrom')]) {
    count += 1
    remove(each)
  }
  for (const each of [...all(document, 'ins'), ...all(document, 'moveTo')]) {
    count += 1
    while (each.firstChild) each.parentNode?.insertBefore(each.firstChild, each)
    remove(each)
  }
  for (const name of ['moveFromRangeStart', 'moveFromRangeEnd', 'moveToRangeStart', 'moveToRangeEnd']) for (const each of all(document, name)) remove(each)
  return count
}

function change(zip: PizZip, name: string, work: (document: Document) => void): void {
  const text = zip.file(name)?.asText()
  if (text === undefined) return
  const document = parseXml(text)
  work(document)
  zip.file(name, serialiseXml(document))
}

function holds(zip: PizZip, name: string, wanted: RegExp): boolean {
  return wanted.test(zip.file(name)?.asText() ?? '')
}

function elements(document: Document): Element[] {
  return [...document.getElementsByTagName('*')]
}

function remove(node: Element): void {
  node.parentNode?.removeChild(node)
}

function names(zip: PizZip): string[] {
  return Object.keys(zip.files)
}
