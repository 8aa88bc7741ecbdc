import { expect, it } from 'vitest'
import { wayOf } from './UnlockButtons.tsx'
import { askedWords, occupancyWords, sinceWords } from './occupancy-texts.ts'
import { releaseAnswers, type Occupancy } from '../../shared/vault/desk/model.ts'

const now = new Date(2026, 10, 22, 14, 0)
const held: Occupancy = { state: 'person', host: 'PC-17', person: 'Dana Leitner', role: 'Leitung', since: new Date(2026, 10, 22, 9, 12).toISOString(), here: false, takeOverIn: null, asked: null, copied: null }
const words = (change: Partial<Occupancy>): string => Object.values(occupancyWords({ ...held, ...change }, false, now)).join(' ')

it('says who, where and since when', () => {
  expect(words({})).toContain('Dana Leitner (Leitung) arbeitet gerade am Rechner „PC-17“. Geöffnet seit heute, 09:12 Uhr.')
  expect(sinceWords(new Date(2026, 10, 21, 17, 40).toISOString(), now)).toBe('gestern, 17:40 Uhr')
  expect(sinceWords(new Date(2026, 9, 1, 8, 5).toISOString(), now)).toBe('01.10.2026, 08:05 Uhr')
})

it('names no person for a program, and no program for somebody unknown', () => {
  expect(words({ state: 'backup', person: '', role: '' })).toMatch(/^Gerade läuft am Rechner „PC-17“ eine Sicherung\. /)
  expect(words({ state: 'restore', person: '', role: '' })).toMatch(/^Gerade wird das Büro am Rechner „PC-17“ wiederhergestellt\. /)
  expect(words({ state: 'unknown', host: '', person: '', role: '', since: null })).toMatch(/^Das Büro ist an einem anderen Platz geöffnet\. /)
  expect(words({ person: '', role: '' })).toMatch(/^Jemand arbeitet/)
})

it('says when nobody answers there, and what was kept, before it offers to take over', () => {
  expect(words({ takeOverIn: 70 })).toContain('in knapp zwei Minuten übernehmen')
  expect(words({ takeOverIn: 12 })).toContain('in einer halben Minute übernehmen')
  expect(words({ takeOverIn: 0 })).toContain('Was dort zuletzt bestätigt war, ist gespeichert. Sie können das Büro übernehmen.')
})

it('offers no copy to look at over open forms', () => {
  expect(occupancyWords(held, true, now).text).toMatch(/bleibt hier stehen, bis Sie wieder entsperren/)
  expect([wayOf(held, false), wayOf(held, true), wayOf({ ...held, takeOverIn: 0 }, true), wayOf({ ...held, state: 'backup' }, false), wayOf(undefined, false)]).toEqual(['look', 'unlock', 'takeOver', 'unlock', 'unlock'])
})

it('has words for each answer, and for the end', () => {
  expect(new Set([...releaseAnswers.map((answer) => askedWords(answer, false)), askedWords('soon', true)]).size).toBe(releaseAnswers.length + 1)
})
