import { expect, it } from 'vitest'
import { isForeign, plainForm, spellableWords } from './words.ts'

const words = (text: string): string[] => spellableWords(text).map(({ word }) => word)

it('finds words with their places and leaves alone what no dictionary can know', () => {
  expect(words('Am 9. November (vgl. § 4 Abs. 1 AufenthG) kam Frau Müller.')).toEqual(['Am', 'November', 'vgl', 'Abs', 'kam', 'Frau', 'Müller'])
  expect(words('z.B. BAMF, StAG, SGB, 2026/0042, B1-Kurs, www.stadt.example und amt@stadt.example')).toEqual(['und'])
  expect(words('Київ, شيرين und Łódź')).toEqual(['und', 'Łódź'])
  const [first, second] = spellableWords('Der Wiederspruch')
  expect([first, second]).toEqual([{ word: 'Der', start: 0, end: 3 }, { word: 'Wiederspruch', start: 4, end: 16 }])
  expect(words('EInladung und DIe')).toEqual(['EInladung', 'und'])
})

it('keeps compounds together, cut ones with their hyphen, and reads gender-neutral forms', () => {
  expect(words('Sozial- und Wohnungsamt, E-Mail, Antrag/Anlage, Aufenthalts-Frage')).toEqual(['Sozial-', 'und', 'Wohnungsamt', 'E-Mail', 'Antrag', 'Anlage', 'Aufenthalts-Frage'])
  expect(words('Bürger*innen, Kolleg:innen, Berater_in und Mitarbeiter/-innen').map(plainForm)).toEqual(['Bürgerinnen', 'Kolleginnen', 'Beraterin', 'und', 'Mitarbeiter'])
  expect(words('Termin: Montag')).toEqual(['Termin', 'Montag'])
})

it('takes a paragraph of mostly unknown words for another language', () => {
  expect(isForeign(6, 3)).toBe(true)
  expect(isForeign(4, 4)).toBe(false)
  expect(isForeign(20, 4)).toBe(false)
})
