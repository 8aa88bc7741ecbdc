import { cellAt, nodesOf, type Axis } from './axis.ts'

/** The smallest numbers of people that may be shown. */
export const thresholds = [3, 4, 5] as const
export type Threshold = (typeof thresholds)[number]
/** What is chosen unless somebody chooses otherwise. */
export const usualThreshold: Threshold = 5

/** From this share of a cell on, one single contributor is as good as named by it. */
const dominantShare = 0.8

/** What stands behind the figure of a cell. */
export interface Contribution {
  /** The figure itself: contacts. */
  readonly value: number
  /** How many different people or cases it comes from. */
  readonly contributors: number
  /** The most that one of them contributes. */
  readonly largest: number
}

/**
 * Whether a figure must not be shown for itself: it comes from fewer than `k` people, or nearly all of it from one. Nothing at all
 * (0) tells of nobody.
 */
export function isSmall({ value, contributors, largest }: Contribution, k: Threshold): boolean {
  if (value === 0) return false
  return contributors < k || largest > value * dominantShare
}

/** An axis whose categories say something about people that must not be learned of a group. */
export interface DisclosingAxis extends Axis {
  /** Whether knowing the category of a person is sensitive: status, topic, origin. */
  readonly sensitive: boolean
  /** Nodes that say nothing („nicht erfragt"). */
  readonly unknown: readonly boolean[]
}

/**
 * Cells in which all members of a group share one value of a sensitive axis („100 %“): whoever knows that a person belongs to
 * the group would learn it, however large the group is. Everybody together and those of whom nothing is known are no group.
 * @param values figures of all cells
 * @param narrowed the whole table is about a group already, by a filter
 */
export function uniformCells(axes: readonly DisclosingAxis[], values: readonly number[], narrowed = false): Set<number> {
  const found = new Set<number>()
  for (const [cell, value] of values.entries()) {
    if (value === 0) continue
    const nodes = nodesOf(axes, cell)
    for (const [index, axis] of axes.entries()) {
      const node = nodes[index] ?? 0
      if (!axis.sensitive || node === 0 || axis.unknown[node]) continue
      const others = nodes.filter((_, other) => other !== index)
      const isGroup = (narrowed || others.some((other) => other !== 0)) && !axes.some((other, at) => at !== index && other.unknown[nodes[at] ?? 0])
      const whole = nodes.map((own, other) => (other === index ? 0 : own))
      if (isGroup && values[cellAt(axes, whole)] === value) found.add(cell)
    }
  }
  return found
}
