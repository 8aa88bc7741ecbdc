import { expect, it } from 'vitest'
import { fromRight } from './right-to-left.ts'

const read = (line: string): string[] => fromRight(line).map(({ text }) => text).filter((text) => text.trim() !== '')

it('gives the words in the order of reading, signs after their word', () => {
  expect(read('فهمت المحتوى.')).toEqual(['فهمت', 'المحتوى', '.'])
  expect(read('أين؟')).toEqual(['أين', '؟'])
})

it('keeps Latin words and numbers together in their own order, and turns brackets round', () => {
  expect(read('الهاتف 030 23125-100 (Amt Mitte)')).toEqual(['الهاتف', '030 23125-100 (Amt Mitte', '('])
  expect(read('ترجمة (الاسم والتوقيع)')).toEqual(['ترجمة', ')', 'الاسم', 'والتوقيع', '('])
})

it('does not tear a Persian word at its zero-width non-joiner', () => {
  expect(read('می‌دهم')).toEqual(['می‌دهم'])
})

it('draws Arabic signs with the Arabic font', () => {
  expect(fromRight('محل، تاریخ').map(({ arabic }) => arabic)).toEqual([true, true, false, true])
})
