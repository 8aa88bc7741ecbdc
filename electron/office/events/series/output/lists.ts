import { germanDate } from '../../../../../shared/dates.ts'
import { groupBy } from '../../../../../shared/group-by.ts'
import { csvUtf8 } from '../../../documents/csv.ts'
import type { FlowBlock } from '../../../documents/pdf-flow.ts'
import type { PublishedEvent, PublishedProgramme } from './published.ts'
import { longDay, periodText } from './words.ts'

/** The events of each day in their order; those without a day at the end. */
export function byDay(events: readonly PublishedEvent[]): { day: string | null; heading: string; events: PublishedEvent[] }[] {
  return [...groupBy(events, ({ day }) => day)].map(([day, those]) => ({ day, heading: day === null ? 'Termin folgt' : longDay(day), events: those }))
}

/** What is said of an event in short lines, label and text; the same in booklet, lists and web. */
export function factsOf(event: PublishedEvent): [label: string, text: string][] {
  const facts: [string, string][] = [
    ['Für', event.targetGroup], ['Sprachen', [event.languages, event.interpretation === '' ? '' : `Dolmetschen: ${event.interpretation}`].filter((part) => part !== '').join('; ')],
    ['Zugang', event.access], ['Kinderbetreuung', event.childcare], ['Eintritt', event.cost.replace(/^Eintritt /u, '')], ['Anmeldung', event.registration], ['Kontakt', event.contact],
  ]
  return facts.filter(([, text]) => text !== '')
}

/** Where an event takes place, with the address. */
export function placeOf({ place, address }: PublishedEvent): string {
  return [place, address].filter((part) => part !== '').join(', ')
}

/** The programme as plain text. */
export function programmeText({ series, events }: PublishedProgramme): string {
  const lines = [[series.title, series.motto === '' ? '' : `„${series.motto}“`].filter((part) => part !== '').join(': '), periodText(series.startsOn, series.endsOn), '']
  for (const { heading, events: those } of byDay(events)) {
    lines.push(heading.toUpperCase(), '')
    for (const event of those) {
      lines.push([event.time, event.title].filter((part) => part !== '').join(' · '), placeOf(event), ...(event.text === '' ? [] : [event.text]), ...factsOf(event).map(([label, text]) => `${label}: ${text}`))
      if (event.organisers.length > 0) lines.push(`Veranstalter: ${event.organisers.join(', ')}`)
      lines.push(...event.others, '')
    }
  }
  return `${lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\r\n').trim()}\r\n`
}

/** The programme for the press: short, one event a paragraph. */
export function pressBlocks({ series, events }: PublishedProgramme): FlowBlock[] {
  return [
    { kind: 'title', text: `${series.title}: Termine` },
    { kind: 'paragraph', text: [series.motto === '' ? '' : `Motto: „${series.motto}“`, periodText(series.startsOn, series.endsOn), `${events.length} ${events.length === 1 ? 'Veranstaltung' : 'Veranstaltungen'}`].filter((part) => part !== '').join(' · ') },
    ...byDay(events).flatMap(({ heading, events: those }): FlowBlock[] => [
      { kind: 'heading', text: heading },
      ...those.flatMap((event): FlowBlock[] => [
        { kind: 'subheading', text: [event.time, event.title].filter((part) => part !== '').join(' · ') },
        { kind: 'paragraph', text: [placeOf(event), event.organisers.length === 0 ? '' : `Veranstalter: ${event.organisers.join(', ')}`, event.cost, event.registration === '' ? '' : `Anmeldung: ${event.registration}`, event.contact].filter((part) => part !== '').join(' · ') },
        ...(event.text === '' ? [] : [{ kind: 'paragraph' as const, text: event.text }]),
      ]),
    ]),
  ]
}

const csvHeadings = ['Nr.', 'Tag', 'Letzter Tag', 'Beginn', 'Ende', 'Titel', 'Art', 'Ort', 'Anschrift', 'Zugang', 'Zielgruppe', 'Sprachen', 'Dolmetschen', 'Kinderbetreuung', 'Thema', 'Eintritt', 'Anmeldung', 'Kontakt', 'Veranstalter', 'Mitwirkende', 'Text']

/** The programme as a table for a website or a calendar of events. */
export function programmeCsv({ events }: PublishedProgramme): Uint8Array {
  return csvUtf8([csvHeadings, ...events.map((event) => [
    String(event.number), event.day === null ? '' : germanDate(event.day), event.lastDay === null ? '' : germanDate(event.lastDay), event.startsAt ?? '', event.endsAt ?? '', event.title, event.kind, event.place,
    event.address, event.access, event.targetGroup, event.languages, event.interpretation, event.childcare, event.topic, event.cost, event.registration, event.contact,
    event.organisers.join(', '), event.others.join('; '), event.text,
  ])])
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The programme as a web page of plain semantic HTML without styles and scripts, so that any website gives it its own look. */
export function programmeHtml({ series, events }: PublishedProgramme): string {
  const title = escaped([series.title, series.motto].filter((part) => part !== '').join(': '))
  const period = escaped(periodText(series.startsOn, series.endsOn))
  const moment = (day: string, time: string | null): string => (time === null ? day : `${day}T${time}`)
  const article = (event: PublishedEvent): string => [
    `    <article id="veranstaltung-${event.number}">`,
    `      <h3>${escaped(event.title)}</h3>`,
    `      <p>${[event.time === '' ? '' : `<time datetime="${event.day === null ? '' : moment(event.day, event.startsAt)}">${escaped(event.time)}</time>`, escaped(placeOf(event))].filter((part) => part !== '').join(' · ')}</p>`,
    ...(event.text === '' ? [] : event.text.split(/\n+/u).map((paragraph) => `      <p>${escaped(paragraph)}</p>`)),
    '      <dl>',
    ...[...factsOf(event), ...(event.organisers.length === 0 ? [] : [['Veranstalter', event.organisers.join(', ')] as const])].map(([label, text]) => `        <dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`),
    ...event.others.map((other) => `        <dt>${escaped(other.slice(0, other.indexOf(':')))}</dt><dd>${escaped(other.slice(other.indexOf(':') + 2))}</dd>`),
    '      </dl>', '    </article>',
  ].join('\n')
  return [
    '<!DOCTYPE html>', '<html lang="de">', '<head>', '  <meta charset="utf-8">', '  <meta name="viewport" content="width=device-width, initial-scale=1">', `  <title>${title}</title>`, '</head>', '<body>', '<main>',
    `  <h1>${title}</h1>`, ...(period === '' ? [] : [`  <p>${period}</p>`]),
    ...byDay(events).flatMap(({ day, heading, events: those }, index) => [
      `  <section aria-labelledby="tag-${index + 1}">`, `    <h2 id="tag-${index + 1}">${day === null ? escaped(heading) : `<time datetime="${day}">${escaped(heading)}</time>`}</h2>`, ...those.map(article), '  </section>',
    ]),
    '</main>', '</body>', '</html>', '',
  ].join('\n')
}
