import type { ReactNode } from 'react'
import type { FileBlock } from '../../../shared/correspondence/copies/copy-part.ts'
import { keyed } from './keyed.ts'
import classes from './LetterPage.module.css'

/** What only the file copy says, each part as a block that stays on one page. */
export function fileBlocks({ note, orders, signings }: FileBlock): ReactNode[] {
  return [
    ...(note === '' ? [] : [<div key="note" className={classes.listing}><strong>Vermerk</strong><div className={classes.lines}>{note}</div></div>]),
    <Grid key="orders" heading="Verfügung" columns={['Nr.', 'Punkt', 'gef. am / Hz.']} rows={orders.map((order, index) => [`${index + 1}.`, order, ''])} />,
    <Grid key="signings" heading="Zeichnung" columns={['Schritt', 'Name', 'Hz.', 'Datum']} rows={signings.map(({ role, name, sign, date }) => [role, name, sign, date])} />,
  ]
}

function Grid({ heading, columns, rows }: { heading: string; columns: readonly string[]; rows: readonly (readonly string[])[] }): ReactNode {
  return (
    <div className={classes.listing}>
      <strong>{heading}</strong>
      <table className={classes.grid}>
        <thead><tr>{columns.map((column) => <th key={column}>{column}</th>)}</tr></thead>
        <tbody>{keyed(rows).map(({ key, item }) => <tr key={key}>{keyed(item).map((cell) => <td key={cell.key}>{cell.item}</td>)}</tr>)}</tbody>
      </table>
    </div>
  )
}
