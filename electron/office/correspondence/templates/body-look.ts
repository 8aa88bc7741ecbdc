import { all, attribute, child, children, parseXml, serialiseXml, type Element } from './xml.ts'
import type { ListNumbering } from './numbering.ts'

/** How the formatted text looks in a template: as the paragraph in which its field stands, with the template's own styles. */
export interface BodyLook {
  /** Properties of the paragraph, each by its name: `pStyle`, `spacing` … */
  paragraph: ReadonlyMap<string, string>
  /** Properties of the words, as XML without the element around them. */
  run: string
  /** Styles of headings by level, of bulleted lists, and of their paragraphs, where the template has them. */
  headings: Readonly<Record<2 | 3, string | null>>
  bulletStyle: string | null
  numbering: ListNumbering
}

/** Reads how the text will look where its field stands. */
export function bodyLook(paragraph: Element, stylesXml: string | undefined, numbering: ListNumbering): BodyLook {
  const properties = child(paragraph, 'pPr')
  const run = all(paragraph, 'r').find((each) => child(each, 't'))
  const look = run && child(run, 'rPr')
  const own = (properties ? children(properties) : []).filter((each) => !['sectPr', 'numPr', 'rPr', 'pPrChange'].includes(each.localName ?? ''))
  const styles = stylesXml === undefined ? [] : all(parseXml(stylesXml), 'style')
  const style = (name: string, needsNumbering = false): string | null => {
    const found = styles.find((each) => attribute(each, 'type') === 'paragraph' && attribute(child(each, 'name'), 'val')?.toLowerCase() === name)
    return found && (!needsNumbering || all(found, 'numPr').length > 0) ? attribute(found, 'styleId') : null
  }
  return {
    paragraph: new Map(own.map((each) => [each.localName ?? '', withoutNamespaces(serialiseXml(each))])),
    run: look ? children(look).map((each) => withoutNamespaces(serialiseXml(each))).join('') : '',
    headings: { 2: style('heading 2'), 3: style('heading 3') },
    bulletStyle: style('list bullet', true),
    numbering,
  }
}

/** The part around declares the names already. */
function withoutNamespaces(xml: string): string {
  return xml.replace(/ xmlns:[\w-]+="[^"]*"/gu, '')
}
