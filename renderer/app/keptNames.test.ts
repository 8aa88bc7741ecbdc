import { expect, it } from 'vitest'
import { isKeptName, keepNames, keptNamesEpoch } from './keptNames.ts'

it('knows the words of names that were kept, in every form, and counts when there are more', () => {
  expect(isKeptName('Ćwiklińska')).toBe(false)
  keepNames(['Thảo Ćwiklińska-Al', "O'Brien", 'Am Übergang 12'])
  expect(keptNamesEpoch()).toBe(1)
  for (const word of ['Ćwiklińska', 'ĆWIKLIŃSKA', 'Ćwiklińskas', 'Thảo', 'Al-Ćwiklińska', "O'Brien", 'Übergang']) expect([word, isKeptName(word)]).toEqual([word, true])
  for (const word of ['Ćwikla', 'Al-Antrag', '', '-']) expect([word, isKeptName(word)]).toEqual([word, false])
  keepNames(['thảo'])
  expect(keptNamesEpoch()).toBe(1)
})
