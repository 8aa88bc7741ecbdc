import { z } from 'zod'
import { partId, partLine, partText } from '../part.ts'
import { safetyFacts, type SafetyFact } from './catalogue.ts'

const level = z.number().int().min(1).max(3)

/** Something that may happen. */
export const riskSchema = z.object({
  id: partId,
  title: partLine(),
  likelihood: level,
  impact: level,
  measure: partText(),
  responsible: partLine(),
})
export type Risk = z.infer<typeof riskSchema>

const facts = Object.fromEntries(safetyFacts.map((fact) => [fact, partText(500)])) as Record<SafetyFact, ReturnType<typeof partText>>

/** The sheet that hangs at the entrance. */
export const safetySchema = z.object({
  facts: z.object(facts),
  /** Whether the exclusion clause stands on the sheet, and its words. */
  exclusion: z.boolean(),
  exclusionText: partText(2_000),
  note: partText(),
  risks: z.array(riskSchema).max(100),
})
export type Safety = z.infer<typeof safetySchema>

export const emptySafety: Safety = {
  facts: Object.fromEntries(safetyFacts.map((fact) => [fact, ''])) as Record<SafetyFact, string>, exclusion: false, exclusionText: '', note: '', risks: [],
}

/** How much a risk weighs, in words: likelihood times impact. */
export function riskWeight({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): 'gering' | 'mittel' | 'hoch' {
  const weight = likelihood * impact
  return weight >= 6 ? 'hoch' : weight >= 3 ? 'mittel' : 'gering'
}

/** The heaviest first. */
export function byWeight(risks: readonly Risk[]): Risk[] {
  return risks.toSorted((a, b) => b.likelihood * b.impact - a.likelihood * a.impact || b.impact - a.impact)
}
