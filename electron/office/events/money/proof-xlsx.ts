import type { Cell } from 'write-excel-file/node'
import { sourceName } from '../../../../shared/events/money/model.ts'
import { workbook } from '../../documents/workbook.ts'
import type { Proof, ProofLine } from './proof.ts'

const ink = '#E4DDD4'
const euro = '#,##0.00 "€"'
const head = (value: string, right = false): Cell => ({ value, type: String, fontWeight: 'bold', backgroundColor: ink, wrap: true, ...(right && { align: 'right' as const }) })
const text = (value: string): Cell => (value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' })
const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })
const cents = (value: number): Cell => ({ value: value / 100, type: Number, format: euro, alignVertical: 'top' })
const formula = (value: string, isSum = false): Cell => ({ value, type: 'Formula', format: euro, alignVertical: 'top', ...(isSum && { fontWeight: 'bold' as const, topBorderStyle: 'thin' as const }) })
const day = (iso: string | null): Cell => (iso === null ? null : { value: new Date(`${iso}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy', alignVertical: 'top' })

const entryNames = { expense: 'Ausgabe', income: 'Einnahme', 'in-kind': 'Sachleistung' } as const
type EntryName = (typeof entryNames)[keyof typeof entryNames]

/** First row of the list of receipts in its sheet, counted from one. */
const firstReceipt = 2

/** The Verwendungsnachweis as workbook: what is open, the figures with sums as formulas over the receipts, and the receipts. */
export async function proofXlsx(proof: Proof): Promise<Uint8Array> {
  const figures = figureRows(proof)
  return workbook([
    ...(proof.gaps.length === 0 ? [] : [{ sheet: 'Offene Punkte', columns: [{ width: 110 }], data: [[head('Vor dem Einreichen klären')], ...proof.gaps.map((gap) => [text(gap)])] }]),
    { sheet: 'Nachweis', columns: [{ width: 8 }, { width: 44 }, { width: 16 }, { width: 16 }, { width: 16 }, { width: 18 }], data: figures },
    { sheet: 'Belege', columns: [{ width: 7 }, { width: 11 }, { width: 12 }, { width: 12 }, { width: 30 }, { width: 40 }, { width: 9 }, { width: 32 }, { width: 9 }, { width: 28 }, { width: 14 }], data: receiptRows(proof), stickyRowsCount: 1, orientation: 'landscape' as const },
  ])
}

function receiptRows({ receipts }: Proof): Cell[][] {
  const last = firstReceipt + Math.max(receipts.length, 1) - 1
  return [
    ['Nr.', 'Art', 'Datum', 'Zahlung', 'Empfänger oder Zahler', 'Zweck', 'P', 'Posten', 'Q', 'Geldquelle'].map((name) => head(name)).concat(head('Betrag', true)),
    ...receipts.map((each): Cell[] => [
      each.number === null ? null : { value: each.number, type: Number, alignVertical: 'top' }, text(entryNames[each.entry]), day(each.on), day(each.paidOn),
      text(each.party), text(each.purpose), text(each.lineKey), text(each.lineName), text(each.sourceKey), text(each.sourceName), cents(each.amountCents),
    ]),
    ...(receipts.length === 0 ? [[text('–')]] : []),
    [],
    ...Object.values(entryNames).filter((name) => name !== 'Sachleistung' || receipts.some(({ entry }) => entry === 'in-kind')).map((name): Cell[] => [...Array<Cell>(9).fill(null), bold(`Summe ${name === 'Sachleistung' ? 'Sachleistungen' : `${name}n`}`), formula(`SUMIF(B${firstReceipt}:B${last},"${name}",K${firstReceipt}:K${last})`, true)]),
  ]
}

/** Title, facts, incomes and spendings. Where all receipts are in the workbook, the actual is added up from them. */
function figureRows(proof: Proof): Cell[][] {
  const { incomes, expenses, inKind, source, receipts } = proof
  const last = firstReceipt + Math.max(receipts.length, 1) - 1
  const range = (column: string): string => `Belege!$${column}$${firstReceipt}:$${column}$${last}`
  const added = (column: 'G' | 'I', key: string, kind: EntryName): string => `SUMIFS(${range('K')},${range(column)},"${key}",${range('B')},"${kind}")`
  const share = source === null ? [] : ['davon hieraus']
  const rows: Cell[][] = [
    [{ value: proof.title, type: String, fontWeight: 'bold', fontSize: 14, height: 22 }],
    ...proof.facts.map(([name, value]): Cell[] => [null, bold(name), { value: value || '(fehlt)', type: String, columnSpan: 4 }]),
  ]
  const section = (name: string, lines: readonly ProofLine[], headings: readonly string[], cellsOf: (line: ProofLine, row: number) => Cell[], columns: readonly string[]): number => {
    rows.push([], [bold(name)], [head(''), ...headings.map((each, at) => head(each, at > 0))])
    const first = rows.length + 1
    for (const line of lines) rows.push(cellsOf(line, rows.length + 1))
    if (lines.length === 0) rows.push([null, text('–')])
    const sumRow = rows.length + 1
    rows.push([null, bold('Summe'), ...columns.map((column) => formula(`SUM(${column}${first}:${column}${sumRow - 1})`, true))])
    return sumRow
  }
  const actual = (line: ProofLine, column: 'G' | 'I', kind: EntryName): Cell => (source === null && line.key !== '' ? formula(added(column, line.key, kind)) : cents(line.actualCents))
  const difference = (row: number): Cell => formula(`D${row}-C${row}`)
  const incomeRow = section('Einnahmen', incomes, ['Geldquelle', 'Plan', 'Ist', 'Abweichung'], (line, row) =>
    [text(line.key), text([line.name, line.kind].filter((part, at, all) => part !== '' && all.indexOf(part) === at).join(', ')), cents(line.plannedCents), actual(line, 'I', line.asUsed ? 'Ausgabe' : 'Einnahme'), difference(row)], ['C', 'D', 'E'])
  const expenseRow = section('Ausgaben', expenses, ['Posten', 'Plan', 'Ist', 'Abweichung', ...share], (line, row) =>
    [text(line.key), text(line.name), cents(line.plannedCents), actual(line, 'G', 'Ausgabe'), difference(row), ...(source === null ? [] : [line.key === '' ? cents(line.fromSourceCents) : formula(added('G', line.key, 'Ausgabe'))])],
    ['C', 'D', 'E', ...(source === null ? [] : ['F'])])
  rows.push([], [null, bold('Einnahmen weniger Ausgaben'), formula(`C${incomeRow}-C${expenseRow}`, true), formula(`D${incomeRow}-D${expenseRow}`, true)])
  if (source !== null && source.approvedCents !== null) rows.push([null, bold(`Nicht verwendet von „${sourceName(source)}“`), null, formula(`${source.approvedCents / 100}-F${expenseRow}`, true)])
  if (inKind.length > 0) section('Sachleistungen (unbar, nicht in den Summen)', inKind, ['Leistung', 'Plan', 'Wert'], (line) => [text(line.key), text(line.name), cents(line.plannedCents), actual(line, 'I', 'Sachleistung')], ['C', 'D'])
  return rows
}
