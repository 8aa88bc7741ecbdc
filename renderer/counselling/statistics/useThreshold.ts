import { useState } from 'react'
import { thresholds, usualThreshold, type Threshold } from '../../../shared/statistics/disclosure.ts'
import { usePolicy } from '../../app/usePolicy.ts'

/** The smallest number of people that figures show, among those that IT leaves to choose from. */
export function useThreshold(): { threshold: Threshold; setThreshold(threshold: Threshold): void; offered: readonly Threshold[] } {
  const least = usePolicy().values.SmallCellK ?? thresholds[0]
  const [threshold, setThreshold] = useState<Threshold>(usualThreshold)
  return { threshold, setThreshold, offered: thresholds.filter((k) => k >= least) }
}
