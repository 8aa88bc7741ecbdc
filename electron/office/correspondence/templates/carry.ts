import type { Decisions } from '../../../../shared/correspondence/templates/model.ts'
import { ParagraphText } from './paragraph-text.ts'
import { textParts } from './parts.ts'
import { openWordPackage } from './word-package.ts'

/**
 * Takes what was decided about one version over to the next: names always, places where their paragraph is still found by its words, or
 * for an empty one at its number.
 * @throws TemplateRefusal
 */
export function carryDecisions(decisions: Decisions, before: Uint8Array, after: Uint8Array): Decisions {
  if (decisions.places.length === 0) return decisions
  const old = wordsByPart(before)
  const fresh = wordsByPart(after)
  const places = decisions.places.flatMap((place) => {
    const words = old.get(place.part)?.[place.paragraph]
    const now = fresh.get(place.part) ?? []
    if (words === undefined) return []
    if (now[place.paragraph] === words) return [place]
    const found = words.trim() === '' ? -1 : now.indexOf(words)
    return found < 0 || now.lastIndexOf(words) !== found ? [] : [{ ...place, paragraph: found }]
  })
  return { ...decisions, places }
}

function wordsByPart(bytes: Uint8Array): Map<string, string[]> {
  return new Map(textParts(openWordPackage(bytes)).map(({ name, paragraphs }) => [name, paragraphs.map((paragraph) => new ParagraphText(paragraph).text)]))
}
