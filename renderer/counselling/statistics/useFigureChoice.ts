import { useState } from 'react'
import type { FigureSource } from '../../../shared/counselling/statistics/model.ts'
import type { Threshold } from '../../../shared/statistics/disclosure.ts'
import { useSession } from '../../app/session.ts'
import { useToday } from '../useToday.ts'
import { useThreshold } from './useThreshold.ts'
import { daysOf, runningYear, type PeriodChoice } from '../../../shared/statistics/period-choice.ts'

/** What the figures of the screen are of. */
export interface FigureChoice {
  period: PeriodChoice
  setPeriod(period: PeriodChoice): void
  /** Id of a frozen year in place of the period. */
  frozen: string | null
  setFrozen(id: string | null): void
  internal: boolean
  setInternal(internal: boolean): void
  threshold: Threshold
  setThreshold(threshold: Threshold): void
  /** Thresholds that IT leaves to choose from. */
  offered: readonly Threshold[]
  /** Only the Leitung sees internal figures. */
  mayBeInternal: boolean
  /** Null while the period isn't complete. */
  source: FigureSource | null
  /** The threshold to ask with: null for internal figures. */
  asked: Threshold | null
}

/** Period and profile, kept while the person goes from one view to another. */
export function useFigureChoice(): FigureChoice {
  const today = useToday()
  const mayBeInternal = useSession().person.role === 'leitung'
  const [period, setPeriod] = useState(() => runningYear(today))
  const [frozen, setFrozen] = useState<string | null>(null)
  const [internal, setInternal] = useState(mayBeInternal)
  const { threshold, setThreshold, offered } = useThreshold()
  const days = daysOf(period)
  const source: FigureSource | null = frozen !== null ? { kind: 'frozen', id: frozen } : days && { kind: 'live', ...days }
  return { period, setPeriod, frozen, setFrozen, internal, setInternal, threshold, setThreshold, offered, mayBeInternal, source, asked: internal ? null : threshold }
}
