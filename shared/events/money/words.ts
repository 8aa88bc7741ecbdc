import { centsText } from '../../money.ts'

/** How a line stands, so that nobody has to read it from a colour: "noch 120,00 €", "ausgeschöpft", "30,00 € zu viel". */
export function restText(remainingCents: number): string {
  if (remainingCents === 0) return 'ausgeschöpft'
  return remainingCents > 0 ? `noch ${centsText(remainingCents)}` : `${centsText(-remainingCents)} zu viel`
}

/** Whether the plan is covered. */
export function coverText(coverCents: number): string {
  if (coverCents === 0) return 'Der Plan ist gedeckt.'
  return coverCents > 0 ? `Der Plan ist gedeckt, ${centsText(coverCents)} sind noch nicht verplant.` : `Der Plan ist nicht gedeckt: Es fehlen ${centsText(-coverCents)}.`
}

/** What is left at the end. */
export function resultText(incomeCents: number, expenseCents: number): string {
  const result = incomeCents - expenseCents
  if (result === 0) return 'Einnahmen und Ausgaben sind gleich.'
  return result > 0 ? `Überschuss: ${centsText(result)}` : `Fehlbetrag: ${centsText(-result)}`
}
