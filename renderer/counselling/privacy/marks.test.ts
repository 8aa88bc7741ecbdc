import { expect, it } from 'vitest'
import { marksOfWord, pieces } from './marks.ts'

const text = { key: 'k', section: 's', label: 'l', text: 'Herr Groll und Frau groll', free: true }

it('finds a word wherever it stands and cuts the text there, also where marks overlap', () => {
  const marks = marksOfWord(text, 'Groll', 'why')
  expect(marks.map(({ start, end }) => [start, end])).toEqual([[5, 10], [20, 25]])
  expect(pieces(text.text, [...marks, { key: 'k', start: 3, end: 7, why: 'w' }]).map(({ words, black }) => (black ? '#' : words))).toEqual(['Her', '#', '#', ' und Frau ', '#'])
  expect(marksOfWord(text, 'niemand', 'w')).toEqual([])
})
