import contents from '../../resources/handbook/contents.json' with { type: 'json' }

/** A page of the handbook, and where on it. */
export interface HelpTarget {
  page: string
  /** A heading of the page, word by word; its beginning if left out. */
  heading?: string
}

/** Pages of the handbook in their order: name in routes, file in `resources/handbook`. */
export const handbookPages: readonly { name: string; file: string }[] = contents.pages

/** What F1 opens at each place: by route (`/events/series`), or by a name that a dialog or tab gives (`/events/money`). */
export const helpPlaces: Readonly<Record<string, HelpTarget>> = contents.places

/** What the handbook says about a place; of a place that it doesn't know, what it says about the one above. */
export function helpFor(place: string): HelpTarget {
  for (let rest = place; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('/')))) {
    const target = helpPlaces[rest]
    if (target) return target
  }
  return { page: handbookPages[0]?.name ?? '' }
}

/** Name of a heading in addresses: "Jetzt sichern: so geht es" becomes "jetzt-sichern-so-geht-es". */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '')
}
