import { getDocumentProxy } from 'unpdf'
import { outlinedPdf } from '../../../correspondence/dispatch/service.ts'
import { bookletDocx, type BookletInput } from './booklet-docx.ts'
import { firstDayBookmark, type Heading, type Pages } from './blocks.ts'

/** A booklet, and whether its page numbers were counted. */
export interface Booklet { docx: Uint8Array; pdf: Uint8Array | null; pages: Pages }

/** Cover and a page of contents: the first day comes after these. */
const pagesWithShortContents = 3
/** Lines of contents on a page; a heading counts as one and a half. */
const linesOfPage = 40

/** Contents that grow by a line may move everything; then they are counted again. */
const mostRounds = 4

/**
 * Makes the booklet. With LibreOffice on this computer the pages are laid out and counted until contents and index show what is so; without it
 * the contents are empty of numbers and Word counts them when it opens the file. A greeting fills what contents leave of their last page; without
 * one they are set in smaller lines where that saves a page.
 */
export async function makeBooklet(input: BookletInput, libreOffice: string | null): Promise<Booklet> {
  if (libreOffice === null) return { docx: (await bookletDocx({ ...input, tight: !hasGreeting(input) && spills(input) }, new Map())).bytes, pdf: null, pages: new Map() }
  const usual = await countedBooklet(input, libreOffice)
  if (usual === null) return { docx: (await bookletDocx(input, new Map())).bytes, pdf: null, pages: new Map() }
  const before = ({ pages }: Booklet): number => pages.get(firstDayBookmark) ?? 0
  if (hasGreeting(input) || before(usual) <= pagesWithShortContents) return usual
  const tight = await countedBooklet({ ...input, tight: true }, libreOffice)
  return tight !== null && before(tight) < before(usual) ? tight : usual
}

/** Lays the booklet out until its numbers are those of its pages; null where they can't be counted. */
async function countedBooklet(input: BookletInput, libreOffice: string): Promise<Booklet | null> {
  // Any number has the room of the right one.
  const { headings } = await bookletDocx(input, new Map())
  let pages: Pages = new Map(headings.map(({ bookmark }) => [bookmark, 10]))
  for (let round = 0; round < mostRounds; round += 1) {
    const made = await bookletDocx(input, pages)
    const pdf = await outlinedPdf(libreOffice, made.bytes)
    const counted = pdf && await pagesOf(pdf, made.headings)
    if (!counted) return null
    if ([...counted].every(([bookmark, page]) => pages.get(bookmark) === page)) return { docx: made.bytes, pdf, pages }
    pages = counted
  }
  return null
}

function hasGreeting({ programme: { texts } }: BookletInput): boolean {
  return texts.greeting.trim() !== ''
}

/** Whether contents, as they are usually set, would fill little of their last page: told by the number of lines, as nothing here can lay them out. */
function spills({ programme: { events } }: BookletInput): boolean {
  const lines = events.length + 1.5 * (new Set(events.map(({ day }) => day)).size + 5)
  return lines > linesOfPage && lines % linesOfPage < linesOfPage / 3
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
