import type { Place } from '../../../../shared/correspondence/templates/model.ts'
import { all, child, children, is, type Element } from './xml.ts'

/** What a paragraph may hold besides words and must keep when its words go. */
const keptInside = ['drawing', 'pict', 'object', 'sectPr']

/** Puts the tag of a field where somebody clicked, looking like the words that stand there. Gives the paragraph that it stands in. */
export function applyPlace(paragraph: Element, { mode, field }: Place): Element {
  const look = lookOf(paragraph)
  if (mode === 'clear' || mode === 'replace') {
    for (const part of children(paragraph)) if (!is(part, 'pPr') && !keptInside.some((name) => is(part, name) || all(part, name).length > 0)) paragraph.removeChild(part)
    if (mode === 'replace') paragraph.appendChild(run(paragraph, look, `{${field}}`))
    else removeIfEmpty(paragraph)
    return paragraph
  }
  if (mode === 'append') {
    const words = all(paragraph, 't').map((text) => text.textContent ?? '').join('')
    paragraph.appendChild(run(paragraph, look, `${words === '' || /\s$/u.test(words) ? '' : ' '}{${field}}`))
    return paragraph
  }
  const fresh = paragraph.cloneNode(false) as Element
  // Word's own id of a paragraph must not stand twice.
  for (const name of ['w14:paraId', 'w14:textId']) fresh.removeAttribute(name)
  const properties = child(paragraph, 'pPr')?.cloneNode(true) as Element | undefined
  const section = properties && child(properties, 'sectPr')
  if (section) properties.removeChild(section)
  if (properties) fresh.appendChild(properties)
  fresh.appendChild(run(paragraph, look, `{${field}}`))
  paragraph.parentNode?.insertBefore(fresh, mode === 'before' ? paragraph : paragraph.nextSibling)
  return fresh
}

/** A line of a sample leaves no blank line behind, except where a cell or text box needs a paragraph. */
function removeIfEmpty(paragraph: Element): void {
  const properties = child(paragraph, 'pPr')
  const holdsMore = children(paragraph).some((part) => part !== properties) || (properties !== null && child(properties, 'sectPr') !== null)
  const parent = paragraph.parentNode as Element | null
  if (!holdsMore && parent && children(parent).filter((each) => is(each, 'p')).length > 1) parent.removeChild(paragraph)
}

/** How the words of a paragraph look: as its first run, else as its own mark. */
function lookOf(paragraph: Element): Element | null {
  const first = all(paragraph, 'r').find((each) => child(each, 't'))
  const properties = child(paragraph, 'pPr')
  return (first && child(first, 'rPr')) ?? (properties && child(properties, 'rPr'))
}

function run(paragraph: Element, look: Element | null, words: string): Element {
  const make = (name: string): Element => {
    const made = paragraph.ownerDocument?.createElementNS(paragraph.namespaceURI, `${paragraph.prefix ?? 'w'}:${name}`)
    if (!made) throw new Error('A paragraph belongs to a document.')
    return made
  }
  const fresh = make('r')
  if (look) fresh.appendChild(look.cloneNode(true))
  const text = make('t')
  text.setAttribute('xml:space', 'preserve')
  text.textContent = words
  fresh.appendChild(text)
  return fresh
}
