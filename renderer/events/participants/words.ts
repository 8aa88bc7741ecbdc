import { needDetail, needLabel } from '../../../shared/events/participants/catalogue.ts'
import type { Need, Participant } from '../../../shared/events/participants/model.ts'

/** "1 Person", "12 Personen". */
export function personsText(count: number): string {
  return count === 1 ? '1 Person' : `${count.toLocaleString('de-DE')} Personen`
}

/** Needs in words: "2 × vegan, Dolmetschen: Dari". */
export function needsText(needs: readonly Need[]): string {
  return needs.map(({ code, count, detail }) => `${count > 1 ? `${count} × ` : ''}${needLabel(code)}${needDetail(code) !== '' && detail !== '' ? `: ${detail}` : ''}`).join(', ')
}

/** How somebody is named where another of the same name may be near. */
export function namedText({ name, organisation }: Pick<Participant, 'name' | 'organisation'>): string {
  return organisation === '' ? name : `${name}, ${organisation}`
}
