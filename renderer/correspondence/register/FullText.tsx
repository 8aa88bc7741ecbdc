import { Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import parts from '../parts.module.css'

/** Everything that is written anywhere on the office side: letters, statements, mail, and the words of PDF, Word and e-mails. */
export function FullText({ query }: { query: string }): ReactNode {
  const { data, error } = useQuery(api.correspondence.register.documents.search.queryOptions({ input: { query, limit: 100 } }))
  if (error) return <FailureAlert error={error} />
  if (!data) return <Loader m="md" aria-label="Wird gesucht" />
  return (
    // The whole width scrolls, so that the bar stands at the edge of the window and not beside the words.
    <div className={parts.scroll}>
      <div className={parts.page}>
        <Text component="output" size="xs" c="dimmed">{query === '' ? `Die letzten Unterlagen (${data.total}). Suchen Sie nach Wortanfängen.` : `${data.total} Fundstellen${data.total > data.hits.length ? `, die ersten ${data.hits.length}` : ''}`}</Text>
        <ul className={parts.rows} aria-label="Fundstellen">
          {data.hits.map(({ record, typeLabel, title, subtitle, line, excerpt }) => (
            <li key={`${record.type}:${record.id}`} className={parts.row}>
              <div className={parts.grow}>
                <Personal>
                  <button type="button" className={parts.link} onClick={() => openRecord(record)}>{title}</button>
                  <Text size="xs" c="dimmed">{[typeLabel, subtitle, line].filter(Boolean).join(' · ')}</Text>
                  {excerpt !== '' && <Text size="sm">{excerpt}</Text>}
                </Personal>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
