import { Bookmark, HeadingLevel, Paragraph, SimpleField, Tab, TextRun } from 'docx'
import { groupBy } from '../../../../../shared/group-by.ts'
import { textRuns } from '../../../documents/docx-text.ts'
import { byDay, factsOf, placeOf } from '../output/lists.ts'
import type { PublishedEvent, PublishedProgramme } from '../output/published.ts'
import { petrol, styleIds } from './styles.ts'

/** A heading of the booklet, in the order of the document; `bookmark` is where it stands. */
export interface Heading { bookmark: string; title: string; level: 1 | 2 }

/** Where the greeting stands, which comes first where there is one. */
export const greetingBookmark = 'grusswort'
/** Where the first day stands. */
export const firstDayBookmark = 'tag1'

/** Pages by bookmark; empty while nothing was counted. */
export type Pages = ReadonlyMap<string, number>

/** The parts of a booklet after its contents, with all its headings. */
export class BookletText {
  readonly headings: Heading[] = []
  readonly paragraphs: Paragraph[] = []
  readonly #pages: Pages

  constructor({ series: _series, texts, events, organisers }: PublishedProgramme, imprint: readonly string[], pages: Pages) {
    this.#pages = pages
    if (texts.greeting.trim() !== '') {
      this.#chapter(greetingBookmark, 'Grußwort')
      this.#lines(texts.greeting, true)
      // Without a name the last line holds on to nothing: the day after it begins a page.
      if (texts.greetingBy !== '') this.#add({ style: styleIds.closing, children: textRuns(texts.greetingBy) })
    }
    for (const [index, day] of byDay(events).entries()) {
      this.#chapter(`tag${index + 1}`, day.heading, index === 0)
      for (const event of day.events) this.#event(event)
    }
    if (organisers.length > 0) {
      this.#chapter('veranstalter', 'Veranstalter', true)
      for (const { name, contact, numbers } of organisers) {
        this.#add({ style: styleIds.organiser, children: [...textRuns(name, { bold: true }), ...contact === '' ? [] : textRuns(`\n${contact}`), new TextRun({ break: 1 }), ...this.#references(numbers)] })
      }
    }
    this.#places(events)
    if (texts.sponsors.trim() !== '') {
      this.#chapter('foerderung', 'Förderung und Dank')
      this.#lines(texts.sponsors)
    }
    this.#chapter('impressum', 'Impressum')
    for (const line of imprint) this.#add({ style: styleIds.small, children: textRuns(line) })
  }

  #add(options: ConstructorParameters<typeof Paragraph>[0]): void {
    this.paragraphs.push(new Paragraph(options))
  }

  #chapter(bookmark: string, title: string, newPage = false): void {
    this.headings.push({ bookmark, title, level: 1 })
    this.#add({ heading: HeadingLevel.HEADING_1, pageBreakBefore: newPage && this.paragraphs.length > 0, children: [new Bookmark({ id: bookmark, children: textRuns(title) })] })
  }

  /** The lines of a text; blank ones part paragraphs and leave no trace. @param together on one page with what follows */
  #lines(text: string, together = false): void {
    for (const line of text.split('\n').map((each) => each.trim()).filter((each) => each !== '')) this.#add({ keepNext: together, keepLines: together, children: textRuns(line) })
  }

  /** Its paragraphs stay together on a page; only a long text may part. */
  #event(event: PublishedEvent): void {
    const bookmark = bookmarkOf(event.number)
    this.headings.push({ bookmark, title: event.title, level: 2 })
    this.#add({
      heading: HeadingLevel.HEADING_2,
      children: [new TextRun({ text: String(event.number), color: petrol }), new TextRun({ children: [new Tab()] }), new Bookmark({ id: bookmark, children: textRuns(event.title) })],
    })
    const when = [event.time, placeOf(event)].filter((part) => part !== '').join(' · ')
    if (when !== '') this.#add({ style: styleIds.when, children: textRuns(when) })
    for (const line of event.text.split('\n').map((each) => each.trim()).filter((each) => each !== '')) this.#add({ style: 'Programmtext', keepLines: line.length < 900, children: textRuns(line) })
    const facts = [...event.kind === '' ? [] : [['Art', event.kind] as const], ...factsOf(event)]
    const makers = [...event.organisers.length === 0 ? [] : [`Veranstalter: ${event.organisers.join(', ')}`], ...event.others]
    if (facts.length > 0) {
      this.#add({
        style: styleIds.facts, keepNext: makers.length > 0,
        children: facts.flatMap(([label, text], index) => [...textRuns(`${index === 0 ? '' : ' · '}${label}: `, { bold: true }), ...textRuns(text)]),
      })
    }
    if (makers.length > 0) {
      this.#add({
        style: styleIds.facts,
        children: makers.flatMap((maker, index) => [...textRuns(`${index === 0 ? '' : ' · '}${maker.slice(0, maker.indexOf(':') + 1)} `, { bold: true }), ...textRuns(maker.slice(maker.indexOf(':') + 2))]),
      })
    }
  }

  #places(events: readonly PublishedEvent[]): void {
    const places = [...groupBy(events.filter(({ place }) => place !== ''), placeOf)].toSorted(([a], [b]) => new Intl.Collator('de').compare(a, b))
    if (places.length === 0) return
    this.#chapter('orte', 'Orte')
    for (const [place, those] of places) {
      const access = those.find((event) => event.access !== '')?.access ?? ''
      this.#add({ style: styleIds.organiser, children: [...textRuns(place, { bold: true }), ...access === '' ? [] : textRuns(`\nZugang: ${access}`), new TextRun({ break: 1 }), ...this.#references(those.map(({ number }) => number))] })
    }
  }

  /** "Nr. 3 (Seite 5), Nr. 12 (Seite 9)"; without counted pages just the numbers. */
  #references(numbers: readonly number[]): (TextRun | SimpleField)[] {
    return numbers.flatMap((number, index) => {
      const page = this.#pages.get(bookmarkOf(number))
      const lead = `${index === 0 ? '' : ', '}Nr.\u00a0${number}`
      return page === undefined ? textRuns(lead) : [...textRuns(`${lead} (Seite\u00a0`), new SimpleField(`PAGEREF ${bookmarkOf(number)} \\h`, String(page)), ...textRuns(')')]
    })
  }
}

function bookmarkOf(number: number): string {
  return `veranstaltung${number}`
}
