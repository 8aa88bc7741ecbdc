import { ageGroupLabel, languageLabel, needGroups, needLabel, needs } from '../../../../../shared/events/participants/catalogue.ts'
import { childrenByAge, figuresOf, interpretationLanguages } from '../../../../../shared/events/participants/figures.ts'
import type { Participant } from '../../../../../shared/events/participants/model.ts'

/** Counts under a heading. */
export interface CountTable {
  heading: string
  rows: { label: string; count: number }[]
}

/**
 * What is to be arranged for, as counts: nobody is named, and nothing that somebody wrote goes out but the languages and the ages of children.
 * @param what `caterer`: only what the kitchen must know
 */
export function needTables(participants: readonly Participant[], what: 'caterer' | 'all'): CountTable[] {
  const figures = figuresOf(participants)
  const groups = needGroups.filter(({ forCaterer }) => forCaterer || what === 'all').map(({ code, label }) => ({
    heading: label,
    rows: figures.needs.filter((each) => needs.find((need) => need.code === each.code)?.group === code).map((each) => ({ label: needLabel(each.code), count: each.count })),
  }))
  if (what === 'caterer') return groups
  const { ages, unknown } = childrenByAge(participants)
  return [
    ...groups,
    { heading: 'Dolmetschen, in welche Sprache', rows: interpretationLanguages(participants).map(({ language, count }) => ({ label: language === '' ? 'Sprache nicht angegeben' : language, count })) },
    { heading: 'Kinder in der Betreuung, nach Alter', rows: [...ages.map(({ age, count }) => ({ label: age === 1 ? '1 Jahr' : `${age} Jahre`, count })), ...(unknown > 0 ? [{ label: 'Alter nicht angegeben', count: unknown }] : [])] },
    { heading: 'Sprachen der Teilnehmenden', rows: figures.languages.map(({ code, count }) => ({ label: languageLabel(code), count })) },
    { heading: 'Altersgruppen', rows: figures.ageGroups.map(({ code, count }) => ({ label: ageGroupLabel(code), count })) },
  ].filter(({ rows }) => rows.length > 0)
}
