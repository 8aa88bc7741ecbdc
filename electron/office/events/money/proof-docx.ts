import { Paragraph, type FileChild } from 'docx'
import { germanDate, isoDay } from '../../../../shared/dates.ts'
import { resultText } from '../../../../shared/events/money/words.ts'
import { amountText, centsText } from '../../../../shared/money.ts'
import type { Letterhead } from '../../../../shared/settings/letterhead.ts'
import { bullet, heading, missing, paragraph, plainDocument, table, title } from '../../documents/docx-parts.ts'
import { textRuns } from '../../documents/docx-text.ts'
import type { Proof, ProofLine } from './proof.ts'

const sumOf = (lines: readonly ProofLine[], key: 'plannedCents' | 'actualCents' | 'fromSourceCents'): number => lines.reduce((sum, line) => sum + line[key], 0)
const figures = { right: [1, 2, 3, 4] }

/** The Verwendungsnachweis as document: what is open first, then Sachbericht, figures, receipts and signature. */
export async function proofDocx(proof: Proof, letterhead: Letterhead): Promise<Uint8Array> {
  const children: FileChild[] = [
    title(proof.title),
    new Paragraph({ children: textRuns(`Stand ${germanDate(isoDay(new Date()))}`, { size: 18 }) }),
    ...gapsOf(proof),
    ...proof.facts.map(([name, value]) => value === '' ? missing(name) : new Paragraph({ spacing: { after: 40 }, children: [...textRuns(`${name}: `, { bold: true }), ...textRuns(value)] })),
    heading('1. Sachbericht'),
    ...proof.report.map(paragraph),
    missing('Was wurde erreicht, was nicht? Woran zeigt es sich? Was folgt daraus?'),
    heading('2. Zahlenmäßiger Nachweis'),
    ...tablesOf(proof),
    heading('3. Belegliste'),
    ...receiptsOf(proof),
    ...signatureOf(letterhead),
  ]
  return plainDocument(proof.title, letterhead, children)
}

function gapsOf({ gaps }: Proof): FileChild[] {
  if (gaps.length === 0) return [new Paragraph({ children: textRuns('Alle Belege sind vollständig: Nummer, Datum, Zahlung, Posten und Geldquelle sind eingetragen.', { italics: true }) })]
  return [heading(`Vor dem Einreichen klären (${gaps.length})`), paragraph('Dieser Abschnitt ist für das Büro bestimmt und wird vor dem Einreichen gelöscht.'), ...gaps.map(bullet)]
}

function tablesOf({ incomes, expenses, inKind, source }: Proof): FileChild[] {
  const row = (name: string, plannedCents: number, actualCents: number, more: readonly string[] = []): string[] => [name, amountText(plannedCents), amountText(actualCents), amountText(actualCents - plannedCents), ...more]
  const lines = (of: readonly ProofLine[], withShare: boolean): string[][] => [
    ...of.map((line) => row(line.name, line.plannedCents, line.actualCents, withShare ? [amountText(line.fromSourceCents)] : [])),
    row('Summe', sumOf(of, 'plannedCents'), sumOf(of, 'actualCents'), withShare ? [amountText(sumOf(of, 'fromSourceCents'))] : []),
  ]
  const [plan, actual] = [['Plan in €', 'Ist in €', 'Abweichung in €'], sumOf(incomes, 'actualCents') - sumOf(expenses, 'actualCents')]
  return [
    new Paragraph({ keepNext: true, children: textRuns('Einnahmen', { bold: true }) }),
    table(['Geldquelle', ...plan], lines(incomes, false), [46, 18, 18, 18], { ...figures, bold: [incomes.length] }),
    new Paragraph({ keepNext: true, spacing: { before: 200 }, children: textRuns('Ausgaben', { bold: true }) }),
    table(['Posten', ...plan, ...(source === null ? [] : ['davon hieraus'])], lines(expenses, source !== null), source === null ? [46, 18, 18, 18] : [36, 16, 16, 16, 16], { ...figures, bold: [expenses.length] }),
    new Paragraph({ spacing: { before: 120 }, children: textRuns(resultText(actual, 0), { bold: true }) }),
    ...(source !== null && source.approvedCents !== null ? [paragraph(restOfGrant(source.approvedCents, sumOf(expenses, 'fromSourceCents')))] : []),
    ...(inKind.length === 0 ? [] : [
      new Paragraph({ keepNext: true, spacing: { before: 200 }, children: textRuns('Sachleistungen (unbar, nicht in den Summen)', { bold: true }) }),
      table(['Leistung', 'Plan in €', 'Wert in €'], inKind.map(({ name, kind, plannedCents, actualCents }) => [[name, kind].filter(Boolean).join(', '), amountText(plannedCents), amountText(actualCents)]), [64, 18, 18], { right: [1, 2] }),
    ]),
  ]
}

function restOfGrant(approvedCents: number, usedCents: number): string {
  const rest = approvedCents - usedCents
  if (rest === 0) return `Die bewilligten ${centsText(approvedCents)} sind verwendet.`
  return rest > 0 ? `Von ${centsText(approvedCents)} sind ${centsText(usedCents)} verwendet; ${centsText(rest)} sind nicht verwendet und zurückzuzahlen, soweit sie ausgezahlt wurden.` : `Verwendet wurden ${centsText(usedCents)}, bewilligt sind ${centsText(approvedCents)}.`
}

function receiptsOf({ receipts, source }: Proof): FileChild[] {
  const parts = ([['Ausgaben', 'expense'], ['Einnahmen', 'income'], ['Sachleistungen (unbar)', 'in-kind']] as const).flatMap(([name, entry]): FileChild[] => {
    const of = receipts.filter((receipt) => receipt.entry === entry)
    if (of.length === 0) return []
    const day = (iso: string | null): string => (iso === null ? '' : germanDate(iso))
    const expense = entry !== 'income'
    return [
      new Paragraph({ keepNext: true, spacing: { before: 160 }, children: textRuns(name, { bold: true }) }),
      table(
        ['Nr.', 'Datum', entry === 'expense' ? 'Bezahlt' : entry === 'income' ? 'Eingang' : '', expense ? 'Empfänger und Zweck' : 'Von wem, wofür', expense ? 'Posten' : 'Geldquelle', 'Betrag in €'],
        [...of.map((each) => [
          each.number === null ? '–' : String(each.number), day(each.on), day(each.paidOn), [each.party, each.purpose].filter(Boolean).join(': '),
          [...(expense ? [each.lineName] : []), ...(source === null ? [each.sourceName] : [])].filter(Boolean).join(' · '), amountText(each.amountCents),
        ]), ['', '', '', 'Summe', '', amountText(of.reduce((sum, { amountCents }) => sum + amountCents, 0))]],
        [8, 17, 17, 34, 29, 18], { right: [0, 5], bold: [of.length], size: 18 },
      ),
    ]
  })
  return parts.length === 0 ? [paragraph('Es ist noch kein Beleg eingetragen.')] : parts
}

function signatureOf({ signatureName, signatureAuthority, city }: Letterhead): FileChild[] {
  const line = (text: string): Paragraph => new Paragraph({ keepLines: true, spacing: { before: 700, after: 0 }, border: { top: { style: 'single', size: 4, space: 4 } }, children: textRuns(text, { size: 18 }) })
  return [
    heading('4. Bestätigung'),
    new Paragraph({ keepNext: true, children: textRuns('Die Ausgaben waren notwendig. Es wurde wirtschaftlich und sparsam verfahren. Die Angaben stimmen mit den Büchern und Belegen überein.') }),
    new Paragraph({ keepNext: true, children: textRuns('Die Belege werden aufbewahrt, solange der Bescheid es verlangt.') }),
    line(`Ort, Datum${city === '' ? '' : ` (${city})`}`),
    // Word draws one border around neighbours that look the same.
    new Paragraph({ spacing: { after: 0 } }),
    line(['Unterschrift', signatureName, signatureAuthority].filter(Boolean).join(', ')),
  ]
}
