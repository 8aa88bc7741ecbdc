import { asDocument, relationType } from './word-package.ts'

/** Numbering of the lists in a letter's text, added to whatever numbering the template has. */
export interface ListNumbering {
  part: string
  /** Number of the bulleted list. */
  bullet: number
  /** Definition that every numbered list counts by, each from its own start. */
  decimal: number
  /** The next free number. */
  next: number
}

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const numberingType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml'
const levels = 4
/** Width of one level in twips (6.3 mm). */
const indent = 357

/** Adds the two kinds of list to the numbering of a template, which is made if there is none. */
export function addNumbering(entries: Map<string, Buffer>, main: string): ListNumbering {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const part = `${folder}numbering.xml`
  const known = entries.get(part)?.toString('utf8')
  if (known === undefined) declare(entries, main, folder, part)
  // Word, LibreOffice and every library write these names with `w`.
  const text = known ?? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="${namespace}"></w:numbering>`
  const highest = (pattern: RegExp): number => Math.max(0, ...[...text.matchAll(pattern)].map((match) => Number(match[1])))
  const abstract = highest(/w:abstractNumId="(\d+)"/gu) + 1
  const number = highest(/<w:num [^>]*w:numId="(\d+)"/gu) + 1
  const definitions = [definition(abstract, bulletLevel), definition(abstract + 1, decimalLevel)].join('')
  const opened = text.replace(/<w:numbering([^>]*)\/>/u, '<w:numbering$1></w:numbering>')
  // Definitions stand before the numbers, numbers before the end.
  const firstNumber = opened.search(/<w:num[ >]|<w:numIdMacAtCleanup|<\/w:numbering>/u)
  const withDefinitions = `${opened.slice(0, firstNumber)}${definitions}${opened.slice(firstNumber)}`
  entries.set(part, Buffer.from(addNumbers(withDefinitions, `<w:num w:numId="${number}"><w:abstractNumId w:val="${abstract}"/></w:num>`)))
  return { part, bullet: number, decimal: abstract + 1, next: number + 1 }
}

/** A numbered list of its own that begins at `start`. */
export function numberedList(number: number, decimal: number, start: number): string {
  return `<w:num w:numId="${number}"><w:abstractNumId w:val="${decimal}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`
}

/** Puts further numbers at the end of a numbering part. */
export function addNumbers(numbering: string, numbers: string): string {
  const end = numbering.search(/<w:numIdMacAtCleanup|<\/w:numbering>/u)
  return `${numbering.slice(0, end)}${numbers}${numbering.slice(end)}`
}

const bulletLevel = (level: number): string => `<w:numFmt w:val="bullet"/><w:lvlText w:val="${['•', '–', '▪', '–'][level] ?? '•'}"/>`
const decimalLevel = (level: number): string => level % 2 === 0
  ? `<w:numFmt w:val="decimal"/><w:lvlText w:val="%${level + 1}."/>`
  : `<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%${level + 1})"/>`

function definition(id: number, look: (level: number) => string): string {
  const all = Array.from({ length: levels }, (_, level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/>${look(level)}<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(level + 1) * indent}" w:hanging="${indent}"/></w:pPr></w:lvl>`)
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${all.join('')}</w:abstractNum>`
}

function declare(entries: Map<string, Buffer>, main: string, folder: string, part: string): void {
  const types = entries.get('[Content_Types].xml')?.toString('utf8') ?? ''
  entries.set('[Content_Types].xml', Buffer.from(asDocument(types).replace('</Types>', `<Override PartName="/${part}" ContentType="${numberingType}"/></Types>`)))
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`
  const known = entries.get(relations)?.toString('utf8')
    ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const opened = known.replace(/<Relationships([^>]*)\/>/u, '<Relationships$1></Relationships>')
  entries.set(relations, Buffer.from(opened.replace('</Relationships>', `<Relationship Id="rIdOfficeNumbering" Type="${relationType('numbering')}" Target="numbering.xml"/></Relationships>`)))
}
