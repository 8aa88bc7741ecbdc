import { emptyBody } from '../../../../../shared/correspondence/body.ts'
import { composeSheet } from '../../../../../shared/correspondence/compose-sheet.ts'
import type { LetterFields } from '../../../../../shared/correspondence/letter.ts'
import type { DocumentKind } from '../../../../../shared/correspondence/templates/kinds.ts'
import type { Letterhead } from '../../../../../shared/settings/letterhead.ts'
import { letterDocx } from '../../letter-docx.ts'
import { paperDocx } from './paper-docx.ts'
import { paperOf } from './papers.ts'
import { sectionChildren } from './sections.ts'

/** Gives a document in our own design as the bytes of a DOCX file. */
export async function builtInDocument(kind: DocumentKind, letter: LetterFields & { number: string }, letterhead: Letterhead): Promise<Uint8Array> {
  const paper = paperOf(kind, letter, letterhead)
  if (!paper.letter) return paperDocx(paper, letter, letterhead)
  // Lists beside the text count on their own: the text's lists come after those before it.
  const counter = { lists: 1_000 }
  const children = (sections: typeof paper.before) => sections.flatMap((section) => sectionChildren(section, counter, letterhead.fontSize))
  const sheet = composeSheet(paper.ownBody ? { ...letter, body: emptyBody } : letter, letterhead)
  return letterDocx(sheet, letterhead, { before: children(paper.before), after: children(paper.after) })
}
