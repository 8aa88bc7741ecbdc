import { describe, expect, it } from 'vitest'
import file from '../../resources/directory/din-91379.json' with { type: 'json' }
import { deprecatedInDin91379, nameWarning, outsideDin91379 } from './din-91379.ts'

describe('the list', () => {
  it('has the letters and sequences of the norm, each composed and once', () => {
    const letters = file.groups[0]
    const points = letters?.characters.flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map((point) => Number.parseInt(point, 16))
      return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    }) ?? []
    expect([points.length, new Set(points).size, letters?.sequences.length, new Set(letters?.sequences).size]).toEqual([500, 500, 149, 149])
    for (const sequence of letters?.sequences ?? []) {
      const text = sequence.split(' ').map((point) => String.fromCodePoint(Number.parseInt(point, 16))).join('')
      expect(text.normalize('NFC'), sequence).toBe(text)
      expect(outsideDin91379(text), sequence).toEqual([])
    }
    expect(file.source).toContain('DIN 91379:2022-08')
  })
})

describe('names', () => {
  it.each([
    'Şahin-Öztürk', "O'Neill", 'von der Heide, Karl-Theodor Frhr.', 'Müller-Lüdenscheidt', 'Jürgen Großkreutz', 'GROẞMANN', 'Dr. Ștefan Țuțea', 'Łukasz Ząbek', 'Dvořák', 'Ödön Szőke', 'Şükrü Yıldız', 'İpek Çağlar',
    'Nguyễn Thị Mỹ Hạnh', 'Trần Đức Lương', 'Ngọc Ánh', 'Chóśebuz', 'Měrćin Nowak-Njechorński', 'Jurij Brězan', 'Śěrakojc',
    'Chukwuemeka Ọ̈jị', 'Ụ̄zọ Ṅkwo', 'O’Brien', "D'Angelo", 'ʿAbd al-Ḥamīd Ḫalīl', 'Ž̧', 'K͟halid K͟Hān', 'Ǧamāl ad-Dīn', 'Þórr Æðelstan', 'Øyvind Åse',
    'Ān Lǐ', 'S̛̄', 'L̥̄', 'Aþalbjǫrn', 'Abdul', '',
  ])('takes %s', (name) => {
    expect(outsideDin91379(name)).toEqual([])
    expect(nameWarning(name)).toBeNull()
  })

  it('composes first, so that a decomposed name is the same name', () => {
    for (const name of ['Nguyễn', 'Chóśebuz', 'Ọ̈jị', 'Ṭ̄']) expect(outsideDin91379(name.normalize('NFD'))).toEqual([])
  })

  it.each([
    ['Mara 😀 Muster', ['😀']],
    ['Müller, Dr. Ana (Caritas)', ['(', ')']],
    ['A\u0308\u0308', ['Ä\u0308']],
    ['👩🏽‍🎓Ada', ['👩🏽‍🎓']],
    ['Ẹ̀kọ́', ['Ẹ̀', 'ọ́']],
    ['q̄uote q̄', ['q̄']],
    ['Иванов', ['И', 'в', 'а', 'н', 'о']],
    ['Παπαδόπουλος', ['Π', 'α', 'π', 'δ', 'ό', 'ο', 'υ', 'λ', 'ς']],
    ['Firma & Söhne 2', ['&', '2']],
    ['Anna\u200BMaria', ['\u200B']],
    ['Anna\u00A0Maria', ['\u00A0']],
    ['K͟z', ['K͟z']],
    ['K͟', ['K͟']],
    ['Kahoʻolawe', ['ʻ']],
  ])('points out what is outside in %s', (name, outside) => {
    expect(outsideDin91379(name)).toEqual(outside)
  })

  it('lets organisations have digits and signs', () => {
    expect(outsideDin91379('Stadt & Land e. V. (Büro 2), § 5', 'organisation')).toEqual([])
    expect(outsideDin91379('Verein 🌍', 'organisation')).toEqual(['🌍'])
  })

  it('lets a name in its own script have every letter, and still no picture', () => {
    for (const name of ['محمد الأحمد', 'Παπαδόπουλος', 'Олександра Їжакевич', '阮氏梅', 'ክፍሉ ተስፋዬ', 'فاطمه\u200Cزهرا', 'יוסף', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ']) {
      expect(outsideDin91379(name, 'original'), name).toEqual([])
    }
    expect(outsideDin91379('محمد 😀', 'original')).toEqual(['😀'])
  })

  it('says so in German, by number where nothing can be seen, and names at most five', () => {
    expect(nameWarning('Mara 😀')).toContain('(DIN 91379): „😀“. Der Name wird so gespeichert')
    expect(nameWarning('Anna\u200BMaria')).toContain('U+200B')
    expect(nameWarning('Иванов Пётр')).toContain('„о“ und weitere')
  })

  it('names the replacement of a letter that the norm advises against', () => {
    expect(deprecatedInDin91379('Paraŀlel')).toEqual([{ character: 'ŀ', replacement: 'l·' }])
    expect(nameWarning('Paraŀlel')).toContain('Empfohlen wird „l·“')
  })
})
