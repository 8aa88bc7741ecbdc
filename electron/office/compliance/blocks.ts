import { Paragraph, type FileChild } from 'docx'
import { gap } from '../../../shared/correspondence/gaps.ts'
import * as docx from '../documents/docx-parts.ts'
import { textRuns } from '../documents/docx-text.ts'

/** A piece of a paper before it is a document: what of it is missing can be counted. */
export type Block =
  | { kind: 'title' | 'heading' | 'paragraph' | 'bullet' | 'small' | 'owner'; text: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[]; widths: readonly number[]; look: docx.TableLook }
  | { kind: 'space' }

export const title = (text: string): Block => ({ kind: 'title', text })
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const bullet = (text: string): Block => ({ kind: 'bullet', text })
export const small = (text: string): Block => ({ kind: 'small', text })
/** Name of the office above the title. */
export const owner = (text: string): Block => ({ kind: 'owner', text })
/** Something that the office has to fill in. */
export const missing = (what: string): Block => ({ kind: 'paragraph', text: gap(what) })
/** Room below a table. */
export const space: Block = { kind: 'space' }

/** Rows with a head that is repeated on each page. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[], look: docx.TableLook = {}): Block => ({ kind: 'table', head, rows, widths, look })

/** How many places the office has to fill in. */
export function gapsIn(blocks: readonly Block[]): number {
  return JSON.stringify(blocks).split('[Bitte ergänzen:').length - 1
}

/** The piece as part of a Word document. */
export function childOf(block: Block): FileChild {
  switch (block.kind) {
    case 'title': return docx.title(block.text)
    case 'heading': return docx.heading(block.text)
    case 'paragraph': return docx.paragraph(block.text)
    case 'bullet': return docx.bullet(block.text)
    case 'small': return new Paragraph({ spacing: { before: 120 }, children: textRuns(block.text, { size: 17 }) })
    case 'owner': return new Paragraph({ spacing: { after: 240 }, children: textRuns(block.text, { bold: true, size: 20 }) })
    case 'table': return docx.table(block.head, block.rows, block.widths, block.look)
    case 'space': return new Paragraph({ spacing: { after: 0 }, children: [] })
  }
}
