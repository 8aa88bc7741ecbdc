import { germanDate } from '../../dates.ts'
import { centsText } from '../../money.ts'
import { inOrder, sourceName, type EventMoney, type Receipt } from './model.ts'
import { moneySummary } from './summary.ts'

/** Something that a funder would send back. */
export interface MoneyGap {
  text: string
  /** The receipt that it is about. */
  receiptId: string | null
}

/**
 * What is missing before the use of money can be proved: receipts first, in their order, then the row of numbers and the sources.
 * @param sourceId only what concerns this source; null for everything
 */
export function moneyGaps(money: EventMoney, sourceId: string | null = null): MoneyGap[] {
  const asked = money.receipts.filter((receipt) => sourceId === null || receipt.sourceId === sourceId)
  return [...inOrder(asked).flatMap((receipt) => receiptGaps(receipt, money)), ...numberGaps(money.receipts), ...sourceGaps(money, sourceId)]
}

/** How a receipt is called in a sentence: "Beleg 4 (Bäckerei Korn)". */
export function receiptName({ number, party, purpose, direction }: Pick<Receipt, 'number' | 'party' | 'purpose' | 'direction'>): string {
  const who = party || purpose
  return `${direction === 'income' ? 'Einnahme' : 'Beleg'}${number === null ? ' ohne Nummer' : ` ${number}`}${who === '' ? '' : ` (${who})`}`
}

function receiptGaps(receipt: Receipt, { sources, lines }: EventMoney): MoneyGap[] {
  const { id, direction, number, on, paidOn, party, purpose, amountCents, lineId, sourceId } = receipt
  const source = sources.find((each) => each.id === sourceId)
  const expense = direction === 'expense'
  const missing = [
    ...(number === null ? ['die Nummer'] : []), ...(on === null ? ['das Datum'] : []), ...(amountCents === 0 ? ['der Betrag'] : []),
    // What is given in kind is never paid.
    ...(paidOn === null && source?.kind !== 'in-kind' ? [expense ? 'der Tag der Zahlung' : 'der Tag des Eingangs'] : []),
    ...(party === '' ? [expense ? 'der Empfänger' : 'von wem'] : []), ...(purpose === '' ? ['der Zweck'] : []),
    ...(expense && !lines.some((line) => line.id === lineId) ? ['der Posten'] : []), ...(source === undefined ? ['die Geldquelle'] : []),
  ]
  if (missing.length === 0) return []
  return [{ receiptId: id, text: `${receiptName(receipt)}: Es fehlt ${missing.join(', ')}.` }]
}

/** Numbers that are given twice or left out. */
function numberGaps(receipts: readonly Receipt[]): MoneyGap[] {
  const numbers = receipts.flatMap(({ number }) => (number === null ? [] : [number])).toSorted((a, b) => a - b)
  const twice = [...new Set(numbers.filter((number, at) => numbers[at + 1] === number))]
  const skipped = Array.from({ length: numbers.at(-1) ?? 0 }, (_, at) => at + 1).filter((number) => !numbers.includes(number))
  return [
    ...twice.map((number) => ({ receiptId: receipts.find((each) => each.number === number)?.id ?? null, text: `Die Nummer ${number} ist mehrfach vergeben.` })),
    ...(skipped.length === 0 ? [] : [{ receiptId: null, text: `${skipped.length === 1 ? `Die Nummer ${skipped[0]} ist` : `Die Nummern ${skipped.slice(0, 12).join(', ')}${skipped.length > 12 ? ' …' : ''} sind`} nicht vergeben.` }]),
  ]
}

function sourceGaps(money: EventMoney, sourceId: string | null): MoneyGap[] {
  return moneySummary(money).sources.filter(({ source }) => sourceId === null || source.id === sourceId).flatMap(({ source, remainingCents, actualCents, plannedCents }) => {
    const name = `„${sourceName(source)}“`
    const missing = [...(source.reference === '' ? ['das Aktenzeichen'] : []), ...(source.approvedCents === null ? ['der bewilligte Betrag'] : []), ...(source.proofOn === null ? ['die Frist des Verwendungsnachweises'] : [])]
    return [
      ...(source.kind === 'grant' && missing.length > 0 ? [{ receiptId: null, text: `${name}: Es fehlt ${missing.join(', ')}.` }] : []),
      ...(remainingCents < 0 ? [{ receiptId: null, text: `${name}: Es wurden ${centsText(-remainingCents)} mehr ausgegeben, als zur Verfügung stehen.` }] : []),
      ...(source.kind === 'grant' && actualCents < plannedCents ? [{ receiptId: null, text: `${name}: ${centsText(plannedCents - actualCents)} sind noch nicht eingegangen.` }] : []),
    ]
  })
}

/** Until when the use of a source has to be proved, in words. */
export function proofText(proofOn: string | null): string {
  return proofOn === null ? 'ohne Frist' : `Nachweis bis ${germanDate(proofOn)}`
}
