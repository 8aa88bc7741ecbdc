import catalogue from '../../../resources/events/money.json' with { type: 'json' }

/** Kinds of sources, categories of spending and rules about fees, as dated data. */
export const moneyRules = catalogue
export const budgetCategories = catalogue.categories

export const sourceKinds = ['grant', 'own', 'income', 'in-kind', 'donation'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** The German name of a kind of source. */
export function sourceKindLabel(code: string): string {
  return catalogue.sourceKinds.find((kind) => kind.code === code)?.label ?? code
}

/** The German name of a category; the code where the catalogue of today no longer has it. */
export function categoryLabel(code: string): string {
  return budgetCategories.find((category) => category.code === code)?.label ?? code
}
