import PizZip from 'pizzip'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const package_ = 'http://schemas.openxmlformats.org/package/2006'

export interface WordFileOptions {
  header?: string
  styles?: string
  /** Relationships of the main part, as XML. */
  relations?: string
  contentType?: string
  /** Further content types, as XML. */
  contentTypes?: string
  /** Further entries of the packed file. */
  files?: Record<string, string | Uint8Array>
}

/** A paragraph with the runs given; plain text becomes one run. */
export function p(...runs: string[]): string {
  return `<w:p>${runs.map((each) => (each.startsWith('<') ? each : r(each))).join('')}</w:p>`
}

/** A run with properties. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A table of cells, each with its paragraphs. */
export function table(...rows: string[][]): string {
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol w:w="3000"/>').join('')}</w:tblGrid>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A text box as Word writes it: once for Word since 2010 and once more for older versions. */
export function textBox(content: string): string {
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>900000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>2257200</wp:posOffset></wp:positionV><wp:extent cx="2880000" cy="982800"/><wp:wrapNone/><wp:docPr id="1" name="Anschrift"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2880000" cy="982800"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:227pt;height:77pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

/** A Word file with this text. */
export function wordFile(body: string, options: WordFileOptions = {}): Uint8Array {
  const zip = new PizZip()
  const header = options.header === undefined ? '' : `<w:headerReference w:type="first" r:id="rId9"/>`
  const types = [
    ['word/document.xml', options.contentType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
    ['word/styles.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml'],
    ...options.header === undefined ? [] : [['word/header1.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml']],
  ].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join('')
  zip.file('[Content_Types].xml', `${declaration}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types}${options.contentTypes ?? ''}</Types>`)
  zip.file('_rels/.rels', `${declaration}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${relationship}/officeDocument" Target="word/document.xml"/></Relationships>`)
  zip.file('word/_rels/document.xml.rels', `${declaration}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${relationship}/styles" Target="styles.xml"/>${options.header === undefined ? '' : `<Relationship Id="rId9" Type="${relationship}/header" Target="header1.xml"/>`}${options.relations ?? ''}</Relationships>`)
  zip.file('word/document.xml', `${declaration}<w:document ${w}><w:body>${body}<w:sectPr>${header}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>${options.header === undefined ? '' : '<w:titlePg/>'}</w:sectPr></w:body></w:document>`)
  zip.file('word/styles.xml', `${declaration}<w:styles ${w}><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>${options.styles ?? ''}</w:styles>`)
  if (options.header !== undefined) zip.file('word/header1.xml', `${declaration}<w:hdr ${w}>${options.header}</w:hdr>`)
  for (const [name, content] of Object.entries(options.files ?? {})) zip.file(name, content)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** The text of a part of a packed file. */
export function partOf(bytes: Uint8Array, name = 'word/document.xml'): string {
  return new PizZip(bytes).file(name)?.asText() ?? ''
}

/** The words of a part, one line a paragraph, breaks as `/`. */
export function wordsOf(bytes: Uint8Array, name?: string): string[] {
  return partOf(bytes, name).split('</w:p>').map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|(<w:br\/>)/gu)].map((match) => match[1] ?? '/').join(''))
    .slice(0, -1)
}
