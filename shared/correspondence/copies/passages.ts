import type { BlockNode, LetterBody, TextMark } from '../body.ts'

/** Marks of a passage that not every copy shows. */
export const passageMarks = ['draftOnly', 'withheld'] as const
export type PassageMark = (typeof passageMarks)[number]
export const passageLabels: Readonly<Record<PassageMark, string>> = { draftOnly: 'Nur im Entwurf', withheld: 'Nicht in Abdrucken' }

/** Which passages a copy shows. */
export interface Shown {
  draftOnly: boolean
  withheld: boolean
}

/**
 * The text as one copy says it: passages that it doesn't show are gone, paragraphs and list items that held nothing else with them, and no
 * passage is marked any more. On the file copy what only it shows is in italics.
 */
export function bodyFor(body: LetterBody, shown: Shown): LetterBody {
  return hasPassages(body) ? { type: 'doc', content: body.content.flatMap((node) => block(node as Part, shown)) as BlockNode[] } : body
}

/** Whether a text has a passage that isn't for every copy. */
export function hasPassages(body: LetterBody): boolean {
  const text = JSON.stringify(body)
  return passageMarks.some((mark) => text.includes(`{"type":"${mark}"}`))
}

/** Any part of the text; what holds paragraphs is walked, whatever it is. */
interface Part { type: string; content?: readonly Part[] | undefined; marks?: readonly TextMark[] | undefined; text?: string }

/** Parts that stay when they are empty, because the form of a table is made of them. */
const standing = new Set(['table', 'tableRow', 'tableCell', 'tableHeader'])
const inlines = new Set(['text', 'hardBreak', 'field', 'reference'])

/** @returns nothing where the part held hidden words only */
function block(part: Part, shown: Shown): Part[] {
  if (part.content === undefined || part.content.length === 0) return [part]
  if (part.content.every(({ type }) => inlines.has(type))) {
    const content = inline(part.content, shown)
    return content === null ? [] : [{ ...part, content }]
  }
  const content = part.content.flatMap((child) => block(child, shown))
  if (content.length > 0) return [{ ...part, content }]
  return standing.has(part.type) ? [{ ...part, content: [{ type: 'paragraph' }] }] : []
}

/** @returns null where nothing but hidden words stood */
function inline(parts: readonly Part[], shown: Shown): Part[] | null {
  let hidden = false
  const kept = parts.filter((part) => {
    // A note belongs to the words before it.
    if (part.type !== 'reference') hidden = !passagesOf(part.marks).every((mark) => shown[mark])
    return !hidden
  })
  const isBlank = kept.every(({ type, text }) => type === 'hardBreak' || (type === 'text' && (text ?? '').trim() === ''))
  if (kept.length < parts.length && isBlank) return null
  return kept.map((part) => (passagesOf(part.marks).length > 0 ? { ...part, marks: plainMarks(part.marks) } : part))
}

function plainMarks(marks: readonly TextMark[] = []): TextMark[] {
  const plain = marks.filter(({ type }) => !isPassage(type))
  return marks.some(({ type }) => type === 'draftOnly') && !plain.some(({ type }) => type === 'italic') ? [...plain, { type: 'italic' }] : plain
}

function passagesOf(marks: readonly TextMark[] = []): PassageMark[] {
  return marks.map(({ type }) => type).filter(isPassage)
}

function isPassage(type: string): type is PassageMark {
  return (passageMarks as readonly string[]).includes(type)
}
