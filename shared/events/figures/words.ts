import { centsText } from '../../money.ts'
import { groupingLabels, type EventFigures, type FigureTable, type FigureTotals, type MoneyFigures } from './model.ts'
import { spanLabel, untold, type Span } from './tally.ts'

const number = (value: number): string => value.toLocaleString('de-DE')
const smallNumbers = ['keine', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']

/** What is counted, in the words that stand below each table. */
export const figureDefinitions: readonly string[] = [
  'Gezählt wird eine Veranstaltung am Tag ihres Beginns. Ideen und abgesagte Veranstaltungen zählen nicht.',
  'Besucherinnen und Besucher: gezählt und geschätzt getrennt; wo nichts eingetragen ist, gelten die am Einlass Abgehakten, sonst fehlt die Zahl und wird nicht ergänzt.',
  'Mit Partnern: wenn außer dem eigenen Haus jemand veranstaltet, mitwirkt, die Schirmherrschaft hat oder fördert.',
]

/** Headings of every table of figures. */
export const figureHeadings = ['Veranstaltungen', 'im Vorjahr', 'Besucher', 'davon geschätzt'] as const

/** „Im Jahr 2026 …": the paragraph for the activity report. */
export function figureParagraph({ totals, before, leftOut, tables, money }: EventFigures, period: Span): string {
  const when = whenText(period)
  if (totals.events === 0) return `${when} hat keine Veranstaltung stattgefunden.${before.events > 0 ? ` Im Vorjahr waren es ${number(before.events)}.` : ''}`
  return [
    `${when} ${totals.events === 1 ? 'fand eine Veranstaltung' : `fanden ${events(totals.events)}`} statt${comparison(totals, before)}.`,
    visitorsText(totals),
    totals.withPartners === 0 ? '' : `${totals.withPartners === totals.events ? 'Alle wurden' : `${capital(events(totals.withPartners))} ${totals.withPartners === 1 ? 'wurde' : 'wurden'}`} gemeinsam mit Partnern durchgeführt; ${totals.partners === 1 ? 'beteiligt war ein Partner' : `beteiligt waren ${number(totals.partners)} verschiedene Partner`}.`,
    leading(tables, 'kind', 'Am häufigsten waren'), languagesText(tables, totals), moneyText(money),
    leftOut.cancelled === 0 ? '' : `${leftOut.cancelled === 1 ? 'Eine Veranstaltung wurde' : `${capital(events(leftOut.cancelled))} wurden`} abgesagt.`,
  ].filter((part) => part !== '').join(' ')
}

function whenText(period: Span): string {
  const label = spanLabel(period)
  if (/^\d{4}$/u.test(label)) return `Im Jahr ${label}`
  return label.includes('Halbjahr') ? `Im ${label}` : `Vom ${label.replace('–', ' bis zum ')}`
}

function events(count: number): string {
  return `${smallNumbers[count] ?? number(count)} ${count === 1 ? 'Veranstaltung' : 'Veranstaltungen'}`
}

function comparison({ events: now }: FigureTotals, { events: then }: FigureTotals): string {
  if (then === 0) return ''
  return now === then ? ', ebenso viele wie im Vorjahr' : ` (Vorjahr: ${number(then)})`
}

function visitorsText({ events: all, visitors: { counted, estimated, unknown } }: FigureTotals): string {
  if (counted + estimated === 0) return 'Besucherzahlen liegen nicht vor.'
  const what = counted === 0 ? `nach Schätzung ${number(estimated)}` : estimated === 0 ? `${number(counted)} (gezählt)` : `${number(counted + estimated)} (${number(counted)} gezählt, ${number(estimated)} geschätzt)`
  return `Es kamen ${what} Besucherinnen und Besucher${unknown === 0 ? '' : `; für ${number(unknown)} der ${number(all)} Veranstaltungen liegt keine Zahl vor`}.`
}

function leading(tables: readonly FigureTable[], grouping: FigureTable['grouping'], start: string): string {
  const rows = tables.find((table) => table.grouping === grouping)?.rows.filter(({ label, events: count }) => count > 0 && label !== untold).slice(0, 3) ?? []
  // Where everything was once, nothing was most often.
  return rows.length < 2 || (rows[0]?.events ?? 0) < 2 ? '' : `${start} ${list(rows.map(({ label, events: count }) => `${label} (${number(count)})`))}.`
}

function languagesText(tables: readonly FigureTable[], { languages }: FigureTotals): string {
  const rows = tables.find(({ grouping }) => grouping === 'language')?.rows.filter(({ label, events: count }) => count > 0 && label !== untold) ?? []
  if (languages < 2) return ''
  const others = rows.filter(({ label }) => label !== 'Deutsch').slice(0, 4).map(({ label }) => label)
  return `Angeboten wurden sie in ${smallNumbers[languages] ?? number(languages)} Sprachen, ${rows.length === others.length ? '' : 'neben Deutsch '}vor allem ${list(others)}.`
}

function moneyText({ spentCents, incomeCents, sources }: MoneyFigures): string {
  if (spentCents === 0) return ''
  const given = sources.filter(({ usedCents }) => usedCents > 0).toSorted((a, b) => b.usedCents - a.usedCents).slice(0, 3).map(({ label, usedCents }) => `${label} (${centsText(usedCents)})`)
  return `Ausgegeben wurden ${centsText(spentCents)}${given.length > 0 ? `, bezahlt aus ${list(given)}` : incomeCents > 0 ? `; eingenommen ${centsText(incomeCents)}` : ''}.`
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1) ?? ''}`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** „Veranstaltungen nach Art" */
export function figureTitle({ grouping }: Pick<FigureTable, 'grouping'>): string {
  return `Veranstaltungen nach ${groupingLabels[grouping]}`
}

/** What is to be known of the money: of how many events, per visitor, and what it was a year before. */
export function moneyNotes(money: MoneyFigures, before: MoneyFigures): string[] {
  return [
    money.events === 0 ? 'Für keine dieser Veranstaltungen ist Geld eingetragen.' : `Eingetragen für ${money.events === 1 ? 'eine Veranstaltung' : `${number(money.events)} Veranstaltungen`}.`,
    ...(money.perVisitorCents === null ? [] : [`Je Besucherin und Besucher ${centsText(money.perVisitorCents)}, wo Ausgaben und Besucherzahl bekannt sind.`]),
    ...(before.events === 0 ? [] : [`Im Vorjahr ${centsText(before.spentCents)} ausgegeben.`]),
  ]
}

/** What isn't counted and why, for the screen and below the tables. */
export function leftOutText({ ideas, cancelled, unconfirmed, coming }: EventFigures['leftOut']): string[] {
  const lines = [
    [ideas, 'eine Idee', ' Ideen'], [cancelled, 'eine abgesagte', ' abgesagte'], [coming, 'eine, die noch kommt', ', die noch kommen'],
  ] as const
  const parts = lines.filter(([count]) => count > 0).map(([count, one, many]) => (count === 1 ? one : `${number(count)}${many}`))
  return [
    ...(parts.length === 0 ? [] : [`Nicht gezählt: ${list(parts)}.`]),
    ...(unconfirmed === 0 ? [] : [unconfirmed === 1 ? 'Eine vergangene Veranstaltung ist noch nicht als durchgeführt oder abgesagt eingetragen.' : `${number(unconfirmed)} vergangene Veranstaltungen sind noch nicht als durchgeführt oder abgesagt eingetragen.`]),
  ]
}
