import { CASE_KINDS } from '../../../shared/counselling/case-number.ts'
import { catalogues, topicLabel } from '../../../shared/counselling/catalogues.ts'
import { anonymousCode, categoryLabel, dimensions, durationSteps, pathOfCode, unknownCode, type DimensionId } from '../../../shared/counselling/statistics/dimensions.ts'

interface Option {
  value: string
  label: string
}

/** Values that a filter of a dimension can be set to, groups before their values. */
export function filterOptions(dimension: DimensionId, places: readonly string[]): Option[] {
  const option = (code: string): Option => ({ value: code, label: categoryLabel(dimension, code) })
  return [...codesOf(dimension, places).map((one) => (typeof one === 'string' ? option(one) : one)), option(unknownCode)]
}

function codesOf(dimension: DimensionId, places: readonly string[]): (string | Option)[] {
  const { catalogue } = dimensions[dimension]
  if (catalogue) return catalogues[catalogue].entries.map(({ code }) => code)
  switch (dimension) {
    case 'topic': return catalogues.topics.entries.map(({ code }) => ({ value: code, label: topicLabel(code) }))
    case 'origin': return catalogues.origins.entries.map(({ code }) => code)
    case 'status': {
      const codes = catalogues.residenceStatus.entries.map(({ code }) => code).filter((code) => pathOfCode('status', code).length === 2)
      return [...new Set(codes.map((code) => pathOfCode('status', code)[0] ?? '')), ...codes]
    }
    case 'duration': return durationSteps.map(({ code }) => code)
    case 'caseKind': return [...Object.keys(CASE_KINDS), anonymousCode]
    case 'place': return [...places]
    default: return []
  }
}
