import { queryTokens, searchText } from '../../search/normalise.ts'
import { bodyText } from '../body.ts'
import { validityOn } from '../validity.ts'
import type { TextBlockItem } from './model.ts'

/** A text block with the words that find it, made once for a list. */
export interface IndexedBlock {
  block: TextBlockItem
  titles: readonly string[]
  words: readonly string[]
  shortForm: string
}

/** Prepares text blocks for {@link findBlocks}. */
export function indexBlocks(blocks: readonly TextBlockItem[]): IndexedBlock[] {
  return blocks.map((block) => ({
    block,
    shortForm: comparableForm(block.shortForm),
    titles: searchText([block.title, block.shortForm]).split(' '),
    words: searchText([block.title, block.shortForm, block.category, block.ownerName, ...block.parts.flatMap((part) => [part.label, part.group, bodyText(part.body)])]).split(' '),
  }))
}

/**
 * The text blocks that have every word typed as a word's beginning in title, short form, category, owner or text: first the one whose short form
 * was typed, then those with the words in their titles. What doesn't apply on the day (ISO) comes last, and only when something was typed.
 */
export function findBlocks(indexed: readonly IndexedBlock[], query: string, day: string): TextBlockItem[] {
  const tokens = queryTokens(query)
  const form = comparableForm(query)
  const rank = ({ block, titles, shortForm }: IndexedBlock): number => {
    const late = validityOn(day, block.validFrom, block.validUntil) === 'valid' ? 0 : 10
    if (form !== '' && shortForm === form) return late
    if (form !== '' && shortForm.startsWith(form)) return late + 1
    return late + (tokens.every((token) => titles.some((word) => word.startsWith(token))) ? 2 : 3)
  }
  return indexed
    .filter(({ words, shortForm }) => (form !== '' && shortForm.startsWith(form)) || tokens.every((token) => words.some((word) => word.startsWith(token))))
    .map((entry) => ({ block: entry.block, rank: rank(entry) }))
    .filter((entry) => tokens.length > 0 || form !== '' || entry.rank < 10)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ block }) => block)
}

function comparableForm(text: string): string {
  return text.trim().toLocaleLowerCase('de')
}
