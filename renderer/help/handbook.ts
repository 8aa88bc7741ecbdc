import { handbookPages } from '../../shared/help/contents.ts'
import { sectionsOf, type HandbookSection } from '../../shared/help/sections.ts'

/** One page of the handbook. */
export interface HandbookPage {
  name: string
  /** Of its chapter on paper. */
  number: number
  file: string
  title: string
  text: string
  sections: readonly HandbookSection[]
}

const texts = import.meta.glob<string>('../../resources/handbook/*.md', { query: '?raw', import: 'default', eager: true })

/** The handbook in its order. */
export const handbook: readonly HandbookPage[] = handbookPages.map(({ name, file }, place) => {
  const text = texts[`../../resources/handbook/${file}`] ?? ''
  const sections = sectionsOf(text)
  return { name, number: place + 1, file, title: sections[0]?.heading ?? name, text, sections }
})
