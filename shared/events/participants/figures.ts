import { ageGroups, needs, photoAnswers } from './catalogue.ts'
import type { EvaluationResult, EvaluationSheet, Figures, Participant, Question, QuestionResult } from './model.ts'
import { hasPlace, personsIn } from './places.ts'

type Counts = Figures['needs']

/** In which order counts are told; languages by their number. */
const orders: Readonly<Record<'needs' | 'languages' | 'ageGroups' | 'photo', readonly string[]>> = { needs: needs.map(({ code }) => code), languages: [], ageGroups: ageGroups.map(({ code }) => code), photo: photoAnswers }

/** The counts of a list. Needs, languages and age groups are those of whoever has a place. */
export function figuresOf(participants: readonly Participant[]): Figures {
  const placed = participants.filter(hasPlace)
  const come = participants.filter(({ arrivedAt }) => arrivedAt !== null)
  const persons = (some: readonly Participant[]): number => some.reduce((sum, each) => sum + each.persons, 0)
  return {
    registrations: participants.length,
    persons: personsIn(participants),
    waiting: persons(participants.filter(({ state }) => state === 'waiting')),
    cancelled: persons(participants.filter(({ state }) => state === 'cancelled')),
    present: come.reduce((sum, { arrivedPersons }) => sum + arrivedPersons, 0),
    walkIns: persons(participants.filter(({ source }) => source === 'walk-in')),
    noShows: come.length === 0 ? null : placed.reduce((sum, each) => sum + Math.max(0, each.persons - (each.arrivedAt === null ? 0 : each.arrivedPersons)), 0),
    needs: counted(placed.flatMap((each) => each.needs.map(({ code, count }) => [code, Math.min(count, each.persons)] as const)), orders.needs),
    languages: counted(placed.flatMap((each) => each.languages.map((language) => [language, each.persons] as const))),
    ageGroups: counted(placed.filter(({ ageGroup }) => ageGroup !== '').map((each) => [each.ageGroup, each.persons] as const), orders.ageGroups),
    photo: counted(placed.map((each) => [each.photo, each.persons] as const), orders.photo),
  }
}

/** Figures of two lists of one event, for a list that was begun anew after the first was deleted. */
export function addedFigures(a: Figures, b: Figures): Figures {
  const both = (name: 'needs' | 'languages' | 'ageGroups' | 'photo'): Counts => counted([...a[name], ...b[name]].map(({ code, count }) => [code, count] as const), orders[name])
  const sum = (name: 'registrations' | 'persons' | 'waiting' | 'cancelled' | 'present' | 'walkIns'): number => a[name] + b[name]
  return {
    registrations: sum('registrations'), persons: sum('persons'), waiting: sum('waiting'), cancelled: sum('cancelled'), present: sum('present'), walkIns: sum('walkIns'),
    noShows: a.noShows === null ? b.noShows : a.noShows + (b.noShows ?? 0), needs: both('needs'), languages: both('languages'), ageGroups: both('ageGroups'), photo: both('photo'),
  }
}

/** Children in the childcare by their age in years, where ages are told; and how many children of unknown age. */
export function childrenByAge(participants: readonly Pick<Participant, 'needs' | 'state'>[]): { ages: { age: number; count: number }[]; unknown: number } {
  const cared = participants.filter(hasPlace).flatMap((each) => each.needs.filter(({ code }) => code === 'childcare'))
  const ages = new Map<number, number>()
  let unknown = 0
  for (const { detail, count } of cared) {
    const told = [...detail.matchAll(/\d{1,2}/gu)].map(([age]) => Number(age)).filter((age) => age < 18)
    for (const age of told) ages.set(age, (ages.get(age) ?? 0) + 1)
    unknown += Math.max(0, count - told.length)
  }
  return { ages: [...ages].map(([age, count]) => ({ age, count })).toSorted((a, b) => a.age - b.age), unknown }
}

/** Into which languages is to be interpreted, with the number of persons; without a language last. */
export function interpretationLanguages(participants: readonly Pick<Participant, 'needs' | 'state'>[]): { language: string; count: number }[] {
  const wanted = participants.filter(hasPlace).flatMap((each) => each.needs.filter(({ code }) => code === 'interpretation'))
  return counted(wanted.map(({ detail, count }) => [detail, count] as const)).map(({ code, count }) => ({ language: code, count }))
}

/** What the sheets say, question by question. */
export function evaluationOf(questions: readonly Question[], sheets: readonly EvaluationSheet[]): EvaluationResult {
  return { sheets: sheets.length, questions: questions.map((question) => resultOf(question, sheets)) }
}

function resultOf({ id, kind, text }: Question, sheets: readonly EvaluationSheet[]): QuestionResult {
  const given = sheets.flatMap(({ answers }) => answers[id] === undefined || answers[id] === '' ? [] : [answers[id]])
  const texts = given.filter((answer) => typeof answer === 'string')
  const marks = given.filter((answer) => typeof answer === 'number')
  const counts = kind === 'scale' ? [1, 2, 3, 4, 5].map((mark) => marks.filter((each) => each === mark).length)
    : kind === 'yesno' ? [true, false].map((answer) => given.filter((each) => each === answer).length) : []
  const average = marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark, 0) / marks.length
  return { kind, text, answered: given.length, average: kind === 'scale' ? average : null, counts, texts }
}

/** Sums by code: in the order of the catalogue, what it doesn't know by size. */
function counted(pairs: readonly (readonly [code: string, count: number])[], order: readonly string[] = []): Counts {
  const sums = new Map<string, number>()
  for (const [code, count] of pairs) sums.set(code, (sums.get(code) ?? 0) + count)
  const place = (code: string): number => order.includes(code) ? order.indexOf(code) : order.length
  return [...sums].map(([code, count]) => ({ code, count })).toSorted((a, b) => place(a.code) - place(b.code) || b.count - a.count || a.code.localeCompare(b.code, 'de'))
}
