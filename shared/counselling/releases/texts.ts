import file from '../../../resources/counselling/bilingual-texts.json' with { type: 'json' }

/** Every sentence and label of the bilingual sheets. */
export type TextKey = keyof typeof file.german
export type SheetTexts = Readonly<Record<TextKey, string>>

/** A language that a sheet can be printed in beside German. */
export interface SheetLanguage {
  readonly texts: SheetTexts
  /** BCP 47, for screen readers and for Word. */
  readonly tag: string
  readonly rightToLeft: boolean
}

export const germanTexts: SheetTexts = file.german
export const textKeys = Object.keys(file.german) as TextKey[]
/** Version of the texts, as it is kept with what was signed. */
export const textsVersion = file.version

const rightToLeftLanguages = ['ar', 'fa', 'prs', 'ps', 'ckb', 'ur']

/** The program's own translation, null where there is none. Persian serves for Dari too: in print they hardly differ. */
export function suppliedLanguage(language: string): SheetLanguage | null {
  const found = file.translations.find(({ languages }) => languages.includes(language))
  return found ? { texts: found.texts, tag: found.tag, rightToLeft: 'rightToLeft' in found } : null
}

/** Languages with a translation of the program. */
export const suppliedLanguages: readonly string[] = file.translations.flatMap(({ languages }) => languages)

/** A language with the texts of the office, or null as long as it has none. Sentences left empty stay empty in the second column. */
export function ownLanguage(language: string, texts: Partial<Record<TextKey, string>>): SheetLanguage {
  const all = Object.fromEntries(textKeys.map((key) => [key, texts[key] ?? ''])) as Record<TextKey, string>
  return { texts: all, tag: language, rightToLeft: rightToLeftLanguages.includes(language) }
}
