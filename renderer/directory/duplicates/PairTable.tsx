import { reasonText } from '../../../shared/directory/duplicates/certainty.ts'
import type { DuplicatePair } from '../../../shared/directory/duplicates/contract.ts'
import { Personal } from '../../ui/Personal.tsx'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import { CertaintyMark } from './CertaintyMark.tsx'
import classes from './Duplicates.module.css'
import type { Duplicates } from './useDuplicates.ts'

const columns: readonly TableColumn<DuplicatePair, 'certainty'>[] = [
  { key: 'certainty', heading: 'Gewissheit', width: '134px', render: ({ certainty }) => <CertaintyMark certainty={certainty} /> },
  { key: 'names', heading: 'Kontakte', width: 'minmax(0, 3fr)', render: ({ one, other }) => <Personal><b>{one.name}</b><span className={classes.quiet}> / </span><b>{other.name}</b></Personal> },
  { key: 'reasons', heading: 'Warum', width: 'minmax(0, 1.3fr)', render: (pair) => <span className={classes.quiet} title={reasonText(pair)}>{reasonText(pair)}</span> },
]

/** The pairs of a group, the surest first. */
export function PairTable({ duplicates: { rows, current, open } }: { duplicates: Duplicates }) {
  return (
    <VirtualTable
      label="Paare"
      columns={columns}
      rows={rows}
      sort="certainty"
      descending={false}
      onSort={() => {}}
      current={current}
      selected={new Set(current === null ? [] : [current])}
      onSelect={(_, pair) => { if (pair !== null) open(pair) }}
    />
  )
}
