import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import { layOut, type Entry } from './lay-out.ts'
import type { Source } from './source.ts'
import { cardLines, type CardLine } from './vcard-lines.ts'

const NOTHING_TO_SAY = new Set(['BEGIN', 'END', 'VERSION', 'PRODID', 'REV', 'UID', 'SOURCE', 'NAME', 'PROFILE', 'MAILER', 'CLASS', 'SORT-STRING', 'LABEL', 'FN', 'N', 'KIND', 'X-ABLABEL', 'X-ABSHOWAS', 'TZ', 'GEO'])
/** Types of a number as cards of German programs write them as well ("TYPE=arbeit"). */
const HOME = new Set(['home', 'privat', 'zuhause', 'private'])
const MOBILE = new Set(['cell', 'mobil', 'mobile', 'handy', 'iphone', 'car'])
const FAX = new Set(['fax', 'telefax'])

/** Reads a file of visiting cards of version 2.1, 3.0 or 4.0. A broken card spoils only itself. */
export function readVcards(bytes: Uint8Array): Source {
  const entries: Entry[] = []
  const left = new Map<string, number>()
  let card: CardLine[] | null = null
  const close = (problem: string | null): void => {
    if (card !== null) entries.push(readCard(card, problem, left))
    card = null
  }
  for (const item of cardLines(bytes)) {
    const mark = item.value.trim().toUpperCase() === 'VCARD'
    if (item.name === 'BEGIN' && mark) {
      close('Die Visitenkarte endet nicht („END:VCARD“ fehlt).')
      card = [item]
    } else if (item.name === 'END' && mark) {
      if (card === null) entries.push(brokenEntry([item], 'Die Zeile steht außerhalb einer Visitenkarte.'))
      close(null)
    } else if (card === null) {
      entries.push(brokenEntry([item], 'Die Zeile steht außerhalb einer Visitenkarte.'))
    } else card.push(item)
  }
  close('Die Visitenkarte endet nicht („END:VCARD“ fehlt).')
  return { format: 'vcard', text: null, tables: [layOut('Visitenkarten', entries)], warnings: warnings(left) }
}

function warnings(left: ReadonlyMap<string, number>): string[] {
  const words: Record<string, string> = { PHOTO: 'Fotos', LOGO: 'Logos', BDAY: 'Geburtstage', KEY: 'Schlüssel', ANNIVERSARY: 'Jahrestage', SOUND: 'Tonaufnahmen' }
  const named = [...left].map(([name, count]) => `${words[name] ?? name} (${count})`)
  return named.length === 0 ? [] : [`Aus den Visitenkarten nicht übernommen: ${named.join(', ')}.`]
}

function brokenEntry(lines: readonly CardLine[], problem: string): Entry {
  return { line: lines[0]?.line ?? 1, values: [], problem, wording: lines.map(({ name, value }) => name === '' ? value : `${name}:${value}`).join('\n').slice(0, 2000) }
}

function readCard(lines: readonly CardLine[], problem: string | null, left: Map<string, number>): Entry {
  const stray = lines.find(({ name }) => name === '')
  if (problem !== null) return brokenEntry(lines, problem)
  if (stray !== undefined) return brokenEntry(lines, `Zeile ${stray.line} der Visitenkarte ist nicht lesbar.`)
  const values: Entry['values'] = []
  const add = (field: ImportField, value: string | undefined): void => {
    const text = plain(value ?? '')
    if (text !== '') values.push([field, text])
  }
  const one = (name: string) => lines.find((line) => line.name === name)?.value ?? ''
  const [family, given, more, prefix, suffix] = parts(one('N'))
  const [organisation, ...departments] = parts(one('ORG'))
  const company = /^(?:org|organization)$/iu.test(one('KIND').trim()) || /^company$/iu.test(one('X-ABSHOWAS').trim())
  const full = plain(one('FN'))
  if (family || given) {
    add('familyName', family)
    add('givenNames', [given, more].filter(Boolean).join(' '))
    add('title', [prefix, suffix].filter(Boolean).join(' '))
  } else if (full !== '' && !company && full !== plain(organisation ?? '')) add('name', full)
  add('organisation', organisation || (company ? full : ''))
  add('department', departments.filter(Boolean).join(', '))
  for (const line of lines) {
    if (line.name === '' || NOTHING_TO_SAY.has(line.name) || line.name === 'ORG') continue
    const label = lines.find((other) => other.name === 'X-ABLABEL' && other.group !== '' && other.group === line.group)?.value.replace(/^_\$!<(.*)>!\$_$/u, '$1') ?? ''
    if (!addLine(line, label, add)) left.set(line.name, (left.get(line.name) ?? 0) + 1)
  }
  return { line: lines[0]?.line ?? 1, values, problem: null, wording: '' }
}

function addLine({ name, types, value }: CardLine, label: string, add: (field: ImportField, value: string | undefined) => void): boolean {
  const has = (words: ReadonlySet<string>) => types.some((type) => words.has(type))
  const labelled = (text: string) => label === '' || /^(?:home|work|other|mobile|homepage)$/iu.test(label) ? text : `${text} (${plain(label)})`
  switch (name) {
    case 'TEL': add(has(FAX) ? 'fax' : has(MOBILE) ? 'mobile' : has(HOME) ? 'homePhone' : 'phone', labelled(value.replace(/^tel:/iu, ''))); break
    case 'EMAIL': add(has(HOME) ? 'homeEmail' : 'email', value.replace(/^mailto:/iu, '')); break
    case 'URL': add('web', value); break
    case 'TITLE': case 'ROLE': add('role', value); break
    case 'NOTE': add('note', value); break
    case 'NICKNAME': add('note', `Rufname: ${value}`); break
    case 'CATEGORIES': add('tags', value.replaceAll('\\,', ',')); break
    case 'LANG': add('languages', value); break
    case 'IMPP': add('note', value); break
    case 'ADR': addAddress(parts(value), has(HOME), add); break
    default: return false
  }
  return true
}

function addAddress([box, extra, street, place, , postalCode, country]: string[], home: boolean, add: (field: ImportField, value: string | undefined) => void): void {
  add(home ? 'homeStreet' : 'street', [street, home ? extra : '', box && `Postfach ${box.replace(/^Postfach\s*/iu, '')}`].filter(Boolean).join(', '))
  if (!home) add('addressExtra', extra)
  add(home ? 'homePostalCode' : 'postalCode', postalCode)
  add(home ? 'homePlace' : 'place', place)
  add(home ? 'homeCountry' : 'country', country)
}

/** The parts of a structured value; an escaped semicolon parts nothing. */
function parts(value: string): string[] {
  return value.split(/(?<!\\);/u).map(plain)
}

function plain(value: string): string {
  return value.replace(/\\([nN,;:\\])/gu, (_, sign: string) => sign.toLowerCase() === 'n' ? '\n' : sign).trim()
}
