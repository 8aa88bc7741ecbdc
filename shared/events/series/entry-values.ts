import { germanDate } from '../../dates.ts'
import { addDays } from '../../holidays/days.ts'
import { cleanLine, cleanText } from '../../correspondence/clean-text.ts'
import { eventKinds, kindLabel, stepFreeLabels } from '../catalogue.ts'
import type { EntryValues, RawEntry } from './entries.ts'
import { labelKey, type EntryField } from './entry-fields.ts'
import { parseWhen, type Around, type When } from './entry-days.ts'

/** What a form says, understood, with what isn't. */
export interface UnderstoodEntry {
  values: EntryValues
  problems: { field: EntryField; text: string }[]
  hints: string[]
}

const kindsByKey = new Map(eventKinds.flatMap(({ code, label }) => [label, ...label.split(', ')].map((each): [string, string] => [labelKey(each), code])))

/** Understands what a form says of an event. Nothing is cut and nothing left out: what has no field of its own becomes part of the remark. */
export function understand({ cells }: Pick<RawEntry, 'cells'>, around: Around, textLimit: number): UnderstoodEntry {
  const problems: UnderstoodEntry['problems'] = []
  const hints: string[] = []
  const remarks: string[] = []
  const fault = (field: EntryField, text: string): void => void problems.push({ field, text })
  const line = (field: EntryField, most: number): string => {
    const text = cleanLine(cells[field] ?? '')
    if (text.length > most) fault(field, `Der Eintrag hat ${text.length} Zeichen, Platz ist für ${most}. Bitte kürzen.`)
    return text
  }
  const title = line('title', 300)
  if (title === '') fault('title', 'Es fehlt der Titel.')
  const kindText = line('kind', 300)
  const kind = kindsByKey.get(labelKey(kindText)) ?? (kindText === '' ? 'other' : nearestKind(kindText))
  if (kind === 'other' && kindText !== '' && labelKey(kindText) !== labelKey(kindLabel('other'))) remarks.push(`Art: ${kindText}`)
  const times = understandTimes(cells, around, fault)
  const { startsOn, endsOn } = times
  if (startsOn !== null && around.startsOn !== null && (startsOn < around.startsOn || (endsOn ?? startsOn) > (around.endsOn ?? around.startsOn))) hints.push('Der Tag liegt außerhalb der Reihe.')
  const programmeText = cleanText(cells.text ?? '').trim()
  if (programmeText.length > 3_000) fault('text', `Der Text hat ${programmeText.length} Zeichen. Mehr als 3.000 passen nicht in das Programm. Bitte kürzen.`)
  else if (programmeText.length > textLimit) hints.push(`Der Text ist ${programmeText.length - textLimit} Zeichen zu lang; er bleibt ganz und steht im Programm als Lücke.`)
  const expectedText = line('expected', 100)
  const expected = /\d/u.test(expectedText) ? Number((/\d[\d.]*/u.exec(expectedText)?.[0] ?? '').replaceAll('.', '')) : null
  if (expectedText !== '' && (expected === null || expected > 1_000_000 || !/^(?:ca\.?|etwa|rund)?\s*[\d.]+\s*(?:personen|gäste|leute)?$/iu.test(expectedText))) remarks.push(`Erwartete Gäste: ${expectedText}`)
  const values: EntryValues = {
    title, kind, ...times, place: line('place', 300), accessNote: accessOf(cells), targetGroup: line('targetGroup', 300), languages: line('languages', 300), interpretation: line('interpretation', 300),
    childcare: line('childcare', 300), topic: line('topic', 300), cost: line('cost', 300), registration: line('registration', 500), programmeText,
    expected: expected !== null && expected <= 1_000_000 ? expected : null, publicContact: line('contact', 500), partners: line('partners', 300),
    remark: [cleanText(cells.remark ?? '').trim(), ...remarks].filter((each) => each !== '').join('\n'),
  }
  if (values.accessNote.length > 1_000) fault('accessNote', 'Der Hinweis zum Zugang ist länger als 1.000 Zeichen. Bitte kürzen.')
  if (startsOn === null && problems.every(({ field }) => field !== 'day')) hints.push('Ohne Tag: die Veranstaltung steht im Programm unter „Noch ohne Tag“.')
  return { values, problems, hints }
}

/** Days and times that a spreadsheet keeps as numbers, where they were pasted into a cell that shows text: 0,625 is 15:00, 46656 a day of 2027. */
function fromNumber(text: string): string {
  const number = Number(text.trim().replace(',', '.'))
  if (/^0?[.,]\d+$/u.test(text.trim())) {
    const minutes = Math.round(number * 24 * 60)
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  }
  return /^[34567]\d{4}$/u.test(text.trim()) ? germanDate(addDays('1899-12-30', number)) : text
}

type Times = Pick<EntryValues, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>

function understandTimes(cells: RawEntry['cells'], around: Around, fault: (field: EntryField, text: string) => void): Times {
  const read = (field: 'day' | 'from' | 'until' | 'lastDay'): When => {
    const when = parseWhen(fromNumber(cells[field] ?? ''), around, field === 'from' || field === 'until')
    if (when.rest !== '') fault(field, `Nicht lesbar: „${cleanLine(cells[field] ?? '').slice(0, 100)}“. Bitte als ${field === 'from' || field === 'until' ? 'Uhrzeit wie 15:00' : 'Tag wie 26.09.2027'} schreiben.`)
    if (when.weekdayFault !== '') fault(field, when.weekdayFault)
    return when
  }
  const [day, from, until, lastDay] = [read('day'), read('from'), read('until'), read('lastDay')]
  const days = [...day.days, ...day.days.length === 0 ? from.days : []].toSorted()
  if (days.length > 1 && !day.range) fault('day', 'Hier stehen mehrere Tage. Bitte je Tag eine Veranstaltung, oder „26.–28.09.“ für durchgehende.')
  const times: Times = {
    startsOn: days[0] ?? null, startsAt: from.startsAt ?? day.startsAt, endsOn: lastDay.days[0] ?? (days.length > 1 ? days.at(-1) ?? null : null), endsAt: until.startsAt ?? from.endsAt ?? day.endsAt,
  }
  if (times.endsOn === times.startsOn) times.endsOn = null
  if (day.startsAt !== null && from.startsAt !== null && day.startsAt !== from.startsAt) fault('from', `Beim Tag steht ${day.startsAt} Uhr, als Beginn ${from.startsAt} Uhr.`)
  if (times.startsOn === null) {
    if (times.startsAt !== null || times.endsOn !== null) fault('day', 'Es gibt eine Uhrzeit oder ein Ende, aber keinen Tag.')
    return { startsOn: null, startsAt: null, endsOn: null, endsAt: null }
  }
  if (times.endsOn !== null && times.endsOn < times.startsOn) fault('lastDay', 'Das Ende liegt vor dem Beginn.')
  if (times.endsAt !== null && times.startsAt === null) fault('from', 'Zur Uhrzeit des Endes gehört eine des Beginns.')
  if (times.endsAt !== null && times.startsAt !== null && times.endsOn === null && times.endsAt <= times.startsAt) fault('until', 'Das Ende liegt vor dem Beginn.')
  return times
}

/** What the form says of the way in, as the event keeps it: the answer of the list and the words beside it. */
function accessOf(cells: RawEntry['cells']): string {
  const answer = cleanLine(cells.access ?? '')
  const known = /^(?:ja|x)$/iu.test(answer) ? stepFreeLabels.yes : /^nein$/iu.test(answer) ? stepFreeLabels.no : answer
  return [known, cleanText(cells.accessNote ?? '').trim()].filter((part) => part !== '').join('; ')
}

/** A kind whose word stands in the text: "Lesung mit Musik". */
function nearestKind(text: string): string {
  const words = labelKey(text)
  return [...kindsByKey].find(([key]) => key.length > 3 && words.includes(key))?.[1] ?? 'other'
}
