import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { anchorOf, handbookPages, helpFor, helpPlaces } from './contents.ts'
import { findInHandbook, sectionsOf } from './sections.ts'

const project = resolve(import.meta.dirname, '..', '..')
const folder = join(project, 'resources/handbook')
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')
const pages = handbookPages.map(({ name, file }) => ({ name, text: textOf(file) }))

it('the contents name every page there is, once', () => {
  expect(handbookPages.map(({ file }) => file).sort()).toEqual(readdirSync(folder).filter((name) => name.endsWith('.md')).sort())
})

it.each(Object.entries(helpPlaces))('%s leads to a heading that stands in the handbook', (_place, { page, heading }) => {
  const text = pages.find(({ name }) => name === page)?.text
  expect(text).toBeDefined()
  if (heading !== undefined) expect(sectionsOf(text ?? '').map((section) => section.heading)).toContain(heading)
})

it('each screen has its place', () => {
  const routes = [...readFileSync(join(project, 'renderer/app/router.tsx'), 'utf8').matchAll(/path: '(\/[^']*)'/gu)].map(([, path]) => path)
  expect(routes.length).toBeGreaterThan(30)
  expect(routes.filter((path) => !(String(path) in helpPlaces))).toEqual([])
})

it('headings of a page can be told apart', () => {
  for (const { text } of pages) {
    const anchors = sectionsOf(text).map(({ anchor }) => anchor)
    expect(new Set(anchors).size).toBe(anchors.length)
  }
})

it('links of the handbook lead somewhere', () => {
  for (const { text } of pages) {
    for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/gu)) {
      const [file = '', anchor] = target.split('#')
      const sections = sectionsOf(textOf(file))
      if (anchor !== undefined) expect(sections.map((section) => section.anchor), target).toContain(anchor)
    }
  }
})

it('a place that is not known gets what is said about the one above', () => {
  expect(helpFor('nowhere/at/all').page).toBe('first-steps')
  expect(helpFor('/settings/nowhere')).toEqual(helpPlaces['/settings'])
  expect(helpFor('/events/series/x')).toEqual(helpPlaces['/events/series'])
})

it('anchors are words with hyphens', () => {
  expect(anchorOf('Eine Beratung in einer Zeile (F3)')).toBe('eine-beratung-in-einer-zeile-f3')
  expect(anchorOf('Einen früheren Stand wiederherstellen')).toBe('einen-früheren-stand-wiederherstellen')
})

it('finds sections by all words, headings first, whatever the umlauts', () => {
  const book = [{ name: 'a', text: '# Eins\n\nEin **Stick** geht verloren.\n\n## Prüfen\n\n| Wort | Sinn |\n| --- | --- |\n| Stick | Größe |\n' }]
  expect(findInHandbook(book, 'stick groesse')).toEqual([])
  expect(findInHandbook(book, 'stick grosse').map(({ section, line }) => [section.heading, line])).toEqual([['Prüfen', 'Stick Größe']])
  expect(findInHandbook(book, 'prufen').map(({ section }) => section.heading)).toEqual(['Prüfen'])
  expect(findInHandbook(book, 'STICK').map(({ section, line }) => [section.heading, line])).toEqual([['Eins', 'Ein Stick geht verloren.'], ['Prüfen', 'Stick Größe']])
  expect(findInHandbook(book, '  ')).toEqual([])
})
