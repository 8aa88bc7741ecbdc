import type { CopyPart } from '../../../../../shared/correspondence/copies/copy-part.ts'
import { bodyWithCopy } from '../../../../../shared/correspondence/copies/in-text.ts'
import { emptyBody } from '../../../../../shared/correspondence/body.ts'
import { composeSheet } from '../../../../../shared/correspondence/compose-sheet.ts'
import type { LetterFields } from '../../../../../shared/correspondence/letter.ts'
import { addressedKinds, type DocumentKind } from '../../../../../shared/correspondence/templates/kinds.ts'
import type { Letterhead } from '../../../../../shared/settings/letterhead.ts'
import { letterDocx } from '../../letter-docx.ts'
import { paperDocx } from './paper-docx.ts'
import { paperOf } from './papers.ts'
import { sectionChildren } from './sections.ts'

/** Gives a document in our own design as the bytes of a DOCX file. */
export async function builtInDocument(kind: DocumentKind, letter: LetterFields & { number: string }, letterhead: Letterhead, copy?: CopyPart): Promise<Uint8Array> {
  // Copies with an address field are told apart on the page itself.
  const paper = paperOf(kind, copy && !addressedKinds.includes(kind) ? { ...letter, body: bodyWithCopy(letter.body, copy) } : letter, letterhead)
  if (!paper.letter) return paperDocx(paper, letter, letterhead)
  // Lists beside the text count on their own: the text's lists come after those before it.
  const counter = { lists: 1_000 }
  const children = (sections: typeof paper.before) => sections.flatMap((section) => sectionChildren(section, counter, letterhead.fontSize))
  const sheet = composeSheet(paper.ownBody ? { ...letter, body: emptyBody } : letter, letterhead, copy)
  return letterDocx(sheet, letterhead, { before: children(paper.before), after: children(paper.after) })
}
