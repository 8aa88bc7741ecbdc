import type { DocumentKind } from './kinds.ts'

/** Templates that come with the application. A letter keeps their `ref`. */
export const builtInTemplates: readonly { ref: string; name: string; kind: DocumentKind }[] = [
  { ref: 'builtin:brief-b', name: 'Brief nach DIN 5008, Form B', kind: 'brief' },
  { ref: 'builtin:brief-a', name: 'Brief nach DIN 5008, Form A', kind: 'brief' },
  { ref: 'builtin:kurzbrief', name: 'Kurzbrief', kind: 'kurzbrief' },
  { ref: 'builtin:vermerk', name: 'Vermerk', kind: 'vermerk' },
  { ref: 'builtin:verfuegung', name: 'Verfügung', kind: 'verfuegung' },
  { ref: 'builtin:stellungnahme', name: 'Stellungnahme', kind: 'stellungnahme' },
  { ref: 'builtin:vorlage', name: 'Vorlage für Gremien', kind: 'vorlage' },
  { ref: 'builtin:einladung', name: 'Einladung', kind: 'einladung' },
  { ref: 'builtin:pressemitteilung', name: 'Pressemitteilung', kind: 'pressemitteilung' },
  { ref: 'builtin:grusswort', name: 'Grußwort (Lesefassung)', kind: 'grusswort' },
  { ref: 'builtin:urkunde', name: 'Urkunde', kind: 'urkunde' },
  { ref: 'builtin:bescheinigung', name: 'Bescheinigung', kind: 'bescheinigung' },
  { ref: 'builtin:zweisprachig', name: 'Zweisprachiger Brief', kind: 'zweisprachig' },
]

/** What a letter is written with unless somebody chooses otherwise. */
export const standardTemplate = 'builtin:brief-b'

/** The two letters of DIN 5008: they need no other program for a PDF, and several of them make one file. */
export function isPlainLetter(template: string): boolean {
  return template === 'builtin:brief-b' || template === 'builtin:brief-a'
}

/** Gives a built-in template, or undefined for a reference to a template of the office. */
export function builtInTemplate(ref: string): (typeof builtInTemplates)[number] | undefined {
  return builtInTemplates.find((template) => template.ref === ref)
}
