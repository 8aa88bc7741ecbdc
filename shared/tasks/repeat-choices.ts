import { daysInMonth, parseDay, weekday } from '../holidays/days.ts'

/** A repetition that people choose by its words. */
export interface RepeatChoice {
  /** RRULE value; empty for once. */
  rule: string
  label: string
}

const WEEKDAYS = [['MO', 'Montag'], ['TU', 'Dienstag'], ['WE', 'Mittwoch'], ['TH', 'Donnerstag'], ['FR', 'Freitag'], ['SA', 'Samstag'], ['SU', 'Sonntag']] as const
const once: RepeatChoice = { rule: '', label: 'einmal' }

/**
 * What can be chosen for a task whose first day is `day` (ISO). The last day of a month stays the last one; the 29th and 30th fall on
 * the last day of a shorter month (RFC 5545, BYSETPOS).
 */
export function repeatChoices(day: string): RepeatChoice[] {
  const { year, month, day: number } = parseDay(day)
  const [code, name] = WEEKDAYS[weekday(day) - 1] ?? WEEKDAYS[0]
  const last = number === daysInMonth(year, month)
  const monthDay = last ? 'BYMONTHDAY=-1' : number > 28 ? `BYMONTHDAY=${Array.from({ length: number - 27 }, (_, index) => 28 + index).join(',')};BYSETPOS=-1` : `BYMONTHDAY=${number}`
  const onDay = last ? 'am letzten Tag' : `am ${number}.`
  const week = Math.ceil(number / 7)
  return [
    once,
    { rule: 'FREQ=WEEKLY', label: `wöchentlich am ${name}` },
    { rule: 'FREQ=WEEKLY;INTERVAL=2', label: `alle 2 Wochen am ${name}` },
    { rule: `FREQ=MONTHLY;${monthDay}`, label: `monatlich ${onDay}` },
    week < 5 ? { rule: `FREQ=MONTHLY;BYDAY=${week}${code}`, label: `monatlich am ${week}. ${name}` } : { rule: `FREQ=MONTHLY;BYDAY=-1${code}`, label: `monatlich am letzten ${name}` },
    { rule: `FREQ=MONTHLY;INTERVAL=3;${monthDay}`, label: `vierteljährlich ${onDay}` },
    { rule: last && month === 2 ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY', label: `jährlich am ${number}.${month}.` },
  ]
}

/** The choices with the rule that a task has, also one that was made elsewhere. */
export function repeatChoicesWith(rule: string, day: string): RepeatChoice[] {
  const choices = repeatChoices(day)
  return choices.some((choice) => choice.rule === rule) ? choices : [...choices, { rule, label: repeatText(rule) }]
}

/** A rule for several days of the week; codes as `MO`. */
export function weeklyOn(codes: readonly string[]): string {
  return `FREQ=WEEKLY;BYDAY=${WEEKDAYS.map(([code]) => code).filter((code) => codes.includes(code)).join(',')}`
}

/** Days of the week by their codes, Monday first. */
export const weekdayNames: readonly (readonly [code: string, name: string])[] = WEEKDAYS

const WEEKLY_ON = /^FREQ=WEEKLY;(INTERVAL=2;)?BYDAY=([A-Z,]+)$/u
const MONTHLY = /^FREQ=MONTHLY;(?:INTERVAL=(\d+);)?(?:BYMONTHDAY=([-\d,]+)(?:;BYSETPOS=-1)?|BYDAY=(-?\d)(\w\w))$/u

/** A rule in words, as lists say it: "wöchentlich", "monatlich am 1. Montag". Empty for once. */
export function repeatText(rule: string): string {
  if (rule === '') return ''
  if (rule === 'FREQ=WEEKLY') return 'wöchentlich'
  if (rule === 'FREQ=WEEKLY;INTERVAL=2') return 'alle 2 Wochen'
  const weekdays = WEEKLY_ON.exec(rule)
  if (weekdays) return `${weekdays[1] === undefined ? 'wöchentlich' : 'alle 2 Wochen'} am ${inWords(weekdays[2]?.split(',') ?? [])}`
  if (rule.startsWith('FREQ=YEARLY')) return 'jährlich'
  const monthly = MONTHLY.exec(rule)
  if (!monthly) return 'nach eigener Regel'
  const [, interval, days, place, code] = monthly
  const often = interval === undefined ? 'monatlich' : interval === '3' ? 'vierteljährlich' : `alle ${interval} Monate`
  if (days !== undefined) return `${often} ${days === '-1' ? 'am letzten Tag' : `am ${days.split(',').at(-1)}.`}`
  const name = WEEKDAYS.find(([each]) => each === code)?.[1] ?? ''
  return `${often} am ${place === '-1' ? 'letzten' : `${place}.`} ${name}`
}

function inWords(codes: readonly string[]): string {
  const names = WEEKDAYS.filter(([code]) => codes.includes(code)).map(([, name]) => name)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`
}
