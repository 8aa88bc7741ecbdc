import { Document, Footer, HeightRule, ImageRun, Packer, PageNumber, Paragraph, ShadingType, Tab, Table, TableCell, TableLayoutType, TableOfContents, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import PizZip from 'pizzip'
import { germanDate } from '../../../../../shared/dates.ts'
import type { Paper } from '../../../../../shared/events/series/model.ts'
import type { Letterhead } from '../../../../../shared/settings/letterhead.ts'
import { textRuns } from '../../../documents/docx-text.ts'
import type { PublishedProgramme } from '../output/published.ts'
import { periodText } from '../output/words.ts'
import { BookletText, greetingBookmark, type Heading, type Pages } from './blocks.ts'
import type { CoverPicture } from './picture.ts'
import { bookletStyles, layouts, petrol, styleIds, type Layout } from './styles.ts'

/** What a booklet is made of. */
export interface BookletInput { programme: PublishedProgramme; letterhead: Letterhead; paper: Paper; picture: CoverPicture | null; today: string; /** Contents in smaller lines, where that saves a page. */ tight?: boolean }

/**
 * The programme booklet as Word file: cover, contents, greeting, days with their events, index of organisers and of places, sponsors, imprint.
 * @param pages where each heading stands; without it the contents ask Word to count when the file is opened
 */
export async function bookletDocx({ programme, letterhead, paper, picture, today, tight = false }: BookletInput, pages: Pages): Promise<{ bytes: Uint8Array; headings: Heading[] }> {
  const { series } = programme
  const layout = layouts[paper]
  const owner = letterhead.officeName || 'Integrationsbüro'
  const text = new BookletText(programme, imprintOf(programme, letterhead, today), pages)
  const page = { size: { width: layout.width, height: layout.height }, margin: { left: layout.side, right: layout.side, top: layout.top, bottom: layout.bottom, header: 400, footer: 480 } }
  const counted = pages.size > 0
  const document = new Document({
    title: [series.title, series.motto].filter((part) => part !== '').join(': '), creator: owner, lastModifiedBy: owner, compatibility: { version: 15 }, hyphenation: { autoHyphenation: true },
    styles: bookletStyles(letterhead.fontFamily, layout, tight),
    sections: [
      { properties: { page }, children: cover(programme, owner, layout, picture) },
      {
        properties: { page },
        footers: { default: new Footer({ children: [new Paragraph({ style: 'Fusszeile', children: [...textRuns(series.title), new TextRun({ children: [new Tab(), PageNumber.CURRENT] })] })] }) },
        children: [
          new Paragraph({ style: styleIds.contentsTitle, children: textRuns('Inhalt') }),
          new TableOfContents('Inhalt', {
            hyperlink: true, headingStyleRange: '1-2', beginDirty: !counted,
            cachedEntries: text.headings.map(({ title, level, bookmark }) => ({ title, level, href: bookmark, ...(pages.get(bookmark) === undefined ? {} : { page: pages.get(bookmark) as number }) })),
          }),
          // A greeting follows the contents where it fits below them; the first day begins a page.
          ...(text.headings[0]?.bookmark === greetingBookmark ? [] : [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20 }, children: [] })]),
          ...text.paragraphs,
        ],
      },
    ],
  })
  return { bytes: withContentsTabs(new Uint8Array(await Packer.toArrayBuffer(document)), layout.text), headings: text.headings }
}

/** The library sets the page numbers of the contents at the right margin of a letter; here they stand at that of this paper. */
function withContentsTabs(bytes: Uint8Array, position: number): Uint8Array {
  const zip = new PizZip(bytes)
  const path = 'word/document.xml'
  zip.file(path, (zip.file(path)?.asText() ?? '').replaceAll(/<w:tabs><w:tab w:val="clear" w:pos="\d+"\/><w:tab w:val="right" w:pos="\d+" w:leader="dot"\/><\/w:tabs>/gu, `<w:tabs><w:tab w:val="right" w:pos="${position}" w:leader="dot"/></w:tabs>`))
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A band of the office's colour with title, motto and days; above it the picture, below it who invites. */
function cover({ series }: PublishedProgramme, owner: string, layout: Layout, picture: CoverPicture | null): (Paragraph | Table)[] {
  const inner = layout.height - layout.top - layout.bottom
  const pictureHeight = picture ? Math.round(inner * 0.42) : 0
  const band = Math.round(inner * (picture ? 0.42 : 0.72))
  const none = { style: 'none' as const, size: 0, color: 'auto' }
  const padding = Math.round(layout.text * 0.07)
  return [
    ...(picture ? [new Paragraph({ spacing: { after: 160 }, children: [image(picture, layout.text, pictureHeight, series.title)] })] : []),
    new Table({
      width: { size: layout.text, type: WidthType.DXA }, columnWidths: [layout.text], layout: TableLayoutType.FIXED, borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: [new TableRow({
        height: { value: band, rule: HeightRule.EXACT },
        children: [new TableCell({
          width: { size: layout.text, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.BOTTOM, shading: { type: ShadingType.CLEAR, fill: petrol, color: 'auto' },
          margins: { top: padding, bottom: padding, left: padding, right: padding },
          children: [
            new Paragraph({ style: styleIds.coverTitle, children: textRuns(series.title) }),
            ...(series.motto === '' ? [] : [new Paragraph({ style: styleIds.coverLine, children: textRuns(`„${series.motto}“`, { italics: true }) })]),
            ...(series.startsOn === null ? [] : [new Paragraph({ style: styleIds.coverLine, children: textRuns(periodText(series.startsOn, series.endsOn), { bold: true }) })]),
          ],
        })],
      })],
    }),
    new Paragraph({ spacing: { before: 240, after: 0 }, children: textRuns('Programm', { bold: true, size: Math.round(layout.body * 1.5), color: petrol }) }),
    new Paragraph({ children: textRuns(owner) }),
  ]
}

/** The picture as large as it fits. Sizes of pictures are pixels at 96 to the inch: 15 twips. */
function image({ type, bytes, width, height }: CoverPicture, roomWidth: number, roomHeight: number, title: string): ImageRun {
  const scale = Math.min(roomWidth / 15 / width, roomHeight / 15 / height)
  return new ImageRun({ type, data: bytes, transformation: { width: Math.round(width * scale), height: Math.round(height * scale) }, altText: { name: 'Titelbild', title, description: `Titelbild: ${title}` } })
}

function imprintOf({ texts }: PublishedProgramme, { officeName, department, street, postalCode, city, phone, email, web }: Letterhead, today: string): string[] {
  const own = texts.imprint.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const office = ['Herausgeber', officeName || 'Integrationsbüro', department, [street, `${postalCode} ${city}`.trim()].filter((part) => part !== '').join(', '), [phone, email, web].filter((part) => part !== '').join(' · ')]
  return [...(own.length > 0 ? own : office.filter((line) => line !== '')), `Stand: ${germanDate(today)}. Änderungen vorbehalten.`]
}
