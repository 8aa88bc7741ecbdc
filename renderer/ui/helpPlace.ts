import { useEffect } from 'react'

/** Places that are open at the moment, the innermost last. */
let places: { name: string }[] = []

/**
 * Says what F1 is asked about while the component is mounted: a key of `resources/handbook/contents.json`.
 * @param level `screen` for what stands around everything, which any tab or dialog within overrules
 */
export function useHelpPlace(name: string | null, level: 'screen' | 'within' = 'within'): void {
  useEffect(() => {
    if (name === null) return
    const place = { name }
    places = level === 'screen' ? [place, ...places] : [...places, place]
    return () => {
      places = places.filter((each) => each !== place)
    }
  }, [name, level])
}

/** The place that the person is at. */
export function helpPlace(): string {
  return places.at(-1)?.name ?? ''
}
