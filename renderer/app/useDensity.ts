import { usePreference } from './usePreference.ts'

export type Density = 'compact' | 'comfortable'

/** How high rows of lists are, as the person has set it. */
export function useDensity(): Density {
  const [density] = usePreference<string>('appearance.density', 'compact')
  return density === 'comfortable' ? 'comfortable' : 'compact'
}

/** Height of a list row in pixels, for lists that compute positions. */
export function useRowHeight(): number {
  return useDensity() === 'comfortable' ? 46 : 36
}
