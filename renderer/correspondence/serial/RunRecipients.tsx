import { Button, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { RunRecipient } from '../../../shared/correspondence/serial/model.ts'
import { openRecord } from '../../app/openRecord.ts'
import { Personal } from '../../ui/Personal.tsx'
import table from '../../ui/PlainTable.module.css'
import parts from '../parts.module.css'
import { recipientStateLabels, wayLabels } from './labels.ts'

const shownAtOnce = 100

/** Everybody of a run that has begun: number, way and file of the letter, or why there is none. */
export function RunRecipients({ recipients }: { recipients: readonly RunRecipient[] }): ReactNode {
  const [limit, setLimit] = useState(shownAtOnce)
  return (
    <>
      <div className={table.tableFrame}>
        <table className={table.table}>
          <thead><tr><th scope="col">Nummer</th><th scope="col">Empfänger</th><th scope="col">Weg</th><th scope="col">Stand</th></tr></thead>
          <tbody>
            {recipients.slice(0, limit).map(({ id, letterId, number, name, way, state, reason, fileName }) => (
              <tr key={id}>
                <td>{letterId === null ? '–' : <button type="button" className={parts.link} onClick={() => openRecord({ type: 'letter', id: letterId })}>{number || 'Schreiben'}</button>}</td>
                <td><Personal>{name}</Personal></td>
                <td>{wayLabels[way]}</td>
                <td>{recipientStateLabels[state]}{reason !== '' && `: ${reason}`}{fileName !== '' && <Text size="xs" c="dimmed" component="div">{fileName}</Text>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {recipients.length > limit && <Button variant="default" w="fit-content" onClick={() => setLimit(limit + shownAtOnce)}>Weitere {Math.min(shownAtOnce, recipients.length - limit)} zeigen</Button>}
    </>
  )
}
