import { addDays } from '../../holidays/days.ts'
import { firstOpenDay, officeClosed } from '../../holidays/holidays.ts'
import type { Land } from '../../vault/laender.ts'
import type { DirectiveInput, DirectiveKind } from './model.ts'

/** Words by which an item says what it is, the first that fits. */
const signs: readonly (readonly [RegExp, DirectiveKind])[] = [
  [/^(?:z\.?\s*d\.?\s*a\.?|zu den akten|ablegen|abheften)/iu, 'file'],
  [/^(?:wv\.?|wiedervorlage|w\.?\s*v\.?)(?:\s|$|:)/iu, 'follow-up'],
  [/^(?:schreiben|brief|antwort|einladung|anschreiben|reinschrift)/iu, 'letter'],
  [/^(?:mitzeichnung|mz\.?\s|hz\.?\s)/iu, 'cosign'],
  [/^(?:kopie|abdruck|abschrift|z\.?\s*k\.?|zur kenntnis|nachrichtlich)/iu, 'copy'],
  [/^(?:vermerk|av\.?\s|aktenvermerk)/iu, 'note'],
]
const wanted = /\ban\s+(?:die\s+|den\s+|das\s+|frau\s+|herrn\s+)?(.+?)(?:\s*\((?:anlage|anl\.)[^)]*\))?\.?$/iu
const dated = /(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?/u
const inWeeks = /\b(\d{1,3})\s*(tage?n?|wochen?|monate?n?)\b/iu

/**
 * What a line of a Verfügung orders, as far as its words tell; a person decides. A follow-up without a day comes after two weeks.
 * @param today ISO day that relative terms count from
 */
export function proposeItem({ text, who }: { text: string; who: string }, land: Land, today: string): DirectiveInput {
  const line = text.replace(/^\s*\d+[.)]\s*/u, '').trim()
  const kind = signs.find(([sign]) => sign.test(line))?.[1] ?? 'task'
  const dueOn = dayIn(line, land, today) ?? (kind === 'follow-up' ? workday(addDays(today, 14), land) : null)
  const named = kind === 'letter' || kind === 'copy' ? wanted.exec(line)?.[1] ?? '' : ''
  return { kind, text: line, personId: null, contactId: null, name: named || who.trim(), dueOn, matterId: null }
}

function dayIn(line: string, land: Land, today: string): string | null {
  const date = dated.exec(line)
  if (date) {
    const [, day, month, year] = date
    const iso = (of: string): string => `${of}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
    const named = year === undefined ? iso(today.slice(0, 4)) : iso(year.length === 2 ? `20${year}` : year)
    const found = year === undefined && named < today ? iso(String(Number(today.slice(0, 4)) + 1)) : named
    return Number.isNaN(Date.parse(found)) || new Date(found).getUTCDate() !== Number(day) ? null : found
  }
  const span = inWeeks.exec(line)
  if (!span) return null
  const [, count, unit = ''] = span
  return workday(addDays(today, Number(count) * (/^w/iu.test(unit) ? 7 : /^m/iu.test(unit) ? 30 : 1)), land)
}

function workday(day: string, land: Land): string {
  return firstOpenDay(day, 1, (each) => officeClosed(each, land))
}
