import type { Blackening, DossierText } from '../../../../shared/counselling/privacy/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { groupBy } from '../../../../shared/group-by.ts'

/** Stands for whatever was there, whatever its length; a word, so that it can be heard as well. */
const bar = '[geschwärzt]'

/** What was left out of an access export, and why. */
export interface LeftOut {
  where: string
  what: string
  why: string
}

/**
 * Takes the marked pieces out of the texts. Nothing of them is left to be uncovered, not even how long they were.
 * @throws OfficeError `invalid` for a mark outside its text
 */
export function blackened(texts: readonly DossierText[], marks: readonly Blackening[]): { texts: DossierText[]; leftOut: LeftOut[] } {
  const byKey = groupBy(marks, ({ key }) => key)
  for (const key of byKey.keys()) if (!texts.some((text) => text.key === key)) throw wrongMark()
  const leftOut: LeftOut[] = []
  const given = texts.map((entry) => {
    const own = (byKey.get(entry.key) ?? []).toSorted((a, b) => a.start - b.start)
    if (own.length === 0) return entry
    let rest = ''
    let at = 0
    for (const { start, end } of own) {
      if (start >= end || end > entry.text.length) throw wrongMark()
      if (start >= at) rest += `${entry.text.slice(at, start)}${bar}`
      at = Math.max(at, end)
    }
    leftOut.push({ where: `${entry.section}, ${entry.label}`, what: own.length === 1 ? '1 Stelle geschwärzt' : `${own.length} Stellen geschwärzt`, why: [...new Set(own.map(({ why }) => why))].join('; ') })
    return { ...entry, text: rest + entry.text.slice(at) }
  })
  return { texts: given, leftOut }
}

function wrongMark(): OfficeError {
  return new OfficeError('invalid', { detail: 'Eine Schwärzung passt nicht zum Text. Es wurde nichts ausgegeben. Bitte die Auskunft neu öffnen.' })
}
