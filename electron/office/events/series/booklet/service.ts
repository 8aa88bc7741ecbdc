import { getDocumentProxy } from 'unpdf'
import { outlinedPdf } from '../../../correspondence/dispatch/service.ts'
import { bookletDocx, type BookletInput } from './booklet-docx.ts'
import type { Heading, Pages } from './blocks.ts'

/** A booklet, and whether its page numbers were counted. */
export interface Booklet { docx: Uint8Array; pdf: Uint8Array | null; pages: Pages }

/** Contents that grow by a line may move everything; then they are counted again. */
const mostRounds = 4

/**
 * Makes the booklet. With LibreOffice on this computer the pages are laid out and counted until contents and index show what is so; without it
 * the contents are empty of numbers and Word counts them when it opens the file.
 */
export async function makeBooklet(input: BookletInput, libreOffice: string | null): Promise<Booklet> {
  // Any number has the room of the right one.
  let made = await bookletDocx(input, new Map())
  if (libreOffice === null) return { docx: made.bytes, pdf: null, pages: new Map() }
  let pages: Pages = new Map(made.headings.map(({ bookmark }) => [bookmark, 10]))
  for (let round = 0; round < mostRounds; round += 1) {
    made = await bookletDocx(input, pages)
    const pdf = await outlinedPdf(libreOffice, made.bytes)
    const counted = pdf && await pagesOf(pdf, made.headings)
    if (!counted) break
    if ([...counted].every(([bookmark, page]) => pages.get(bookmark) === page)) return { docx: made.bytes, pdf, pages }
    pages = counted
  }
  return { docx: (await bookletDocx(input, new Map())).bytes, pdf: null, pages: new Map() }
}

type Outline = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getOutline']>>

/** On which page each heading stands, by the bookmarks of the PDF; null where they aren't those of the booklet. */
async function pagesOf(pdf: Uint8Array, headings: readonly Heading[]): Promise<Map<string, number> | null> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { disableFontFace: true, useSystemFonts: false, verbosity: 0 })
  const flat = (items: Outline): Outline => (items ?? []).flatMap((item) => [item, ...flat(item.items)])
  const outline = flat(await document.getOutline())
  if (outline.length !== headings.length) return null
  const pages = new Map<string, number>()
  for (const [index, { bookmark }] of headings.entries()) {
    const target = outline[index]?.dest
    const place = typeof target === 'string' ? await document.getDestination(target) : target
    if (!place) return null
    pages.set(bookmark, 1 + await document.getPageIndex(place[0] as Parameters<typeof document.getPageIndex>[0]))
  }
  return pages
}
